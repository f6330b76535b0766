import { sleepUntil } from '../support/crashes';
import { typeSetting } from '../sample/install';
import { differenceOf, storyState } from '../support/storyState';
import { openStory, type Story } from '../support/story';
import { KASI, OWNER, VILLAGES } from '../support/threeVillages';

jest.setTimeout(240_000);

let story: Story;

/** Trial from July 8th to 31st; what is owed begins with August. */
beforeAll(async () => {
  story = await openStory({
    reportTypes: ['Kependudukan', 'Rekap Linmas', 'Uji kirim'],
    typing: async ({ workspace, master }) => {
      await typeSetting(workspace, master, 'goLive', 'Agustus 2026', OWNER);
      await typeSetting(workspace, master, 'trialFrom', '08/07/2026', OWNER);
      await typeSetting(workspace, master, 'trialUntil', '31/07/2026', OWNER);
    },
  });
});

const front = (): string => story.rows('Beranda').flat().join('\n');
const page = (): string => story.villageRows('balang', 'Status').flat().join('\n');
const recap = (): string =>
  story
    .rows('Rekap Penduduk')
    .find((row) => row[1] === 'Balang')
    ?.join(' ') ?? '';
const states = (): string[] => story.records('Riwayat', ['Keadaan']).map((row) => row['Keadaan'] ?? '');

test('Uji kirim shows who has reached the form, n dari 3', async () => {
  await story.pass('2026-07-10T09:00');
  expect(front()).toContain('Sudah mengirim Uji kirim\n0 dari 3');
  expect(page()).toContain('Uji kirim belum ada');
  await story.submit('balang', { type: 'rehearsal' });
  expect(states()).toEqual(['✓ Diterima']);
  expect(front()).toContain('Sudah mengirim Uji kirim\n1 dari 3');
  expect(front()).not.toMatch(/Belum\n.*Balang/);
  expect(page()).toContain('✓ Uji kirim sudah kami terima');
});

test('reports are taken and checked, whatever is locked; nobody is late, only the sender is answered', async () => {
  await sleepUntil(story, '2026-07-22T09:00');
  await story.submit('balang', { period: '2026-06', answers: { householdsClosing: 0 } });
  await story.submit('balang', { period: '2026-06' });
  expect(states().slice(1)).toEqual(['! Perlu Perbaikan', '✓ Diterima (menunggu saldo awal)']);
  await sleepUntil(story, '2026-07-28T09:00');
  await story.submit('balang', { period: '2026-07', answers: { birthsMale: 2, closingMale: 612 } });
  expect(recap()).toContain('612 592');
  const told = story.mails.map((mail) => mail.subject);
  expect(told.filter((subject) => !/Perlu perbaikan|Sudah diterima/.test(subject))).toEqual([]);
  expect(story.rows('Kirim WA').flat().join(' ')).not.toContain('Pengingat');
  expect(story.rows('Kepatuhan').flat().join(' ')).not.toMatch(/Terlambat|Belum Lapor/);
});

test('its data stay until it is over; then a page about it comes out by itself', async () => {
  const answer = await story.command('trial', { reason: 'buang data' });
  expect(answer).toMatchObject({ done: false });
  expect(answer.text).toContain('berlangsung sampai 31 Juli 2026');
  await story.pass('2026-08-01T01:10');
  expect(front()).toContain('Masa uji coba sudah selesai.');
  const made = story.workspace.store
    .ids('document')
    .map((id) => JSON.stringify(story.workspace.store.get('document', id)))
    .find((text) => text.includes('Per desa/kelurahan') && text.includes('Selama uji coba'));
  expect(made).toContain('1 dari 3 desa/kelurahan mengirim 3 laporan: 2 diterima, 1 perlu perbaikan');
  expect(made).toContain('Balang: 3 laporan, 2 diterima, 1 perlu perbaikan, Uji kirim ✓');
  expect(made).toContain('Kependudukan: Jumlah KK akhir bulan (1 kali)');
});

test('thrown away by the Kasi: no report counts any more, the balance stays, the forms keep their answers', async () => {
  const said = await story.order({ Perintah: 'Masa uji coba', Alasan: 'buang data' }, KASI);
  expect(said).toContain('Data uji coba dibuang dari hitungan');
  expect(said).toContain('1 saldo akhir uji coba disimpan');
  await story.advance('PT20M');
  expect(states()).toEqual(['✓ Diterima']);
  expect(front()).toContain('Sudah mengirim Uji kirim\n1 dari 3');
  expect(recap()).not.toContain('612');
  expect(front()).not.toContain('Masa uji coba sudah selesai');
  expect(story.form('balang').responses).toHaveLength(4);
  const line = story
    .records('Saldo Awal', ['Kode desa', 'Akhir bulan'])
    .find((row) => row['Kode desa'] === VILLAGES.balang.code && row['Akhir bulan'] === 'Juli 2026');
  expect(line).toMatchObject({ 'WNI laki-laki': '612', Status: 'dikonfirmasi', 'Dikonfirmasi oleh': KASI });
  expect((await story.command('sweep')).text).toContain('tidak ada laporan yang tertinggal');
  await sleepUntil(story, '2026-08-26T09:00');
  await story.submit('balang', { period: '2026-08', answers: { closingMale: 612 } });
  expect(states()).toEqual(['✓ Diterima', '✓ Diterima (sementara)']);
  expect(recap()).toContain('612 592');
});

test('used again, all of it is there as it was', async () => {
  expect((await story.command('trial', { reason: 'pakai lagi data' })).text).toContain('dipakai lagi');
  await story.advance('PT20M');
  expect(states()).toHaveLength(5);
  const all = (): string[] =>
    storyState(story, false).filter((text) => !/\/(Log|Perintah)\/|^property /.test(text));
  const before = all();
  await story.command('rebuild');
  expect(differenceOf(before, all())).toEqual([]);
});
