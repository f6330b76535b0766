import { addMonths } from '../../src/core/place';
import { villageTruth, type VillageTruth } from './truth';

/** Everybody and everything in the sample is invented but the villages' names and codes. */
export interface Cast {
  owner: string;
  kasi: { name: string; email: string; whatsapp: string };
  villages: SampleVillage[];
  /** The months that are reported, oldest first. */
  periods: string[];
}

export interface SampleVillage {
  code: string;
  name: string;
  kind: 'desa' | 'kelurahan';
  operator: { name: string; email: string; whatsapp: string };
  truth: VillageTruth;
}

const NAMES = [
  'Norhayati', 'Syahrani', 'Rusmiati', 'Ahmad Fauzi', 'Mahrita', 'Hamidah', 'Rizky Maulana', 'Siti Aisyah',
  'Abdul Hadi', 'Maulida', 'Jumiati', 'Irwansyah', 'Lailatul Mufidah', 'Noor Hasanah', 'Fitriani', 'Akhmad Rifani',
  'Wahidah', 'Saidah', 'Basuni', 'Rahmawati', 'Yuliana',
]; // prettier-ignore

/** A sub-district's people: the villages as they are on the official list, with one invented operator each. */
export function cast(
  villages: readonly { code: string; name: string }[],
  options: {
    seed: number;
    firstPeriod: string;
    months: number;
    owner: string;
    /** A village whose books are corrected at the beginning of a month. */
    corrected?: { village: number; month: number; male: number };
  },
): Cast {
  const periods = Array.from({ length: options.months }, (_, n) => addMonths(options.firstPeriod, n));
  return {
    owner: options.owner,
    kasi: { name: 'Ahmad Contoh, S.Sos.', email: 'kasi.trantib@contoh.id', whatsapp: '081299990000' },
    periods,
    villages: villages.map(({ code, name }, index) => ({
      code,
      name,
      kind: code.split('.')[3]?.startsWith('1') ? 'kelurahan' : 'desa',
      operator: {
        name: NAMES[index % NAMES.length] ?? 'Operator',
        email: `operator.${name.toLowerCase().replace(/[^a-z]+/g, '.')}@contoh.id`,
        whatsapp: `0812999900${String(index + 1).padStart(2, '0')}`,
      },
      truth: villageTruth(
        options.seed,
        code,
        periods,
        index === options.corrected?.village ? options.corrected : undefined,
      ),
    })),
  };
}
