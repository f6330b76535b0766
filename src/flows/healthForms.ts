import { titleOf } from '../core/draw/rows';
import { villageOf } from '../core/due';
import { isOver } from '../core/reforms';
import { opensStatus, usesPin } from '../core/senders';
import { villageTabs } from '../core/tabs';
import { inspectForm, inspectSenders, missingTabs } from '../google/inspect';
import { isOpenToAll } from '../google/linkAccess';
import type { Desk } from './desk';
import { changeWords, comparePersonal, compareVillage, type Compared } from './formUpdate';
import type { Complaint } from './healthTold';
import type { VillageRow } from './registry';
import { formsOf } from './villageForms';

/**
 * What is wrong with what one village has: its forms and its Sheet. `known` = what was found in the questions of its
 * form lately; left out, they are compared now, item by item.
 */
export function villageComplaints(
  desk: Desk,
  row: VillageRow,
  known?: readonly Complaint[],
): readonly Complaint[] {
  return [
    ...mainForm(desk, row, known),
    ...personalForm(desk, row, known === undefined),
    ...sheet(desk, row),
  ];
}

function mainForm(
  desk: Desk,
  row: VillageRow,
  known: readonly Complaint[] | undefined,
): readonly Complaint[] {
  const name = `Formulir ${titleOf(desk.context, row.code)}`;
  if (row.form === '') return [{ text: `${name} belum dibuat. Jalankan Pasang.`, menu: 'install' }];
  const standing = standingForm(name, row.form, desk.registry.facts.responses, hasEnded(desk, row));
  if (!standing.isOpen) return standing.wrong;
  return [
    ...standing.wrong,
    ...notOpen(desk, row, name, row.form),
    ...(known ?? questions(row, name, compareVillage(desk, row))),
  ];
}

function personalForm(desk: Desk, row: VillageRow, isCompared: boolean): readonly Complaint[] {
  const { personalResponses = '' } = desk.registry.facts;
  const name = `Formulir Data Pribadi ${titleOf(desk.context, row.code)}`;
  return formsOf(row)
    .filter(({ form }) => form !== row.form && form !== '')
    .flatMap(({ form }) => {
      const { isOpen, wrong } = standingForm(name, form, personalResponses, hasEnded(desk, row));
      const compared = isOpen && isCompared ? comparePersonal(desk, row) : undefined;
      const all = isOpen ? [...wrong, ...notOpen(desk, row, name, form)] : wrong;
      return compared === undefined ? all : [...all, ...questions(row, name, compared)];
    });
}

/** The village is gone: its forms take no answers any more. */
function hasEnded({ settings, context }: Desk, { code }: VillageRow): boolean {
  const village = villageOf(settings, code);
  return village !== undefined && isOver(settings, village, context.today);
}

/** Whether a form takes answers and hands them on; one of a village that is gone may be closed. */
function standingForm(
  name: string,
  id: string,
  responses: string,
  mayBeClosed: boolean,
): { readonly isOpen: boolean; readonly wrong: readonly Complaint[] } {
  const state = inspectForm(id);
  if ('failure' in state) {
    const text = `${name} tidak dapat dibuka. Periksa tempat sampah Drive; bila terhapus, jalankan Pasang.`;
    return { isOpen: false, wrong: [{ text, menu: 'install' }] };
  }
  const wrong: readonly (Complaint | undefined)[] = [
    state.published ? undefined : { text: `${name} belum dipublikasikan. Jalankan Pasang.`, menu: 'install' },
    state.accepting || mayBeClosed
      ? undefined
      : { text: `${name} tidak menerima jawaban. Jalankan Pasang.`, menu: 'install' },
    state.destination === responses
      ? undefined
      : { text: `${name} tidak tersambung ke berkas jawabannya. Jalankan Pasang.`, menu: 'install' },
    state.editable
      ? { text: `${name} mengizinkan jawaban diubah; dimatikan sendiri saat formulirnya dibaca.` }
      : undefined,
  ];
  return { isOpen: true, wrong: wrong.flatMap((one) => one ?? []) };
}

/** With a PIN nobody signs in: who has the link has to get to the form. */
function notOpen(desk: Desk, { code }: VillageRow, name: string, form: string): readonly Complaint[] {
  if (!usesPin(desk.settings, code)) return [];
  const { isOpen, collects } = inspectSenders(form);
  const closed =
    `${name} belum terbuka bagi siapa pun yang punya link, padahal desanya memakai PIN. Jalankan Perbarui formulir; ` +
    'bila tetap, buka formulirnya: Publikasikan → Kelola → Penjawab: Siapa saja yang memiliki link.';
  const asks =
    `${name} masih mengumpulkan email, padahal desanya memakai PIN, jadi yang tanpa akun Google tidak dapat mengisi. ` +
    'Jalankan Perbarui formulir.';
  if (isOpen && !collects) return [];
  return [{ text: collects ? asks : closed, menu: 'updateForms', sendersOf: code }];
}

/** What a person changed in the questions, by their titles. */
function questions(row: VillageRow, name: string, compared: Compared): readonly Complaint[] {
  const { strange } = compared.changes;
  const words = changeWords(compared);
  const titles = strange.map((item) => `“${item.title}”`).join(', ');
  const differs = `${name} berbeda dari pengaturan. Jalankan Perbarui formulir: ${words}.`;
  const more = `${name} punya pertanyaan tambahan: ${titles}. Jawabannya masuk Karantina; mohon dihapus dari formulir.`;
  return [
    ...(words === '' ? [] : [{ text: differs, menu: 'updateForms' as const, questionsOf: row.code }]),
    ...(strange.length === 0 ? [] : [{ text: more, questionsOf: row.code }]),
  ];
}

function notShared({ settings }: Desk, { code, sheet: id }: VillageRow, name: string): readonly Complaint[] {
  if (!opensStatus(settings, code) || isOpenToAll(id, 'read') !== false) return [];
  const text = `${name} belum terbuka bagi yang punya link. Buka lembarnya: Bagikan → Siapa saja yang memiliki link.`;
  return [{ text }];
}

function sheet(desk: Desk, row: VillageRow): readonly Complaint[] {
  if (row.sheet === '') return [];
  const name = `Lembar ${titleOf(desk.context, row.code)}`;
  const missing = missingTabs(
    row.sheet,
    villageTabs().map((tab) => tab.name),
  );
  if (missing === undefined) {
    const text = `${name} tidak ditemukan di Drive. Kembalikan dari tempat sampah, atau jalankan Pasang.`;
    return [{ text, menu: 'install' }];
  }
  if (missing.length === 0) return notShared(desk, row, name);
  const text = `${name} kehilangan tab ${missing.join(', ')}. Jalankan Pasang, lalu Bangun ulang.`;
  return [{ text, menu: 'install' }];
}
