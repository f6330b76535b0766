import { beginEach } from '../support/beginEach';
import { sleepUntil } from '../support/crashes';
import { august, formOf, foundVillage } from '../support/founded';
import { pinOf, pinsElsewhere, postPin, typeMode } from '../support/pins';
import { openStory, type Story, type Told } from '../support/story';
import { KASI, OPENING, OWNER, VILLAGES } from '../support/threeVillages';

let story: Story;

beginEach(async () => {
  story = await openStory();
  await sleepUntil(story, '2026-08-03T09:14');
  await story.submit('balang', {});
  return story;
});

const home = (): string =>
  story
    .rows('Beranda')
    .map((row) => row.join(' '))
    .join('\n');
const snapshots = (): number => story.rows('Keputusan').filter((row) => row[3] === 'Pengaturan').length;
async function typeLine(label: string, text: string, person = OWNER): Promise<void> {
  const row = story.rows('Pengaturan').findIndex((line) => line[0] === label);
  await story.type('Pengaturan', row + 1, 2, text, person);
}

test('a changed line comes into force, is recorded as a whole, and the pages follow', async () => {
  await typeLine('Tanggal tenggat', '7');
  expect(snapshots()).toBe(2);
  expect(home()).toContain('Tenggat Jumat, 7 Agustus 2026');
  expect(story.rows('Kepatuhan')[0]?.join(' ')).toContain('Tenggat 7 Agustus 2026');
  expect(story.villageRows('other', 'Status').flat().join('\n')).toContain('Jumat, 7 Agustus 2026');
  expect(story.rows('Log').at(-1)?.join(' ')).toContain('Pengaturan diubah');
});

test('a wrong line leaves the last good settings in force and is named on Beranda until it is put right', async () => {
  await typeLine('Tanggal tenggat', 'lima');
  expect(snapshots()).toBe(1);
  expect(home()).toContain('Pengaturan, baris');
  expect(home()).toContain('Tertulis "lima"');
  expect(home()).toContain('Tenggat Rabu, 5 Agustus 2026');
  await typeLine('Tanggal tenggat', '5');
  expect(home()).not.toContain('lima');
  expect(snapshots()).toBe(1);
});

test('a village cannot leave by having its row emptied', async () => {
  const row = story.rows('Desa').findIndex((line) => line[0] === VILLAGES.other.code);
  await story.type('Desa', row + 1, 1, '');
  expect(snapshots()).toBe(1);
  expect(home()).toContain('Desa');
});

test('an operator who is replaced loses the form and the Sheet, the new one gets both', async () => {
  const row = story.rows('Operator').findIndex((line) => line.includes(VILLAGES.balang.operator));
  const column = story.rows('Operator')[0]?.indexOf('Email') ?? 0;
  await story.type('Operator', row + 1, column + 1, 'pengganti.balang@contoh.id', KASI);
  const form = story.workspace.store.get('file', story.form('balang').id);
  const sheet = story.workspace.store.get('file', story.registry('balang')[8] ?? '');
  expect(form?.publishedReaders).toContain('pengganti.balang@contoh.id');
  expect(form?.publishedReaders).not.toContain(VILLAGES.balang.operator);
  expect(sheet?.viewers).toEqual(['pengganti.balang@contoh.id']);
  expect(story.records('Keputusan', ['Oleh']).at(-1)).toMatchObject({ Keputusan: 'Pengaturan', Oleh: KASI });
});

