import { readXlsx } from 'hucre/xlsx';
import type { FormState } from '../../local/state/form';
import { createApp } from '../../local/web/app';
import { sleepUntil } from '../support/crashes';
import { mailsSince, tabsOf } from '../support/received';
import { openStory, type Story } from '../support/story';
import { OPENING, VILLAGES } from '../support/threeVillages';
import { differenceOf } from '../support/storyState';

/** One village from silence to a counted month, and every total on the way. */
let story: Story;

const rowOf = (tab: string, name: string): string[] =>
  story.rows(tab).find((row) => (row[1] ?? '').startsWith(name)) ?? [];
/** Columns 26–32 of B.3: WNA L, WNA P, WNI L, WNI P, KK, anggota, jiwa at the end of the month. */
const closing = (name: string): string[] => rowOf('Rekap Penduduk', name).slice(25, 32);
const compliance = (): string => rowOf('Kepatuhan', 'Balang').slice(2).join(' ');
const home = (): string => story.rows('Beranda').flat().join('\n');
const status = (): string => story.villageRows('balang', 'Status').flat().join('\n');
const dataRow = (tab: string): Record<string, string> | undefined =>
  story.records(tab, ['Desa/Kelurahan', 'Keadaan']).find((row) => row['Desa/Kelurahan'] === 'Balang');

/** JUMLAH of the recap's XLSX: sheet B.3, and how many rows its flat sheet has of Balang. */
async function recap(): Promise<{ readonly total: string[]; readonly flat: string[] }> {
  expect(await story.order({ Perintah: 'Buat rekap bulan', Bulan: 'Juli 2026' })).toContain('selesai dibuat');
  const { store } = story.workspace;
  const id = store.ids('file').find((one) => {
    const file = store.get('file', one);
    return file?.trashed === false && file.name === 'Rekap Juli 2026 Kecamatan Paringin.xlsx';
  });
  const book = await readXlsx(Buffer.from(store.get('file', id ?? '')?.content ?? '', 'base64'));
  const rows = (name: string): string[][] =>
    (book.sheets.find((sheet) => sheet.name === name)?.rows ?? []).map((row) =>
      row.map((cell) => (cell === null || cell === undefined ? '' : String(cell))),
    );
  const total = rows('B.3').find((row) => row[1]?.startsWith('JUMLAH')) ?? [];
  const flat = rows('Data').find((row) => row.includes('Balang')) ?? [];
  return { total, flat };
}

/** Opens the link of a mail as the operator does, fills in what it leaves open, and sends. */
async function sendBy(
  link: string,
  form: FormState,
  more: Readonly<Record<string, string>>,
): Promise<number> {
  const address = new URL(link);
  const app = createApp(story.workspace);
  const as = { cookie: `as=${VILLAGES.balang.operator}` };
  const opened = await app.request(address.pathname + address.search, { headers: as });
  expect(opened.status).toBe(200);
  expect(await opened.text()).toContain('Juli 2026');
  const body = new URLSearchParams([...address.searchParams].filter(([name]) => name.startsWith('entry.')));
  for (const [label, text] of Object.entries(more)) {
    const item = form.items.find((one) => one.title === label);
    body.append(`entry.${String(item?.entryIds[0])}`, text);
  }
  const sent = await app.request(`/forms/d/e/${form.publishedId}/formResponse`, {
    method: 'POST',
    headers: { ...as, 'content-type': 'application/x-www-form-urlencoded' },
    body: body.toString(),
  });
  return sent.status;
}

