import { grid, header, type as typeInto } from '../sample/sheet';
import type { Story } from '../support/story';
import { KASI, OWNER } from '../support/threeVillages';
import { dayIn, daysOn, lastDay, monthText, monthsOn, typedDate } from './calendar';
import { ANSWER, halfway, HANDED_OVER, isAnswered, isApproved, nameAfter, renamedOf } from './decided';
import type { Office } from './setUp';
import { numberOf, type Sender } from './sending';
import type { Act } from './teller';
import type { MonthTruth, Stock, YearTruth } from './truth';
import type { Course } from './courses';

/** Something that the office does at a local time. */
export interface Happening {
  readonly at: string;
  readonly run: (sender: Sender) => Promise<void>;
}

/** Chooses an action in `Antrean Tinjau` for the reports with these numbers, pasted in one go, the reason first. */
async function choose(sender: Sender, keys: readonly string[], action: string, reason = ''): Promise<void> {
  const { story } = sender;
  const numbers = keys.map((key) => numberOf(sender, key));
  const at = story.tab('Antrean Tinjau');
  const { row: top, columns } = header(at, ['Nomor laporan', 'Tindakan', 'Alasan']);
  const rows = grid(at).flatMap((line, index) =>
    index >= top && numbers.includes(line[(columns['Nomor laporan'] ?? 1) - 1] ?? '') ? [index + 1] : [],
  );
  const [first, last] = [rows[0], rows[rows.length - 1]];
  if (first === undefined || last === undefined || rows.length !== numbers.length)
    throw new Error(`${action}: of ${numbers.join(', ')} only ${String(rows.length)} wait.`);
  const paste = async (title: string, text: string): Promise<void> => {
    const cells = Array.from({ length: last - first + 1 }, (_row, n) => [
      rows.includes(first + n) ? text : '',
    ]);
    await typeInto(story.workspace, at, { row: first, column: columns[title] ?? 1 }, cells, KASI);
  };
  if (reason !== '') await paste('Alasan', reason);
  await paste('Tindakan', action);
}

async function mustDo(story: Story, fields: Record<string, string>, words: string): Promise<void> {
  const said = await story.order(fields);
  if (!said.includes(words)) throw new Error(`${JSON.stringify(fields)}: ${said}`);
}

/** The village as the office's list names it at the moment. */
function titleAt(story: Story, year: YearTruth, place: number): string {
  const village = year.villages[place];
  const name = story.rows('Desa').find((line) => line[0] === village?.code)?.[1] ?? '';
  return `${village?.kind === 'desa' ? 'Desa' : 'Kelurahan'} ${name}`;
}

const amounts = ({ people, households }: Stock): Record<string, string> => ({
  'WNA L': String(people[0]),
  'WNA P': String(people[1]),
  'WNI L': String(people[2]),
  'WNI P': String(people[3]),
  KK: String(households),
});

/** What the Kasi does about one village's population report of a month. */
function aboutMonth(year: YearTruth, place: number, month: MonthTruth): Happening[] {
  const { period, course } = month;
  const next = monthsOn(period, 1);
  const key = `${String(place)} population ${period}`;
  const on = (day: number, time: string): string => `${dayIn(next, day)}T${time}`;
  const decide = (at: string, of: string, action: string, reason: string): Happening => ({
    at,
    run: (sender) => choose(sender, [of], action, reason),
  });
  const open = (at: string, until: string): Happening => ({
    at,
    run: ({ story }) =>
      mustDo(
        story,
        {
          Perintah: 'Buka kunci',
          Desa: titleAt(story, year, place),
          Bulan: monthText(period),
          Alasan: 'Laporannya baru ada sekarang.',
          Sampai: typedDate(until),
        },
        'terbuka sampai',
      ),
  });
  const fix: Happening = {
    at: on(22, '10:00'),
    run: ({ story }) =>
      mustDo(
        story,
        {
          Perintah: 'Tetapkan saldo akhir',
          Desa: titleAt(story, year, place),
          Bulan: monthText(period),
          Alasan: 'Laporannya tidak ada; menurut buku desa.',
          ...amounts(month.closing),
        },
        'ditetapkan',
      ),
  };
  const takenUp = open(`${dayIn(monthsOn(period, 2), 10)}T09:30`, dayIn(monthsOn(period, 2), 12));
  const adjust: Happening = {
    at: `${dayIn(period, 25)}T15:00`,
    run: ({ story }) =>
      mustDo(
        story,
        {
          Perintah: 'Koreksi saldo',
          Desa: titleAt(story, year, place),
          Bulan: monthText(period),
          Alasan: 'Pencocokan data dengan Dukcapil',
          ...amounts(month.adjustment),
        },
        'dikoreksi',
      ),
  };
  const own: Partial<Record<Course, readonly Happening[]>> = {
    stranger: [decide(on(2, '10:00'), `${key} wrong`, 'Tolak', 'Bukan petugas desa.')],
    newcomer: [decide(on(6, '09:20'), key, 'Lepas', '')],
    returned: [decide(on(6, '09:40'), `${key} wrong`, 'Kembalikan', 'Mohon dicocokkan dengan buku induk.')],
    wrongMonth: [decide(on(2, '17:30'), `${key} wrong`, 'Tolak', 'Salah bulan.')],
    reasoned: [decide(on(9, '09:30'), key, 'Setujui', '')],
    afterLock: [open(on(23, '09:30'), dayIn(next, lastDay(next)))],
    fixed: [fix],
    takenUp: [takenUp],
    fixedThenTakenUp: [fix, takenUp],
  };
  return [...(month.ordered ? [adjust] : []), ...(own[course] ?? [])];
}

