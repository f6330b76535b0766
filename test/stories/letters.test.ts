import type { DocumentState } from '../../local/state/document';
import { textOfNode } from '../../local/state/document';
import { pasteRows, typeSetting } from '../sample/install';
import { beginEach } from '../support/beginEach';
import { sleepUntil } from '../support/crashes';
import { openStory, type Story } from '../support/story';
import { KASI, OWNER, VILLAGES } from '../support/threeVillages';

/** Letters that nobody sends by himself: drafts out of a template, who gets one, and what they say. */
let story: Story;

/** August 3rd: Balang is complete; Kalahiang and Paringin Timur have sent nothing. */
beginEach(async () => {
  story = await openStory();
  await sleepUntil(story, '2026-08-03T09:14');
  await story.submit('balang', {});
  await story.submit('balang', { type: 'readiness' });
  return story;
});

const nameOf = (id: string): string => story.workspace.store.get('file', id)?.name ?? '';
const documents = (): DocumentState[] =>
  story.workspace.store.ids('document').flatMap((id) => story.workspace.store.get('document', id) ?? []);
const drafts = (): string[] =>
  documents()
    .map((one) => nameOf(one.id))
    .sort();
const textOf = (name: string): string => {
  const found = documents().find((one) => nameOf(one.id) === name);
  return found === undefined ? '' : textOfNode(found.body);
};
const home = (): string => story.rows('Beranda').flat().join('\n');
const records = (): string[][] =>
  story.rows('Surat dan Surel').filter((row) => (row[0] ?? '').endsWith('|warning'));

const DRAFT = {
  city: 'Konsep surat teguran Kelurahan Paringin Timur Juli 2026',
  other: 'Konsep surat teguran Desa Kalahiang Juli 2026',
};

test('a week after the due day each village that still owes gets one draft, told to the Kasi, sent to nobody', async () => {
  const { fileId } = story;
  const master = { fileId, projectId: '' };
  const desa = story.rows('Desa');
  const at = desa.findIndex((row) => row[0] === VILLAGES.other.code);
  await story.type('Desa', at + 1, (desa[0]?.indexOf('Email pengawas') ?? 0) + 1, 'pengawas.lain@contoh.id');
  await typeSetting(story.workspace, master, 'signName', 'Contoh Camat, S.STP.', OWNER);
  await typeSetting(story.workspace, master, 'letterCopies', 'Bupati Balangan; Inspektur', OWNER);
  await sleepUntil(story, '2026-08-06T09:30');
  expect(drafts()).toEqual([]);
  const late = story.mails.filter((mail) => mail.subject.includes('Belum kami terima'));
  expect(late.map((mail) => [...mail.cc])).toEqual([[], ['pengawas.lain@contoh.id']]);
  const ticks = story.rows('Kirim WA');
  const row = ticks.findIndex((cells) => /63\.11\.06\.2006\|2026-07\|-\|late/.test(cells[0] ?? ''));
  await story.type('Kirim WA', row + 1, (ticks[0]?.indexOf('Sudah dikirim') ?? 0) + 1, 'TRUE', KASI);
  const before = story.mails.length;
  await sleepUntil(story, '2026-08-12T07:30');
  expect(drafts()).toEqual([]);
  await sleepUntil(story, '2026-08-12T09:30');

  expect(drafts()).toEqual([DRAFT.other, DRAFT.city, 'Templat surat teguran']);
  const letter = textOf(DRAFT.other);
  expect(letter).not.toContain('{{');
  for (const words of [
    'PEMERINTAH KABUPATEN BALANGAN',
    'KECAMATAN PARINGIN',
    'Paringin, …… Agustus 2026',
    'Nomor\t: ………',
    'Hal\t: Teguran keterlambatan laporan Juli 2026',
    'Yth. Kepala Desa Kalahiang',
    '(dasar hukum belum diisi di tab Dasar Hukum)',
    'Sampai 12 Agustus 2026, laporan Desa Kalahiang kepada KUDAPANMAS',
    'tenggatnya Rabu, 5 Agustus 2026',
    '1. Laporan Bulanan Kependudukan',
    'Juli 2026: belum diterima',
    '1. 3 Agustus 2026 pukul 08.',
    '2. 6 Agustus 2026 pukul 08.',
    'melalui email\n3. pesan WhatsApp yang disiapkan 6 Agustus 2026',
    'dikirim paling lambat Kamis, 20 Agustus 2026 pukul 23.59 WITA.',
    'Camat Paringin,',
    'Contoh Camat, S.STP.',
    '(pangkat belum diisi di tab Pengaturan)',
    'Tembusan:\n1. Bupati Balangan\n2. Inspektur',
  ])
    expect(letter).toContain(words);
  expect(textOf(DRAFT.city)).toContain('Yth. Lurah Paringin Timur');
  const [paper] = documents().filter((one) => nameOf(one.id) === DRAFT.other);
  expect(paper?.body.attributes).toMatchObject({ PAGE_WIDTH: 609.4, PAGE_HEIGHT: 935.4 });

  expect(records().map((cells) => [cells[5], cells[7]])).toEqual([
    ['', '· Konsep, menunggu tanda tangan'],
    ['', '· Konsep, menunggu tanda tangan'],
  ]);
  expect(home()).toContain('Konsep surat teguran Juli 2026 sudah siap: Paringin Timur, Kalahiang.');
  const morning = story.mails.slice(before);
  expect(morning.map((mail) => [...mail.to])).toEqual([[KASI]]);
  expect(morning[0]?.text).toMatch(/Konsep surat teguran Juli 2026: https:\/\/drive\.google\.com/);

  await story.submit('other', {});
  await story.submit('other', { type: 'readiness' });
  await sleepUntil(story, '2026-08-13T09:30');
  expect(drafts()).toHaveLength(3);
  expect(home()).toContain('Konsep surat teguran Juli 2026 sudah siap: Paringin Timur.');
  await sleepUntil(story, '2026-08-21T09:30');
  expect(home()).not.toContain('Konsep surat teguran');
  expect(records()).toHaveLength(2);
});

