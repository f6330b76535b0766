import type { Snapshot } from '../../local/host/api';
import { sleepUntil, type Scene } from './crashes';
import { change } from './received';
import type { Telling } from './endState';
import { typeMode } from './pins';
import { type Story } from './story';
import { KASI, OPENING } from './threeVillages';

/** Where the cases begin. */
export interface Mornings {
  /** The afternoon of the due day: one village complete, one in need of a correction, one silent. */
  readonly dueDay: Snapshot;
  /** The day after the lock day: reports of July wait for their month to be opened. */
  readonly locked: Snapshot;
  /** A day on which December is locked and nothing waits: 2026 can be closed. */
  readonly yearEnd: Snapshot;
}

/** Plays a fresh story up to where the cases begin. */
export async function playMornings(story: Story): Promise<Mornings> {
  await story.advance('PT1H');
  await sleepUntil(story, '2026-08-05T09:30');
  await story.submit('kelurahan', { answers: { birthsMale: 1, closingMale: OPENING.male + 1 } });
  await story.submit('kelurahan', { type: 'activities' });
  await story.submit('balang', { answers: { closingMale: OPENING.male - 9 } });
  await story.pass('2026-08-05T16:50');
  const dueDay = story.workspace.snapshot();
  await sleepUntil(story, '2026-08-21T09:30');
  await story.submit('balang', {});
  await story.pass('2026-08-21T10:30');
  const locked = story.workspace.snapshot();
  await sleepUntil(story, '2027-01-22T09:30');
  await story.decide(['Balang', 'Juli 2026'], 'Tolak', 'contoh');
  return { dueDay, locked, yearEnd: story.workspace.snapshot() };
}

const through = (to: string) => (of: Story) => of.advance(to);

/** A decision that an interrupted run had not recorded yet is made by the next run, and has its hour. */
const DECIDED: Telling = {
  withoutRunTimes: true,
  runTabs: ['Keputusan', 'Indeks', 'Registri', 'Antrean Tinjau', 'Riwayat'],
};

/** One run of the clock heals; whether the books were left in order shows with the next reports. */
const goOn = (day: string) => async (of: Story) => {
  await sleepUntil(of, `${day}T21:30`);
  await of.submit('balang', { answers: { arrivalsMale: 1, closingMale: OPENING.male + 1 } });
  await of.advance(`${day}T21:35`);
  await of.submit('other', { type: 'activities' });
};

/** What the next runs close of the year, and a report of the new one. */
const closeAndGoOn = async (of: Story) => {
  await sleepUntil(of, '2027-01-22T13:30');
  await of.submit('balang', { type: 'activities', answers: { date: '2027-01-20' } });
};

/** Somebody lets answers be edited; somebody else changes one. */
const letEdit = async (of: Story) => {
  await of.advance('2026-08-05T17:45');
  const form = of.form('kelurahan');
  form.allowResponseEdits = true;
  of.workspace.store.touch('form', form.id);
};
const changeAnswer = async (of: Story) => {
  const [response] = of.form('kelurahan').responses;
  if (response === undefined) throw new Error('Nothing to change.');
  await change(of, 'kelurahan', response, { answers: { birthsMale: 2, closingMale: OPENING.male + 2 } });
};
const READ_AT =
  /\d{4}-260805-\d{6}|5 Agustus 2026 (pukul )?\d\d\.\d\d WITA|2026-08-05T\d\d:\d\d:\d\d(\.\d+)?|(?<!\d)1[78]\d{11}(?!\d)/g;

/** A row of `Perintah` that is filled in and waits for its tick. */
const order = (fields: Readonly<Record<string, string>>) => async (of: Story) => {
  for (const [title, text] of Object.entries(fields))
    await of.type('Perintah', 2, columnOf(of, title), text, KASI);
};
const columnOf = (of: Story, title: string): number => (of.rows('Perintah')[0] ?? []).indexOf(title) + 1;
const tick = (of: Story) => of.type('Perintah', 2, columnOf(of, 'Jalankan'), 'TRUE', KASI);

/** A run that is interrupted, and from where. */
export interface CrashCase extends Scene {
  readonly from: keyof Mornings;
  /** In the quick tests every so-many-th point is tried; 'long' = none. Default: each. */
  readonly every?: number | 'long';
  readonly before?: (story: Story) => Promise<unknown>;
}