/** Reports that are sent back or refused by their numbers, of the other types. */
function aboutOthers(acts: readonly Act[], year: YearTruth): Happening[] {
  const of = (act: Act, at: string, action: string, reason: string): Happening => ({
    at,
    run: (sender) => choose(sender, [act.key], action, reason),
  });
  const returned = year.villages.flatMap((village, place) =>
    village.months.flatMap(({ period, readiness }) => {
      const key = `${String(place)} readiness ${period}`;
      const act = acts.find((one) => one.key === key);
      if (readiness.course !== 'returned' || act === undefined) return [];
      return [
        of(act, `${dayIn(monthsOn(period, 1), 6)}T09:45`, 'Kembalikan', 'Mohon dicek lagi pos yang aktif.'),
      ];
    }),
  );
  const refused = acts
    .filter((act) => act.type === 'activities' && act.fate === 'never' && !act.key.endsWith('again'))
    .map((act) => of(act, `${act.at.slice(0, 10)}T16:50`, 'Tolak', 'Bukan kegiatan Linmas.'));
  return [...returned, ...refused];
}

function approvals(year: YearTruth): Happening[] {
  return year.periods.map((period, at) => {
    const keys = year.villages.flatMap((village, place) => {
      const month = village.months[at];
      const isMeant = month !== undefined && month.course !== 'reasoned' && isApproved(place, month);
      return isMeant ? [`${String(place)} population ${period}`] : [];
    });
    return {
      at: `${dayIn(monthsOn(period, 1), 12)}T09:30`,
      run: (sender) => (keys.length === 0 ? Promise.resolve() : choose(sender, keys, 'Setujui')),
    };
  });
}

/** Two villages may ask the same: the row's order ends with the village's code. */
async function answer(story: Story, code: string, question: string): Promise<void> {
  const at = story.tab('Konsultasi');
  const { columns } = header(at, ['Pertanyaan', 'Jawaban', 'Umum', 'Kirim']);
  const isAsked = (line: readonly string[]): boolean =>
    line[(columns['Pertanyaan'] ?? 1) - 1] === question && line.some((cell) => cell.endsWith(`|${code}`));
  const row = grid(at).findIndex(isAsked) + 1;
  if (row === 0) throw new Error(`${code} did not ask ${question}`);
  for (const [title, text] of [
    ['Jawaban', ANSWER],
    ['Umum', 'Ya'],
    ['Kirim', 'TRUE'],
  ] as const)
    await story.type('Konsultasi', row, columns[title] ?? 1, text, KASI);
}

const NEW_OPERATOR = 'operator.baru@contoh.id';

function changes(year: YearTruth): Happening[] {
  const code = year.villages[HANDED_OVER]?.code ?? '';
  const handOver: Happening = {
    at: `${dayIn(halfway(year), 15)}T07:30`,
    run: async (sender) => {
      const answered = await sender.story.command('handOver', {
        village: code,
        name: 'Contoh Pengganti',
        email: NEW_OPERATOR,
        whatsapp: '081200000099',
        until: daysOn(dayIn(halfway(year), 15), -1),
        old: '',
      });
      if (!answered.done) throw new Error(answered.text);
      sender.operators[HANDED_OVER] = NEW_OPERATOR;
    },
  };
  const rename: Happening = {
    at: `${dayIn(halfway(year), 16)}T07:40`,
    run: async ({ story }) => {
      const desa = story.rows('Desa');
      const row = desa.findIndex((line) => line[0] === year.villages[renamedOf(year)]?.code) + 1;
      await story.type(
        'Desa',
        row,
        (desa[0]?.indexOf('Nama') ?? 0) + 1,
        nameAfter(year, renamedOf(year)),
        OWNER,
      );
    },
  };
  return [handOver, rename];
}

/** All that the office does in the year, for the types in use. */
export function happeningsOf({ year }: Office, acts: readonly Act[]): Happening[] {
  const uses = (type: Act['type']): boolean => acts.some((act) => act.type === type);
  const months = year.villages.flatMap((village, place) =>
    village.months.flatMap((month) => aboutMonth(year, place, month)),
  );
  const answers = year.villages.flatMap((village, place) =>
    village.months.flatMap(({ period, question }): Happening[] =>
      question === undefined || !isAnswered(place)
        ? []
        : [
            {
              at: `${dayIn(monthsOn(period, 1), 7)}T10:30`,
              run: ({ story }) => answer(story, village.code, question),
            },
          ],
    ),
  );
  return [
    ...(uses('population') ? [...months, ...approvals(year)] : []),
    ...aboutOthers(acts, year),
    ...(uses('questions') ? answers : []),
    ...changes(year),
  ];
}