describe('Serah terima operator', () => {
  const after = 'pengganti.balang@contoh.id';
  const values = {
    village: VILLAGES.balang.code,
    name: 'Contoh, S.Pd.',
    email: after,
    whatsapp: '0812-0000-0099',
  };
  const allowed = (): readonly (readonly string[])[] => [
    (story.workspace.store.get('file', story.form('balang').id)?.publishedReaders ?? []).filter((one) =>
      one.includes('balang@'),
    ),
    story.workspace.store.get('file', story.registry('balang')[8] ?? '')?.viewers ?? [],
  ];
  const operators = (): string[][] =>
    story.rows('Operator').filter((line) => line[0] === VILLAGES.balang.code);

  test('moves the access at once, keeps the old line with its end, and has the welcome text ready', async () => {
    const answer = await story.command('handOver', { ...values, until: '2026-08-02', old: '' });
    expect(answer.text).toContain(`Contoh, S.Pd. (${after}) mulai 3 Agustus 2026.`);
    expect(allowed()).toEqual([[after], [after]]);
    expect(operators().map((line) => line.slice(2))).toEqual([
      ['Operator Balang', VILLAGES.balang.operator, VILLAGES.balang.whatsapp, '', '02/08/2026'],
      ['Contoh, S.Pd.', after, '6281200000099', '03/08/2026'],
    ]);
    const welcome = story.rows('Kirim WA').find((row) => (row[0] ?? '').includes('welcome-2026-08-03'));
    expect(welcome?.slice(3, 5)).toEqual(['Contoh, S.Pd.', '6281200000099']);
    expect(welcome?.[5]).toContain('mulai 3 Agustus 2026 Bapak/Ibu menjadi operator Desa Balang');
    expect(story.rows('Log').map((row) => row.join(' '))).toContainEqual(
      expect.stringMatching(`Serah terima operator Desa Balang {2}${VILLAGES.balang.operator} ${after}`),
    );
    expect(story.records('Keputusan', ['Oleh']).at(-1)).toMatchObject({
      Keputusan: 'Pengaturan',
      Oleh: OWNER,
    });
    await story.submit('balang', { type: 'readiness', person: after });
    expect(story.rows('Riwayat').at(-1)?.join(' ')).toContain('✓ Diterima');
    const again = await story.command('handOver', { ...values, until: '2026-08-02', old: '' });
    expect(again.text).toContain(`${after} sudah operator Desa Balang. Data tidak berubah.`);
  });

  test('with a last day to come the access moves in the night after it, by a row of Perintah', async () => {
    const hasil = await story.order({
      Perintah: 'Serah terima operator',
      Desa: 'Desa Balang',
      Alasan: `Contoh Pengganti; ${after}; 081200000099`,
      Sampai: '03/08/2026',
    });
    expect(hasil).toContain('mulai 4 Agustus 2026');
    expect(story.records('Keputusan', ['Oleh']).at(-1)).toMatchObject({
      Keputusan: 'Pengaturan',
      Oleh: KASI,
    });
    const old = [VILLAGES.balang.operator];
    expect(allowed()).toEqual([old, old]);
    await story.advance('2026-08-04T01:10');
    expect(allowed()).toEqual([[after], [after]]);
  });

  test.each([
    ['no village', { village: '' }, 'Mohon pilih desa atau kelurahannya.'],
    ['no name', { name: '' }, 'Mohon tulis nama, email, dan WhatsApp operator baru'],
    ['no address', { email: 'pengganti' }, 'Mohon tulis email operator baru'],
    ['no number', { whatsapp: '12345678' }, 'Tertulis nomor "12345678".'],
    ['somebody else', { old: 'menggantikan x@contoh.id' }, 'x@contoh.id bukan operator Desa Balang'],
  ])('%s: refused, nothing changes', async (_what, wrong, words) => {
    const before = operators();
    const answer = await story.command('handOver', { ...values, until: '2026-08-02', ...wrong });
    expect(answer).toMatchObject({ done: false });
    expect(answer.text).toContain(words);
    expect(operators()).toEqual(before);
  });

  test('an operator without an address hands over, by the menu and by a row, with a PIN ready to be told', async () => {
    await typeMode(story, 'balang', 'PIN desa');
    await story.command('updateForms', { reason: '' });
    const before = pinOf(story, 'balang');
    const come = {
      ...values,
      email: '',
      old: '',
      until: '2026-08-02',
      name: 'Contoh Pertama',
      whatsapp: '0812-0000-0099',
    };
    for (const [wrong, words] of [
      [{ whatsapp: '' }, 'tanpa email, pesannya hanya lewat WhatsApp'],
      [{ email: 'pengganti' }, 'Tertulis "pengganti". Mohon tulis email yang benar, atau kosongkan'],
      [{ name: '' }, 'Mohon tulis nama'],
    ] as const) {
      const refused = await story.command('handOver', { ...come, ...wrong });
      expect(refused).toMatchObject({ done: false });
      expect(refused.text).toContain(words);
    }
    const first = await story.command('handOver', come);
    expect(first.text).toContain('Contoh Pertama mulai 3 Agustus 2026. PIN-nya ada di tab Operator');
    const patrol = (personnel: number): Told => ({ type: 'activities', answers: { personnel } });
    const history = (): string[] =>
      story
        .records('Riwayat', ['Keadaan', 'Bukti pengirim'])
        .filter((row) => row['Laporan'] === 'Kegiatan')
        .map((row) => `${row['Keadaan'] ?? ''} | ${row['Bukti pengirim'] ?? ''}`);
    const lineOf = (name: string) =>
      story.records('Operator', ['PIN']).find((row) => row['Nama operator'] === name);
    const pin = lineOf('Contoh Pertama')?.['PIN'] ?? '';
    expect(pin).toMatch(/^[1-9]\d{3}$/);
    expect(pin).not.toBe(before);
    const welcome = story.rows('Kirim WA').find((row) => (row[0] ?? '').includes('welcome-2026-08-03'));
    expect(welcome?.slice(3, 5)).toEqual(['Contoh Pertama', '6281200000099']);
    expect(welcome?.[5]).toContain('Formulirnya meminta PIN; PIN itu kami sampaikan langsung');
    await postPin(story, 'balang', before, patrol(4));
    await postPin(story, 'balang', pin, patrol(5));
    expect(history()).toEqual(['… Ditahan: pengirim tidak dikenal | PIN keliru', '✓ Diterima | PIN desa']);

    const order = { Perintah: 'Serah terima operator', Desa: 'Desa Balang', Sampai: '03/08/2026' };
    const next = 'Contoh Kedua; 081200000098; menggantikan contoh pertama';
    const said = await story.order({ ...order, Alasan: next });
    expect(said).toContain('Contoh Pertama sampai 3 Agustus 2026; Contoh Kedua mulai 4 Agustus 2026.');
    expect(lineOf('Contoh Pertama')?.['Berlaku sampai']).toBe('03/08/2026');
    await sleepUntil(story, '2026-08-04T09:00');
    const last = lineOf('Contoh Kedua')?.['PIN'] ?? '';
    for (const one of [pin, last]) await postPin(story, 'balang', one, patrol(6));
    expect(history().slice(2)).toEqual([
      '… Ditahan: pengirim tidak dikenal | PIN keliru',
      '✓ Diterima | PIN desa',
    ]);
    const nobody = await story.order({ ...order, Alasan: next.replace('Kedua', 'Ketiga') });
    expect(nobody).toContain('contoh pertama bukan operator Desa Balang; yang terdaftar: Contoh Kedua');
    expect(pinsElsewhere(story, [before, pin, last])).toEqual([]);
  });
});

