import type { LetterSettings, Settings } from '../settings';

/** A paragraph of a template; `{{nama}}` in it is a place that a letter fills. */
export interface TemplateLine {
  readonly text: string;
  readonly align?: 'center' | 'right';
  readonly bold?: true;
  /** A line across the page below it. */
  readonly rule?: true;
  /** Begins on a new page. */
  readonly newPage?: true;
  /** A table that stands in the place of the text, its first row the headers. */
  readonly table?: readonly (readonly string[])[];
}

/** What a letter fills in: single places by their names, and paragraphs that become several. */
export interface Filling {
  readonly fields: Readonly<Record<string, string>>;
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** Places that become a table, its first row the headers. */
  readonly tables?: Readonly<Record<string, readonly (readonly string[])[]>>;
}

/** Width and height in points: F4 = 215 × 330 mm, A4 = 210 × 297 mm. */
export const PAPERS: Readonly<Record<LetterSettings['paper'], readonly [width: number, height: number]>> = {
  F4: [609.4, 935.4],
  A4: [595.3, 841.9],
};

const NO_LETTERS: LetterSettings = {
  address: '',
  title: 'Camat',
  name: '',
  rank: '',
  number: '',
  copies: [],
  paper: 'F4',
  basis: [],
};

/** The settings of letters; an office that was set up before they existed has none of them filled in. */
export function lettersOf(settings: Settings): LetterSettings {
  return settings.letters ?? NO_LETTERS;
}

/** What stands in the place of something that the office has not filled in, so that nobody signs it unseen. */
export const open = (what: string, where: string): string => `(${what} belum diisi di tab ${where})`;

/** `1. …`, `2. …` */
export const numbered = (all: readonly string[]): readonly string[] =>
  all.map((one, at) => `${String(at + 1)}. ${one}`);

/** Kop and signature, the same in every letter (Permendagri 1/2023). */
export const LETTERHEAD: readonly TemplateLine[] = [
  { text: 'PEMERINTAH {{KABUPATEN}}', align: 'center', bold: true },
  { text: 'KECAMATAN {{KECAMATAN}}', align: 'center', bold: true },
  { text: '{{alamat kantor}}', align: 'center', rule: true },
];

export const SIGNATURE: readonly TemplateLine[] = [
  { text: '{{jabatan}} {{kecamatan}},', align: 'right' },
  { text: '' },
  { text: '' },
  { text: '' },
  { text: '{{nama penanda tangan}}', align: 'right', bold: true },
  { text: '{{pangkat}}', align: 'right' },
  { text: 'NIP {{NIP}}', align: 'right' },
];

/** Fields of the kop and the signature. */
export function officeFields(settings: Settings): Readonly<Record<string, string>> {
  const { address, title, name, rank, number } = lettersOf(settings);
  const { subdistrict, programme } = settings;
  const told = (text: string, what: string): string => (text === '' ? open(what, 'Pengaturan') : text);
  return {
    KABUPATEN: subdistrict.regency.toUpperCase(),
    KECAMATAN: subdistrict.name.toUpperCase(),
    kabupaten: subdistrict.regency,
    kecamatan: subdistrict.name,
    program: programme,
    'alamat kantor': told(address, 'alamat kantor'),
    jabatan: title,
    'nama penanda tangan': told(name, 'nama penanda tangan'),
    pangkat: told(rank, 'pangkat'),
    NIP: number === '' ? '…' : number,
  };
}
