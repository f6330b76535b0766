import type { VillageCode, ZoneName } from './settings';

/** A sub-district (kecamatan) with the regency or city it belongs to. */
export interface Subdistrict {
  /** `63.11.06`. */
  readonly code: string;
  readonly name: string;
  /** `Kabupaten Balangan`. */
  readonly regency: string;
  /** `Kalimantan Selatan`. */
  readonly province: string;
}

export interface SubdistrictVillages extends Subdistrict {
  readonly villages: readonly { readonly code: VillageCode; readonly name: string }[];
}

/**
 * The bundled list: lines `P63|Kalimantan Selatan`, under it `R63.11|Kabupaten Balangan`, under it `D63.11.06|Paringin`, under that
 * `2005|Balang` for each village.
 */
export type RegionText = string;

/** All sub-districts, in the order of their codes. */
export function listSubdistricts(text: RegionText): readonly Subdistrict[] {
  const all: Subdistrict[] = [];
  let province = '';
  let regency = '';
  for (const line of text.split('\n')) {
    const mark = line.charAt(0);
    if (mark !== 'P' && mark !== 'R' && mark !== 'D') continue;
    const cut = line.indexOf('|');
    const name = line.slice(cut + 1);
    if (mark === 'P') province = name;
    else if (mark === 'R') regency = name;
    else all.push({ code: line.slice(1, cut), name, regency, province });
  }
  return all;
}

/** One sub-district with its villages, kelurahan and desa; undefined where no such code exists. */
export function findSubdistrict(text: RegionText, code: string): SubdistrictVillages | undefined {
  const start = text.indexOf(`\nD${code}|`);
  if (start < 0) return undefined;
  const nameAbove = (mark: string): string => {
    const at = text.lastIndexOf(`${mark}|`, start);
    return text.slice(at, text.indexOf('\n', at)).split('|')[1] ?? '';
  };
  const [head = '', ...rest] =
    text
      .slice(start + 1)
      .split(/\n(?=[PRD])/, 1)[0]
      ?.split('\n') ?? [];
  return {
    code,
    name: head.split('|')[1] ?? '',
    regency: nameAbove(`R${code.slice(0, 5)}`),
    province: nameAbove(`P${code.slice(0, 2)}`),
    villages: rest.map((line) => {
      const [number = '', name = ''] = line.split('|');
      return { code: `${code}.${number}`, name };
    }),
  };
}

/** Provinces on Central and Eastern Indonesian Time (Keppres 41/1987); all others are on Western time. */
const CENTRAL = ['51', '52', '53', '63', '64', '65', '71', '72', '73', '74', '75', '76'];
const EASTERN = ['81', '82', '91', '92', '93', '94', '95', '96', '97'];

/** Zone of a region by its code; the first two digits are the province. */
export function zoneOf(code: string): ZoneName {
  const province = code.slice(0, 2);
  if (CENTRAL.includes(province)) return 'WITA';
  return EASTERN.includes(province) ? 'WIT' : 'WIB';
}

/** IANA name of a zone, as spreadsheets want it. */
export const IANA: Readonly<Record<ZoneName, string>> = {
  WIB: 'Asia/Jakarta',
  WITA: 'Asia/Makassar',
  WIT: 'Asia/Jayapura',
};