test('a new Kasi may act at once, the one before no longer', async () => {
  const after = 'kasi.baru@contoh.id';
  await typeLine('Email Kasi Trantib', after);
  await expect(story.decide(['Balang', 'Kependudukan'], 'Setujui', '', KASI)).rejects.toThrow('may not type');
  await story.decide(['Balang', 'Kependudukan'], 'Setujui', '', after);
  expect(story.records('Keputusan', ['Oleh']).at(-1)).toMatchObject({ Keputusan: 'Setujui', Oleh: after });
});

test('a balance typed in later moves every month that hangs on it', async () => {
  const row = story.rows('Saldo Awal').findIndex((line) => line[0] === VILLAGES.balang.code);
  const column = story.rows('Saldo Awal')[0]?.indexOf('WNI laki-laki') ?? 0;
  await story.type('Saldo Awal', row + 1, column + 1, String(OPENING.male + 90));
  const recap = story.rows('Rekap Penduduk').find((line) => line[1] === 'Balang');
  expect(recap?.[4]).toBe(String(OPENING.male + 90));
  expect(story.form('balang').items.some((item) => item.helpText.includes('Awal Juli 2026: 700 L'))).toBe(
    true,
  );
});

test('a change whose edit event got lost is taken in the night', async () => {
  const project = story.workspace.store.get('project', story.master.projectId);
  const triggers = project?.triggers.splice(0) ?? [];
  await typeLine('Tanggal tenggat', '7');
  project?.triggers.push(...triggers);
  expect(snapshots()).toBe(1);
  await story.advance('2026-08-04T01:10');
  expect(snapshots()).toBe(2);
});

