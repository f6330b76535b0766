import { titleOf } from '../core/draw/rows';
import { someNames } from '../core/draw/toDos';
import { IANA } from '../core/regions';
import { effectiveUser, masterOwner } from '../google/identity';
import { foreignTabs, inspectForm } from '../google/inspect';
import { fileExists } from '../google/files';
import { mailQuota } from '../google/mail';
import { listTriggers } from '../google/triggers';
import type { Desk } from './desk';
import type { CommandResult } from './dialog';
import { changeWords, compareVillage } from './formUpdate';
import { HANDLER } from './handlers';
import { healthResult, type Health } from './healthTold';
import { drawChores, type Chores } from './home';
import { jsonOf, KEY, type Memory } from './memory';
import type { VillageRow } from './registry';
import { formsOf } from './villageForms';
import { Run } from './run';

type Finding = { readonly wrong: string } | { readonly good: string };

function triggerFindings(desk: Desk): readonly Finding[] {
  const have = listTriggers().map((trigger) => trigger.handler);
  const wanted: readonly (readonly [string, string])[] = [
    [HANDLER.submit, 'laporan masuk'],
    ...((desk.registry.facts.personalResponses ?? '') === ''
      ? []
      : [[HANDLER.personalSubmit, 'laporan data pribadi masuk'] as const]),
    [HANDLER.edit, 'tindakan peninjau'],
    [HANDLER.hour, 'pekerjaan setiap jam'],
  ];
  const missing = wanted.filter(([handler]) => !have.includes(handler)).map(([, words]) => words);
  const twice = wanted.filter(([handler]) => have.filter((one) => one === handler).length > 1);
  if (missing.length > 0)
    return [{ wrong: `Pemicu untuk ${missing.join(', ')} tidak ada. Jalankan Pasang sekali lagi.` }];
  return twice.length > 0
    ? [{ wrong: 'Ada pemicu ganda. Jalankan Pasang sekali lagi.' }]
    : [{ good: 'Pemicu lengkap.' }];
}

function ownerFindings(desk: Desk): readonly Finding[] {
  const owner = masterOwner();
  const findings: Finding[] = [];
  if (owner !== '' && owner.toLowerCase() !== desk.settings.owner.toLowerCase())
    findings.push({
      wrong: `Pemilik lembar ini ${owner}, sedangkan di Pengaturan tertulis ${desk.settings.owner}. Samakan, lalu jalankan Pasang.`,
    });
  if (effectiveUser().toLowerCase() !== owner.toLowerCase())
    findings.push({ wrong: `Pemeriksaan ini tidak dijalankan oleh pemilik lembar (${owner}).` });
  return findings.length > 0 ? findings : [{ good: 'Akun kantor memiliki lembar ini.' }];
}

function zoneFindings(desk: Desk): readonly Finding[] {
  const zone = IANA[desk.settings.zone];
  return desk.master.zone === zone
    ? [{ good: `Zona waktu ${desk.settings.zone}.` }]
    : [{ wrong: `Zona waktu lembar ini ${desk.master.zone}, seharusnya ${zone}. Ubah di File → Setelan.` }];
}

function formFindings(desk: Desk, row: VillageRow): readonly string[] {
  const name = `Formulir ${titleOf(desk.context, row.code)}`;
  if (row.form === '') return [`${name} belum dibuat. Jalankan Pasang.`];
  const state = inspectForm(row.form);
  if ('failure' in state)
    return [`${name} tidak dapat dibuka. Periksa tempat sampah Drive; bila terhapus, jalankan Pasang.`];
  return [
    state.published ? '' : `${name} belum dipublikasikan. Jalankan Pasang.`,
    state.accepting
      ? ''
      : `${name} tidak menerima jawaban. Nyalakan di formulir: Jawaban → Menerima jawaban.`,
    state.destination === desk.registry.facts.responses
      ? ''
      : `${name} tidak tersambung ke berkas Respons. Jalankan Pasang.`,
    state.editable ? `${name} mengizinkan jawaban diubah; akan dimatikan malam ini.` : '',
    ...questionFindings(desk, row, name),
  ].filter((sentence) => sentence !== '');
}

