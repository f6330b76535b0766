import type { FormItem } from '../../local/state/form';
import { THREE_RT } from './moreReports';
import type { Story, Told } from './story';
import { differenceOf } from './storyState';
import { KASI, VILLAGES, type VillageId } from './threeVillages';
import { tab, type Tab } from '../sample/sheet';
import { fileNamed } from './personalStory';

/** A report that breaks no rule, of each type that not every programme has; early in October 2026. */
export const TOLD = {
  welfare: { type: 'welfare', period: '2026-09' },
  neighbourhoods: { type: 'neighbourhoods', period: '2026-09', answers: { lines: THREE_RT } },
  questions: { type: 'questions' },
  events: { type: 'events', answers: { eventDate: '2026-09-20' } },
  members: { type: 'members' },
} as const satisfies Record<string, Told>;
export type OtherType = keyof typeof TOLD;
export const TYPES = ['welfare', 'neighbourhoods', 'questions', 'events', 'members'] as const;

export const isPersonal = (type: OtherType): boolean => type === 'events' || type === 'members';

/** The same report with other answers, by another person. */
export const differing = (type: OtherType, answers: Told['answers'], person?: string): Told => {
  const told: Told = TOLD[type];
  return { ...told, answers: { ...told.answers, ...answers }, ...(person === undefined ? {} : { person }) };
};

/** The tab in which all that was answered stands. */
export const TAB_OF = {
  welfare: 'Data Ekonomi',
  neighbourhoods: 'Data RT',
  questions: 'Konsultasi',
  events: 'Peristiwa',
  members: 'Anggota Linmas',
} as const;

/** That tab as it stands. */
export const tabOf = (story: Story, type: OtherType): Tab =>
  isPersonal(type)
    ? tab(story.workspace, fileNamed(story, 'Register'), TAB_OF[type])
    : story.tab(TAB_OF[type]);

/** Beginning of the title of its pages on the form. */
const PAGE_OF = {
  welfare: 'Keadaan Ekonomi',
  neighbourhoods: 'Laporan Bulanan RT',
  questions: 'Konsultasi',
  events: 'Peristiwa',
  members: 'Data Anggota',
};

/** What has to be corrected; it stands there once the rules of the form are gone. */
export const WRONG = {
  welfare: { poorHouseholds: 'dua' },
  neighbourhoods: { lines: 'RT 1: KK 1l7, L 204' },
  questions: { question: 'ya' },
  events: { nik: '63110615' },
  members: { nik: '63110615' },
} as const;

/** Texts that each type takes. */
export const texts = (type: OtherType, text: string): Told['answers'] =>
  ({
    welfare: { notes: text },
    neighbourhoods: { events: text, notes: text },
    questions: { question: text, notes: text },
    events: { birthPlace: text, origin: text, notes: text },
    members: { birthPlace: text, training: text, card: text, notes: text },
  })[type];

/** What breaks other programs: markup, WhatsApp’s signs, emoji, an invisible sign, and too much of it. */
export const HOSTILE = `<script>alert(1)</script> "kutip" *tebal* _miring_ 👨‍👩‍👧 a\u200bb ${'panjang '.repeat(150)}`;

/** What is recorded of its length. */
export const CUT = {
  welfare: 'Catatan: Teks dipotong pada 500 huruf.',
  neighbourhoods: 'Kejadian penting di RT: Teks dipotong pada 1000 huruf.',
  questions: 'Pertanyaan: Teks dipotong pada 1000 huruf.',
  events: 'Tempat lahir: Teks dipotong pada 80 huruf.',
  members: 'Pelatihan terakhir: Teks dipotong pada 100 huruf.',
} as const;

/** A question of the type's pages on Balang's form, to be changed by hand. */
export function questionOf(story: Story, type: OtherType, title: string): FormItem {
  let page = '';
  for (const item of story.form('balang', type).items) {
    if (item.type === 'PAGE_BREAK') page = item.title;
    else if (item.title === title && page.includes(PAGE_OF[type])) return item;
  }
  throw new Error(`No question ${title}.`);
}

/** Somebody turns the filled rows of a tab upside down. */
export function turn({ sheet }: Tab): void {
  const filled = sheet.rows.flatMap((row, at) => (at > 0 && (row?.values[0] ?? '') !== '' ? [at] : []));
  const rows = filled.map((at) => sheet.rows[at] ?? null).reverse();
  filled.forEach((at, place) => (sheet.rows[at] = rows[place] ?? null));
}

/** What two states say differently, wherever it stands in its tab. */
export function saidOtherwise(before: readonly string[], after: readonly string[]): string[] {
  const apart = differenceOf(before, after).map((line) => line.replace(/\/\d+ /, '/ '));
  const twin = (line: string): string => `${line.startsWith('-') ? '+' : '-'}${line.slice(1)}`;
  return apart.filter((line) => !apart.includes(twin(line)));
}

/** The Kasi types into an operator's line of the tab `Operator`. */
export async function typeOperator(story: Story, of: VillageId, title: string, text: string): Promise<void> {
  const [headers = [], ...lines] = story.rows('Operator');
  const row = lines.findIndex((line) => line.includes(VILLAGES[of].operator)) + 2;
  await story.type('Operator', row, headers.indexOf(title) + 1, text, KASI);
}