describe('villages that change', () => {
  const typeVillage = async (column: string, text: string): Promise<void> => {
    const row = story.rows('Desa').findIndex((line) => line[0] === VILLAGES.balang.code);
    await story.type('Desa', row + 1, (story.rows('Desa')[0]?.indexOf(column) ?? -1) + 1, text);
  };

  test('renamed: the new name everywhere, the history under its code', async () => {
    await typeVillage('Nama', 'Balang Hulu');
    expect(story.rows('Rekap Penduduk').find((line) => line[1] === 'Balang Hulu')?.[4]).toBe(
      String(OPENING.male),
    );
    expect(story.villageRows('balang', 'Status').flat().join('\n')).toContain('Desa Balang Hulu');
    expect(story.rows('Indeks').flat().join(' ')).toContain(`${VILLAGES.balang.code}|2026-07`);
    // The list of *Perintah* follows at once: the Kasi could choose neither name otherwise.
    const opened = { Perintah: 'Buka kunci', Bulan: 'Juli 2026', Alasan: 'contoh', Sampai: '25/08/2026' };
    expect(await story.order({ ...opened, Desa: 'Desa Balang Hulu' })).toContain('Desa Balang Hulu terbuka');
  });

  test('closed or merged: owed until its last month, no longer after it, its figures stay', async () => {
    await typeVillage('Ada sampai', 'Juli 2026');
    expect(story.rows('Rekap Penduduk').some((line) => line[1] === 'Balang')).toBe(true);
    await sleepUntil(story, '2026-08-26T09:00');
    expect(story.rows('Kepatuhan').some((line) => line[1] === 'Balang')).toBe(false);
    await story.type('Rekap Penduduk', 1, 2, 'Juli 2026', KASI);
    expect(story.rows('Rekap Penduduk').find((line) => line[1] === 'Balang')?.[4]).toBe(String(OPENING.male));
    const after = await story.submit('balang', { period: '2026-08' });
    expect(JSON.stringify(after)).toContain(
      'Desa Balang tercatat sampai Juli 2026. Sesudah itu tidak ada lagi',
    );
  });

  const recap = (name: string): string[] =>
    story.rows('Rekap Penduduk').find((line) => (line[1] ?? '').startsWith(name)) ?? [];
  const year = (name: string, part: string): string[] =>
    story.rows('Rekap Tahunan').find((row) => row[0] === name && (row[1] ?? '').startsWith(part)) ?? [];

  test('split: the new one has its own form by Pasang, and what it has leaves the old one by a koreksi saldo', async () => {
    const code = '63.11.06.2099';
    await foundVillage(story, 'Balang Baru', code, 'Balang');
    expect(home()).toContain('Formulir belum mengikuti pengaturan yang baru');
    story.install();
    expect(formOf(story, code)).not.toBe('');
    expect(recap('Balang Baru')).toEqual([]);
    const line = story.rows('Saldo Awal').findIndex((cells) => cells.every((cell) => cell === '')) + 1;
    const balance = ['', 'Balang Baru', 'Juli 2026', '110', '92', '', '', '51', 'berita acara pemekaran'];
    for (const [column, text] of balance.entries())
      if (text !== '') await story.type('Saldo Awal', line, column + 1, text, KASI);
    await sleepUntil(story, '2026-08-25T01:10');
    expect(home()).toContain(
      'Koreksi saldo Agustus 2026 untuk Desa Balang belum dicatat: WNI L −110, WNI P −92, KK −51 (warganya sudah dihitung di Desa Balang Baru).',
    );
    const order = { Perintah: 'Koreksi saldo', Desa: 'Desa Balang', Bulan: 'Agustus 2026' };
    await story.order({ ...order, Alasan: 'pemekaran', 'WNI L': '-110', 'WNI P': '-92', KK: '-51' });
    await sleepUntil(story, '2026-08-26T09:00');
    expect(home()).not.toContain('Koreksi saldo Agustus 2026');
    await story.submit('balang', {
      period: '2026-08',
      answers: { closingMale: 500, closingFemale: 500, householdsClosing: 300 },
    });
    await august(story, code, 110, 92, 51);
    expect(recap('JUMLAH (2 dari 4)').slice(4, 9)).toEqual(['610', '592', '351', '851', '1202']);
    expect(recap('JUMLAH (2 dari 4)').slice(27, 32)).toEqual(['610', '592', '351', '851', '1202']);
  });

  test('merged: the new one counts on from what both had, their forms say where to report, the year adds up', async () => {
    const code = '63.11.06.2098';
    await story.submit('other', { answers: { birthsMale: 2, closingMale: OPENING.male + 2 } });
    await foundVillage(story, 'Balang Raya', code, 'Balang, Desa Kalahiang');
    for (const name of ['Balang', 'Kalahiang']) {
      const row = story.rows('Desa').findIndex((line) => line[1] === name);
      await story.type(
        'Desa',
        row + 1,
        (story.rows('Desa')[0]?.indexOf('Ada sampai') ?? -1) + 1,
        'Juli 2026',
      );
    }
    story.install();
    expect(home()).toContain(
      'Saldo awal Desa Balang Raya (akhir Juli 2026) dapat dihitung dari desa asalnya',
    );
    expect(await story.order({ Perintah: 'Saldo awal', Alasan: 'tulis usulan' })).toContain(
      '1 usulan ditulis',
    );
    expect(story.rows('Saldo Awal').find((line) => line[0] === code)).toEqual(
      expect.arrayContaining([
        code,
        'Juli 2026',
        '1222',
        '1184',
        '702',
        'Usulan dari saldo akhir Juli 2026 Desa Balang dan Desa Kalahiang: 1.222 L, 1.184 P, 702 KK',
      ]),
    );
    expect(await story.order({ Perintah: 'Saldo awal', Alasan: 'konfirmasi' })).toContain(
      '1 saldo awal dikonfirmasi',
    );
    expect(home()).not.toContain('dapat dihitung');
    expect(story.form('balang').acceptingResponses).toBe(true);
    await sleepUntil(story, '2026-08-26T09:00');
    const words =
      'Desa Balang tercatat sampai Juli 2026. Sejak Agustus 2026 laporannya dikirim Desa Balang Raya.';
    expect(story.form('balang')).toMatchObject({ acceptingResponses: false, closedMessage: words });
    const page = story.villageRows('balang', 'Status').flat().join('\n');
    expect(page).toContain(words);
    expect(page).toContain('Isi laporan Desa Balang Raya');
    expect(page).not.toContain('Tenggat');
    expect(await story.health()).not.toContain('Balang tidak menerima jawaban');
    const late = { Desa: 'Desa Kalahiang', Bulan: 'Juli 2026', Alasan: 'susulan', Sampai: '26/08/2026' };
    await story.order({ Perintah: 'Buka kunci', ...late });
    expect([story.form('other'), story.form('balang')].map((one) => one.acceptingResponses)).toEqual([
      true,
      false,
    ]);

    await august(story, code, 1222, 1184, 702);
    expect(recap('JUMLAH (1 dari 2)').slice(4, 7)).toEqual(['1222', '1184', '702']);
    await sleepUntil(story, '2026-08-27T01:10');
    const sum = year('JUMLAH', 'Setahun (3 dari 4)');
    expect(story.form('other').acceptingResponses).toBe(false);
    // Columns 5, 6 and 10–13 of B.3 and the end: opening of July, births, everybody at the end of August.
    expect([sum[4], sum[5], sum[11], sum.at(-2)]).toEqual(['1220', '1184', '2', '2406']);

    const row = story.rows('Desa').findIndex((line) => line[1] === 'Balang');
    await story.type('Desa', row + 1, (story.rows('Desa')[0]?.indexOf('Ada sampai') ?? -1) + 1, '');
    expect(story.form('balang')).toMatchObject({ acceptingResponses: true, closedMessage: '' });
  });

  test.each([
    ['an origin that is no village', 'Balang, Nirwana', 'Agustus 2026', '"Nirwana" tidak ada di tab Desa'],
    ['itself', 'Balang', 'Agustus 2026', 'tidak dapat berasal dari dirinya sendiri'],
    ['no month', 'Kalahiang', '', 'Mohon isi Ada sejak desa ini, atau Ada sampai desa asalnya'],
  ])('%s is named with its line, and nothing changes', async (_what, origins, since, sentence) => {
    await typeVillage('Ada sejak', since);
    await typeVillage('Berasal dari', origins);
    expect(home()).toContain(sentence);
  });
});

test('the Kasi sends for a village: with where the figures come from, marked everywhere, and the village is told', async () => {
  await story.submit('other', { person: KASI });
  const state = (): string =>
    story
      .records('Riwayat', ['Keadaan'])
      .filter((row) => row['Pengirim'] === KASI)
      .at(-1)?.['Keadaan'] ?? '';
  expect(state()).toContain('Perlu Perbaikan');
  await story.submit('other', { person: KASI, answers: { notes: 'dari telepon, 3 Agustus' } });
  expect(state()).toBe('✓ Diterima (diisikan oleh kecamatan)');
  expect(
    story
      .rows('Rekap Penduduk')
      .find((line) => line[1] === 'Kalahiang')
      ?.join(' '),
  ).toContain('diisikan oleh kecamatan');
  await story.pass('2026-08-03T17:30');
  const told = story.mails.filter((mail) => mail.to.includes(VILLAGES.other.operator)).at(-1);
  expect(told?.subject).toContain('Sudah diterima');
  expect(told?.text).toContain('diisikan oleh kecamatan');
});