test('whose reports came in during the week gets no draft', async () => {
  await sleepUntil(story, '2026-08-11T10:00');
  for (const village of ['other', 'kelurahan'] as const) {
    await story.submit(village, {});
    await story.submit(village, { type: 'readiness' });
  }
  await sleepUntil(story, '2026-08-12T09:30');
  expect(drafts()).toEqual([]);
  const answer = await story.command('warn', { period: 'Juli 2026' });
  expect(answer.text).toBe(
    'Semua desa/kelurahan sudah lengkap untuk Juli 2026; tidak ada surat yang dibuat.',
  );
});

test('where Google lets no document be made, the morning message leaves and says what to do', async () => {
  await sleepUntil(story, '2026-08-12T07:30');
  story.workspace.faults.set({
    failMember: 'DocumentApp.create',
    message: 'Izin diperlukan.',
    until: 'cleared',
  });
  const before = story.mails.length;
  await sleepUntil(story, '2026-08-12T09:30');
  const told = 'Konsep surat teguran belum dapat dibuat (Google: Izin diperlukan.).';
  expect(home()).toContain(told);
  const morning = story.mails.slice(before).find((mail) => mail.to.includes(KASI));
  expect(morning?.text).toContain(told);
  expect((await story.command('warn', { period: 'Juli 2026' })).done).toBe(false);
  story.workspace.faults.clear();
  await sleepUntil(story, '2026-08-13T09:30');
  expect(drafts()).toHaveLength(3);
  expect(home()).not.toContain(told);
});

test('by the menu: the preview, the edited template and basis, a draft that is there stays', async () => {
  const master = { fileId: story.fileId, projectId: '' };
  await pasteRows(story.workspace, master, 'basis', ['text'], [['Keputusan Camat contoh'], ['=1+1']], OWNER);
  expect(await story.command('warn', { period: 'Juli 2026' })).toEqual({
    done: false,
    text: 'Tenggat Juli 2026 belum lewat; belum ada yang perlu ditegur. Data tidak berubah.',
  });
  await sleepUntil(story, '2026-08-07T10:00');
  const made = await story.command('warn', { period: 'Juli 2026', village: VILLAGES.other.code });
  expect(made.text).toBe('1 konsep surat teguran Juli 2026 dibuat. Program tidak mengirimnya.');
  expect(made.links?.map((one) => one.text)).toEqual(['Buka folder surat', 'Buka konsep pertama']);
  expect(textOf(DRAFT.other)).toContain('Dasar:\n1. Keputusan Camat contoh\n2. =1+1');
  await story.workspace.openFile({ fileId: story.fileId, person: OWNER });
  const path = ['KUDAPANMAS', 'Pesan dan surat', 'Buat konsep surat teguran…'];
  await story.workspace.clickMenu({ fileId: story.fileId, person: OWNER, path });
  const shown = story.workspace.whatIsShown(story.fileId).dialog?.html ?? '';
  expect(shown).toContain('Desa Kalahiang: Kependudukan, Rekap Linmas (konsepnya sudah ada)');
  expect(shown).toContain('Kelurahan Paringin Timur: Kependudukan, Rekap Linmas');
  const again = await story.command('warn', { period: 'Juli 2026' });
  expect(again.text).toContain('1 konsep surat teguran Juli 2026 dibuat. 1 konsep yang sudah ada dibiarkan.');
  expect(drafts()).toHaveLength(3);
  await sleepUntil(story, '2026-08-12T09:30');
  expect(drafts()).toHaveLength(3);
});

