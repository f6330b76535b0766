import { listSubdistricts } from '../core/regions';
import { readRegions } from '../google/regions';
import { PROFILES } from '../reports/profiles';
import { startInstall, startPrepare, nextSetUpSlice } from './setUp';
import { DEFAULT_CHOICE, type SetUpChoice } from './setUpState';
import type { Progress } from './steps';

/** What the dialog of a set-up step says and asks. */
export interface SetUpQuestion {
  readonly flow: 'prepare' | 'install';
  readonly title: string;
  readonly introduction: string;
  readonly action: string;
  /** First step only: what stands in the fields, and the profiles to choose from. */
  readonly choice?: SetUpChoice;
  readonly profiles?: readonly { readonly id: string; readonly label: string }[];
}

/** While a person looks on, a slice is short, so that the bar moves. */
const LOOKED_ON_MS = 20_000;

/** The dialog's words. */
export function setUpQuestion(flow: 'prepare' | 'install'): SetUpQuestion {
  if (flow === 'install') {
    return {
      flow,
      title: 'Pasang',
      introduction:
        'Langkah ini memeriksa tab pengaturan, lalu membuat tab rekap, formulir, dan lembar untuk setiap desa dan ' +
        'kelurahan. Pastikan akun ini akun kantor, bukan akun pribadi: semua berkas menjadi miliknya. Bila akun ini ' +
        'sudah memegang kecamatan lain, jatah email dan waktu hariannya terbagi.',
      action: 'Pasang',
    };
  }
  return {
    flow,
    title: 'Siapkan pengaturan',
    introduction:
      'Pilih kecamatan dan program. Tab pengaturan diisi dengan nama desa dan kelurahan; semuanya dapat diubah ' +
      'sebelum dipasang.',
    action: 'Siapkan',
    choice: DEFAULT_CHOICE,
    profiles: PROFILES.map((profile) => ({ id: profile.id, label: profile.programme })),
  };
}

/** All sub-districts for the dialog's search, a line each: `63.11.06 Paringin, Kabupaten Balangan`. */
export function subdistrictLines(): readonly string[] {
  return listSubdistricts(readRegions()).map((one) => `${one.code} ${one.name}, ${one.regency}`);
}

/** Begins a step from its dialog; short slices. What the page leaves out is Paringin with its own programme. */
export function startFromDialog(flow: 'prepare' | 'install', choice: Partial<SetUpChoice>): Progress {
  return flow === 'prepare'
    ? startPrepare({ ...DEFAULT_CHOICE, ...choice }, LOOKED_ON_MS)
    : startInstall(LOOKED_ON_MS);
}

/** The next short slice; where nothing is under way, that set-up is finished. */
export function continueFromDialog(): Progress {
  const finished: Progress = {
    finished: true,
    stopped: false,
    done: 1,
    total: 1,
    message: 'Pemasangan selesai.',
    problems: [],
  };
  return nextSetUpSlice(LOOKED_ON_MS) ?? finished;
}