/** An office's own table: two months of Balang that chain, and a village that nobody knows. */
const PAST = [
  'Desa;Bulan;Lahir L;Lahir P;Mati L;Mati P;Datang L;Datang P;Pindah L;Pindah P;KK akhir;Akhir L;Akhir P',
  'Balang;Mei 2026;0;0;0;0;0;0;0;0;351;609;592',
  'Balang;Juni 2026;1;0;0;0;0;0;0;0;351;610;592',
  'Balai;Juni 2026;0;0;0;0;0;0;0;0;351;610;592',
].join('\n');
/** Reports that are brought in have the time at which it was done, and their numbers from that. */
const BROUGHT_IN: Telling = { ...DECIDED, honest: (line) => line.replace(READ_AT, 'saat impor') };

/** A draft that is made again is another file under the same name; the answer counts what its own run made. */
const DRAFTED: Telling = {
  withoutRunTimes: true,
  honest: (line) =>
    line
      .replace(/(document|folders)\/(d\/)?[\w-]+/g, 'berkas')
      .replace(
        /\d konsep surat teguran (.* \d{4}) dibuat\.( \d konsep .*? dibiarkan\.)?/,
        'konsep $1 dibuat.',
      )
      .replace(/\nBuka konsep pertama| 11→https:\/\/docs\.google\.com\/berkas\S*/g, ''),
};
/** An order that comes again after all was done finds nothing to change, and says so. */
const UPDATED: Telling = {
  ...DECIDED,
  honest: (line) =>
    line.replace(/✓ (1 formulir sudah diperbarui\..*? tetap|Semua formulir sudah sesuai;.*?)\./, '✓'),
};

/** How the senders of Balang are known, in force; the forms still have the way before. */
const known = (way: string) => async (of: Story) => {
  await typeMode(of, 'balang', way);
};
const updated = async (of: Story) => {
  await of.command('updateForms');
};
/** Every act in its turn. */
const each =
  (...acts: readonly ((of: Story) => Promise<unknown>)[]) =>
  async (of: Story) => {
    for (const act of acts) await act(of);
  };
/** An order that comes again draws a PIN again: another one, another seal, and a snapshot of each in `Keputusan`. */
const RENEWED: Telling = {
  ...DECIDED,
  without: ['Keputusan'],
  honest: (line) =>
    line
      .replace(/"[\w+/-]{20,}=*"/g, 'segel')
      .replace(/ \| \d{4}(?= |$)/g, ' | PIN')
      .replace(/(property keputusan) \d+/, '$1'),
};