/** What a person changed in the questions, by their titles. */
function questionFindings(desk: Desk, row: VillageRow, name: string): readonly string[] {
  const compared = compareVillage(desk, row);
  const { strange } = compared.changes;
  const words = changeWords(compared);
  const titles = strange.map((item) => `“${item.title}”`).join(', ');
  return [
    words === '' ? '' : `${name} berbeda dari pengaturan. Jalankan Perbarui formulir: ${words}.`,
    strange.length === 0
      ? ''
      : `${name} punya pertanyaan tambahan: ${titles}. Jawabannya masuk Karantina; mohon dihapus dari formulir.`,
  ];
}

/** Forms whose senders only type their addresses, as far as the last readings know. */
function proofFindings({ registry, context }: Desk): readonly Finding[] {
  const typed = registry.villages.filter((row) => formsOf(row).some((form) => form.proof === 'typed'));
  if (typed.length === 0) return [];
  const names = someNames(typed.map((row) => titleOf(context, row.code)));
  return [
    {
      wrong:
        `Alamat pengirim di formulir ${names} belum diverifikasi Google. Di formulirnya pilih Setelan → Respons → ` +
        'Kumpulkan alamat email → Diverifikasi. Bila sudah dan pesan ini tetap ada sesudah empat jam, ' +
        'pilih Ya di Pengaturan, baris Email pengirim diverifikasi.',
    },
  ];
}

function fileFindings(desk: Desk): readonly Finding[] {
  const lost = desk.registry.villages.filter((row) => row.sheet !== '' && !fileExists(row.sheet));
  return lost.map((row) => ({
    wrong: `Lembar ${titleOf(desk.context, row.code)} tidak ditemukan di Drive. Kembalikan dari tempat sampah, atau jalankan Pasang.`,
  }));
}

/** Forms that somebody linked to the office's files of answers: nobody reads what they collect. */
function strangeForms({ registry }: Desk): readonly Finding[] {
  const { responses = '', personalResponses = '' } = registry.facts;
  const known = registry.villages.flatMap((row) => formsOf(row).map((form) => form.responsesTab));
  const names = [responses, personalResponses]
    .filter((id) => id !== '' && fileExists(id))
    .flatMap((id) => foreignTabs(id, known));
  return names.map((name) => ({
    wrong:
      `Formulir lain tersambung ke berkas Respons (tab ${name}); jawabannya tidak dibaca dan tidak dihitung. ` +
      'Putuskan sambungannya di formulir itu: Jawaban → Batalkan penautan formulir.',
  }));
}

/** Looks at everything that can break: triggers, owner, zone, forms, Sheets, mail. */
export function examine(desk: Desk): Health {
  const forms = desk.registry.villages.flatMap((row) => formFindings(desk, row));
  const quota = mailQuota();
  const findings: readonly Finding[] = [
    ...triggerFindings(desk),
    ...ownerFindings(desk),
    ...zoneFindings(desk),
    ...(forms.length > 0
      ? forms.map((wrong) => ({ wrong }))
      : [{ good: `${String(desk.registry.villages.length)} formulir menerima jawaban dan tersambung.` }]),
    ...proofFindings(desk),
    ...fileFindings(desk),
    ...strangeForms(desk),
    quota < 20
      ? { wrong: `Jatah email hari ini tinggal ${String(quota)} penerima; sisanya dikirim besok.` }
      : { good: `Jatah email hari ini masih ${String(quota)} penerima.` },
  ];
  return {
    at: desk.now,
    wrong: findings.flatMap((one) => ('wrong' in one ? [one.wrong] : [])),
    good: findings.flatMap((one) => ('good' in one ? [one.good] : [])),
  };
}

/** Longest text of all findings together that is kept: a property holds 9 KB. */
const KEPT = 6000;

/** *Periksa kesehatan*: looks, keeps the result for others, makes of what is wrong a to-do on `Beranda`, tells it. */
export function checkHealth(desk: Desk, memory: Memory): CommandResult {
  const health = examine(desk);
  let room = KEPT;
  const wrong = health.wrong.filter((sentence) => (room -= sentence.length) > 0);
  const chores = {
    ...jsonOf<Chores>(memory, KEY.chores, {}),
    sehat: wrong.slice(0, 5).map((text) => ({ text })),
  };
  const run = new Run(desk, memory, 'formulir');
  drawChores(run, chores);
  run.keep({ [KEY.health]: JSON.stringify({ ...health, wrong }), [KEY.chores]: JSON.stringify(chores) });
  run.finish();
  return healthResult(desk, health);
}