test('on the due day the group gets thanks and the count: no names, no number, made once', async () => {
  const texts = (): string[][] => story.rows('Kirim WA').filter((row) => (row[0] ?? '').includes('|group'));
  await sleepUntil(story, '2026-08-05T07:30');
  expect(texts()).toEqual([]);
  await sleepUntil(story, '2026-08-05T10:30');
  const count = '*KUDAPANMAS: laporan Juli 2026*\nTerima kasih, *1 dari 3* desa/kelurahan sudah lengkap.';
  const [row] = texts();
  expect(texts()).toHaveLength(1);
  expect(row?.slice(2, 7)).toEqual([
    'Semua',
    'Grup WhatsApp',
    '',
    `${count} Tenggat hari ini pukul 23.59 WITA. Yang belum, link masing-masing sudah kami kirim.`,
    'Buka',
  ]);
  const links = story
    .tab('Kirim WA')
    .sheet.rows.flatMap((cells) => Object.values(cells?.richText ?? {}).flat())
    .flatMap((run) => (run.link?.startsWith('https://wa.me/?text=') === true ? [run.link] : []));
  expect(links.map((link) => new URL(link).searchParams.get('text'))).toEqual([row?.[5]]);
  expect(story.mails.some((mail) => mail.subject.includes('grup'))).toBe(false);

  await typeSetting(story.workspace, { fileId: story.fileId, projectId: '' }, 'groupNames', 'Ya', OWNER);
  await sleepUntil(story, '2026-08-07T10:00');
  const answer = await story.command('group', { period: 'Juli 2026' });
  expect(answer.links?.[0]?.url).toContain('https://wa.me/?text=');
  expect(texts().at(-1)?.[5]).toBe(
    `${count} Tenggat sudah lewat; laporan masih kami tunggu sampai Kamis, 20 Agustus 2026 pukul 23.59 WITA. ` +
      'Yang belum lengkap: Paringin Timur, Kalahiang.',
  );
  expect((await story.command('group', { period: 'Agustus 2026' })).text).toContain('belum dikumpulkan');
});

test('what the office announces stands on every status page from its first day to its last', async () => {
  const rows = [
    ['Rapat operator Senin, 10 Agustus.', '05/08/2026', '10/08/2026'],
    ['=IMPORTXML("x")', '', ''],
  ];
  const page = (village: 'balang' | 'other'): string =>
    story.villageRows(village, 'Status').flat().join('\n');
  const master = { fileId: story.fileId, projectId: '' };
  await pasteRows(story.workspace, master, 'announcements', ['text', 'from', 'until'], rows, KASI);
  expect(page('other')).toContain('Pengumuman');
  expect(page('other')).toContain('=IMPORTXML("x")');
  expect(page('other')).not.toContain('Rapat operator');
  await sleepUntil(story, '2026-08-05T01:30');
  for (const village of ['balang', 'other'] as const)
    expect(page(village)).toContain('Rapat operator Senin, 10 Agustus.');
  await story.submit('other', {});
  expect(page('other')).toContain('Rapat operator Senin, 10 Agustus.');
  await sleepUntil(story, '2026-08-11T01:30');
  expect(page('other')).not.toContain('Rapat operator');
  const before = story.mails.length;
  await sleepUntil(story, '2026-08-21T18:30');
  const cards = story.mails
    .slice(before)
    .filter((mail) => mail.subject.includes('Rapor pelaporan Juli 2026'));
  expect(cards.map((mail) => mail.to.join())).toEqual([
    VILLAGES.kelurahan.operator,
    VILLAGES.balang.operator,
    VILLAGES.other.operator,
  ]);
  expect(cards[1]?.text).toContain('kelengkapan 2 dari 2, ketepatan waktu 2 dari 2');
  expect(cards[2]?.text).toContain('kelengkapan 1 dari 2, ketepatan waktu 1 dari 2');
});