/** Runs of every kind, by what they are. */
export const CRASH_CASES: Readonly<Record<string, CrashCase>> = {
  'the evening run with receipts': {
    from: 'dueDay',
    acts: [through('2026-08-05T17:30')],
    heal: goOn('2026-08-05'),
  },
  'the night turn and the morning run with messages': {
    from: 'dueDay',
    every: 2,
    before: through('2026-08-05T23:30'),
    acts: Array.from({ length: 9 }, (_value, hour) => through(`2026-08-06T0${String(hour)}:30`)),
    heal: goOn('2026-08-06'),
  },
  'an approval in Antrean Tinjau': {
    from: 'dueDay',
    acts: [(of) => of.decide(['Kependudukan', 'Juli 2026'], 'Setujui')],
    heal: goOn('2026-08-05'),
    telling: DECIDED,
  },
  'Buka kunci in Perintah': {
    from: 'locked',
    every: 2,
    before: order({
      Perintah: 'Buka kunci',
      Desa: 'Desa Balang',
      Bulan: 'Juli 2026',
      Alasan: 'contoh',
      Sampai: '28 Agustus 2026',
    }),
    acts: [tick],
    heal: goOn('2026-08-21'),
    telling: DECIDED,
  },
  'Batalkan keputusan in Perintah, of two about one report': {
    from: 'dueDay',
    every: 'long',
    before: each(
      (of) => of.decide(['Kependudukan', 'Juli 2026'], 'Setujui'),
      (of) => of.decide(['Kependudukan', 'Juli 2026'], 'Kembalikan', 'contoh'),
      async (of) => {
        const row = of
          .records('Riwayat', ['Nomor laporan'])
          .find((one) => one['Desa/Kelurahan']?.includes('Timur'));
        await order({ Perintah: 'Batalkan keputusan', Alasan: `${row?.['Nomor laporan'] ?? ''}; contoh` })(
          of,
        );
      },
    ),
    acts: [tick],
    heal: goOn('2026-08-05'),
    // The village is folded anew, and `Log` tells that as well.
    telling: { ...DECIDED, without: ['Log'] },
  },
  'Koreksi saldo in Perintah': {
    from: 'dueDay',
    before: order({
      Perintah: 'Koreksi saldo',
      Desa: 'Kelurahan Paringin Timur',
      Bulan: 'Juli 2026',
      Alasan: 'contoh',
      'WNI L': '3',
    }),
    acts: [tick],
    heal: goOn('2026-08-05'),
    telling: DECIDED,
  },
  'Kirim pengingat sekarang in Perintah': {
    from: 'dueDay',
    before: order({ Perintah: 'Kirim pengingat sekarang' }),
    acts: [tick],
    heal: goOn('2026-08-05'),
    // The answer counts what left in this run; what had left before the interruption is not among it.
    telling: {
      withoutRunTimes: true,
      honest: (line) => line.replace(/\d pengingat terkirim/, 'pengingat terkirim'),
    },
  },
  'Buat rekap bulan in Perintah': {
    from: 'dueDay',
    every: 15,
    before: order({ Perintah: 'Buat rekap bulan', Bulan: 'Juli 2026' }),
    acts: [tick],
    heal: goOn('2026-08-05'),
    // An XLSX that is made again is another file under the same name; the older one goes to the bin.
    telling: { withoutRunTimes: true, honest: (line) => line.replace(/file\/d\/[\w-]+/, 'XLSX') },
  },
  'Bangun ulang in Perintah': {
    from: 'dueDay',
    every: 4,
    before: order({ Perintah: 'Bangun ulang' }),
    acts: [tick],
    heal: goOn('2026-08-05'),
  },
  'Tutup buku tahunan in Perintah': {
    from: 'yearEnd',
    every: 90,
    before: order({ Perintah: 'Tutup buku tahunan', Alasan: 'TUTUP 2026' }),
    acts: [tick],
    heal: closeAndGoOn,
    telling: { ...DECIDED, runTabs: [...(DECIDED.runTabs ?? []), 'Ringkasan'] },
  },
  'an answer that somebody changed in the form': {
    from: 'dueDay',
    every: 4,
    before: letEdit,
    acts: [changeAnswer],
    heal: goOn('2026-08-05'),
    // A further version has the time at which it was read, and its number from that.
    telling: { withoutRunTimes: true, honest: (line) => line.replace(READ_AT, 'saat dibaca') },
  },
  'a setting changed by hand': {
    from: 'dueDay',
    acts: [(of) => of.type('Saldo Awal', 3, 4, '612')],
    // Settings are compared with what is in force when an edit is told, and at midnight.
    heal: goOn('2026-08-06'),
    // Who typed stands beside the mark of the edit; where that was not set, the only reviewer is taken for the one.
    telling: {
      ...DECIDED,
      honest: (line) => line.replace(/(kantor|kasi)\.paringin@contoh\.id/g, 'seseorang'),
    },
  },
  'Impor bulan lalu in Perintah': {
    from: 'dueDay',
    every: 20,
    before: order({ Perintah: 'Impor bulan lalu', Alasan: PAST }),
    acts: [tick],
    heal: goOn('2026-08-05'),
    telling: BROUGHT_IN,
  },
  'Batalkan impor in Perintah': {
    from: 'dueDay',
    every: 'long',
    before: each((of) => of.command('importMonths', { reason: PAST }), order({ Perintah: 'Batalkan impor' })),
    acts: [tick],
    heal: goOn('2026-08-05'),
    telling: DECIDED,
  },
  'Buat konsep surat teguran in Perintah': {
    from: 'dueDay',
    every: 120,
    before: each(
      (of) => sleepUntil(of, '2026-08-07T09:30'),
      order({ Perintah: 'Buat konsep surat teguran', Bulan: 'Juli 2026' }),
    ),
    acts: [tick],
    heal: goOn('2026-08-07'),
    telling: DRAFTED,
  },
  'drafts of letters by the clock': {
    from: 'dueDay',
    every: 'long',
    before: (of) => sleepUntil(of, '2026-08-12T07:30'),
    acts: [through('2026-08-12T08:30')],
    heal: goOn('2026-08-12'),
    telling: DRAFTED,
  },
  'Perbarui formulir from accounts to PIN': {
    from: 'dueDay',
    every: 15,
    before: each(known('PIN desa'), order({ Perintah: 'Perbarui formulir' })),
    acts: [tick, through('2026-08-05T16:58')],
    heal: goOn('2026-08-05'),
    telling: UPDATED,
  },
  'Perbarui formulir from PIN back to accounts': {
    from: 'dueDay',
    every: 'long',
    before: each(
      known('PIN desa'),
      updated,
      known('akun Google terdaftar'),
      order({ Perintah: 'Perbarui formulir' }),
    ),
    acts: [tick, through('2026-08-05T16:58')],
    heal: goOn('2026-08-05'),
    telling: UPDATED,
  },
  'Ganti PIN in Perintah': {
    from: 'dueDay',
    every: 'long',
    before: each(known('PIN desa'), updated, order({ Perintah: 'Ganti PIN', Desa: 'Desa Balang' })),
    acts: [tick],
    heal: goOn('2026-08-05'),
    telling: RENEWED,
  },
};