test('a village is late, gets the message, reports wrong, sends again, and every total follows', async () => {
  story = await openStory();
  await sleepUntil(story, '2026-08-03T09:14');
  for (const village of ['kelurahan', 'other'] as const) {
    await story.submit(village, {});
    await story.submit(village, { type: 'readiness' });
    await story.submit(village, { type: 'activities' });
  }
  expect(mailsSince(story, 0, VILLAGES.balang.operator)[0]).toContain(
    'Pengingat: 2 laporan Juli 2026, tenggat 5 Agustus',
  );

  // The day after the due day.
  let mails = story.mails.length;
  await story.pass('2026-08-06T08:40');
  const late = mailsSince(story, mails, VILLAGES.balang.operator);
  expect(late).toHaveLength(1);
  expect(late[0]).toContain('Belum kami terima: 2 laporan Juli 2026, tenggat 5 Agustus sudah lewat');
  expect(late[0]).toContain(
    'dua laporan Desa Balang untuk Juli 2026 belum kami terima: Kependudukan dan Rekap Linmas',
  );
  expect(mailsSince(story, mails, VILLAGES.other.operator).join('')).not.toContain('Belum kami terima');
  const twin = story.records('Kirim WA', ['Nomor', 'Pesan']).at(-1);
  expect(twin).toMatchObject({
    'Desa/Kelurahan': 'Desa Balang',
    Nomor: '6281200000002',
    'Buka WhatsApp': 'Buka',
  });
  expect(compliance()).toContain('Belum Lapor, lewat 1 hari');
  expect(rowOf('Kepatuhan', 'Kelengkapan')[2]).toBe('2 dari 3');
  expect(closing('JUMLAH (2 dari 3)')).toEqual(['0', '0', '1220', '1184', '702', '1702', '2404']);
  expect(closing('Balang')).toEqual(Array(7).fill('–'));
  expect(home()).toMatch(/yang lengkap\n2 dari 3/);
  expect(home()).toMatch(/Belum lengkap\nBalang\nKependudukan, Rekap Linmas/);
  expect(status()).toContain('! Kependudukan: belum, tenggatnya sudah lewat');
  expect((await recap()).total.slice(25, 32)).toEqual(['0', '0', '1220', '1184', '702', '1702', '2404']);

  // She reports, with a total that does not add up.
  mails = story.mails.length;
  await story.advance('2026-08-06T10:05');
  const moved = {
    birthsMale: 3,
    arrivalsFemale: 2,
    deathsMale: 1,
    householdsClosing: OPENING.households + 1,
  };
  await story.submit('balang', { answers: { ...moved, closingMale: 640, closingFemale: 594 } });
  const [wrong = ''] = mailsSince(story, mails, VILLAGES.balang.operator);
  expect(wrong).toContain('Tertulis 640, hitungan kami 612: 610 (awal bulan) + 3 lahir − 1 meninggal = 612.');
  expect(compliance()).toContain('Perlu Perbaikan');
  expect(closing('JUMLAH (2 dari 3)')[6]).toBe('2404');
  expect(dataRow('Data Kependudukan')?.['Keadaan'] ?? '').not.toContain('Diterima');
  expect(status()).toContain('! Kependudukan: perlu perbaikan');
  expect(home()).toMatch(/yang lengkap\n2 dari 3/);

  // She follows the link, which brings all but the totals, and sends again.
  await story.advance('2026-08-06T10:20');
  const link = /Perbaiki laporan: (https:\S+)/.exec(wrong)?.[1] ?? '';
  const totals = {
    'Jumlah seluruh penduduk akhir bulan, laki-laki': '612',
    'Jumlah seluruh penduduk akhir bulan, perempuan': '594',
  };
  expect(await sendBy(link, story.form('balang'), totals)).toBe(200);
  expect(compliance()).toContain('Terlambat 1 hari');
  expect(closing('Balang')).toEqual(['0', '0', '612', '594', '352', '854', '1206']);
  expect(closing('JUMLAH (3 dari 3)')).toEqual(['0', '0', '1832', '1778', '1054', '2556', '3610']);
  // Births and arrivals of WNI, columns 12 and 17; deaths 20.
  const sums = rowOf('Rekap Penduduk', 'JUMLAH');
  expect([sums[11], sums[16], sums[19]]).toEqual(['3', '2', '1']);
  expect(dataRow('Data Kependudukan')).toMatchObject({
    Keadaan: '✓ Diterima',
    'Kelahiran laki-laki (WNI)': '3',
    'Jumlah KK akhir bulan': '352',
  });
  expect(home()).toMatch(/Kependudukan: kelengkapan, ketepatan waktu\n3 dari 3, 2 dari 3/);
  expect(home()).toContain('3.610 jiwa, 1.054 KK');
  expect(home()).toMatch(/Belum lengkap\nBalang\nRekap Linmas/);
  expect(status()).toContain('✓ Kependudukan: diterima 6 Agustus 2026 pukul 10.20 WITA (terlambat 1 hari)');
  expect(status()).toContain('Akhir Juli: 1.206 jiwa (612 L, 594 P, 352 KK)');

  // Then the month's Linmas: four rounds of ronda fulfil the mandatory programme.
  expect(rowOf('Rekap Linmas', 'JUMLAH').slice(2, 4)).toEqual(['0', '2']);
  await story.submit('balang', { type: 'readiness' });
  await story.submit('balang', {
    type: 'activities',
    answers: { kind: 'Siskamling/ronda', times: 4, startTime: '22:00', endTime: '04:00', personnel: 5 },
  });
  const linmas = rowOf('Rekap Linmas', 'JUMLAH');
  // Times of ronda and patrol, of all, person-hours: 2 patrols of 6 × 3 hours and 4 rounds of 5 × 6 hours.
  expect([linmas[2], linmas[3], linmas[15], linmas[16]]).toEqual(['4', '2', '6', '156']);
  expect(rowOf('Rekap Linmas', 'Balang').join(' ')).toContain('✓ 1 dari 1');
  expect(linmas).toContain('45');
  expect(home()).toMatch(/yang lengkap\n3 dari 3/);
  expect(home()).toContain('6 kali, 156 jam-orang');
  expect(rowOf('Kepatuhan', 'Kelengkapan')[2]).toBe('3 dari 3');
  expect(rowOf('Kepatuhan', 'Ketepatan waktu')[2]).toBe('2 dari 3');
  expect(status()).toContain('✓ Siskamling/ronda: 4 dari 4 kali');

  // The evening's receipt, no further reminder, and the recap for the kabupaten.
  mails = story.mails.length;
  await story.pass('2026-08-06T17:40');
  const [receipt] = mailsSince(story, mails, VILLAGES.balang.operator);
  expect(receipt).toContain('Sudah diterima: 3 laporan Desa Balang');
  expect(receipt).toContain('(terlambat 1 hari): 1.206 jiwa (612 laki-laki, 594 perempuan), 352 KK.');
  await story.pass('2026-08-14T12:00');
  expect(mailsSince(story, mails, VILLAGES.balang.operator)).toHaveLength(1);
  const made = await recap();
  expect(made.total.slice(25, 32)).toEqual(['0', '0', '1832', '1778', '1054', '2556', '3610']);
  expect(made.flat).toEqual(expect.arrayContaining([VILLAGES.balang.code, '612', '594', '352']));

  const before = tabsOf(story);
  await story.command('rebuild');
  expect(differenceOf(before, tabsOf(story))).toEqual([]);
}, 120_000);
