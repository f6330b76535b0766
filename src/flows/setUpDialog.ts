import { findSubdistrict, listSubdistricts, zoneOf } from '../core/regions';
import { SETTINGS_LINES } from '../core/settingsLines';
import { effectiveUser } from '../google/identity';
import { readRegions } from '../google/regions';
import { CATALOGUE, switchedOn } from '../reports/index';
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
  /** First step only: what stands in the fields, and what can be chosen. */
  readonly choice?: SetUpChoice;
  readonly profiles?: readonly ProfileChoice[];
  /** All report types. */
  readonly reports?: readonly ReportChoice[];
  /** Lines of `Pengaturan` that are asked for, each with its default. */
  readonly lines?: readonly LineChoice[];
}

interface ProfileChoice {
  readonly id: string;
  readonly label: string;
  /** Names of its report types. */
  readonly reports: readonly string[];
}

interface ReportChoice {
  readonly title: string;
  /** What choosing it brings along; '' = nothing that would have to be said. */
  readonly note: string;
}

interface LineChoice {
  readonly id: string;
  readonly label: string;
  readonly help: string;
  readonly value: string;
}

/** A sub-district as the dialog shows it for confirmation. */
export interface SubdistrictShown {
  readonly code: string;
  readonly name: string;
  readonly regency: string;
  readonly province: string;
  readonly zone: string;
  readonly villages: readonly { readonly code: string; readonly name: string }[];
}

/** What the dialog asks beside the sub-district, in its order; everything else has a default in the tabs. */
const ASKED = [
  'owner',
  'programme',
  'goLive',
  'trialFrom',
  'trialUntil',
  'dueDay',
  'lockDay',
  'kasiName',
  'kasiEmail',
  'kasiWhatsapp',
] as const;

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
      'Hanya kecamatan dan program yang harus dipilih; yang lain sudah ada isinya, boleh dilengkapi nanti, dan dapat ' +
      'diubah di tab pengaturan.',
    action: 'Siapkan',
    choice: DEFAULT_CHOICE,
    profiles: PROFILES.map((profile) => ({
      id: profile.id,
      label: profile.programme,
      reports: switchedOn(profile.reportTypes).map((type) => type.shortTitle),
    })),
    reports: CATALOGUE.map(({ shortTitle, personal }) => ({
      title: shortTitle,
      note: personal ? 'Data pribadi (NIK): satu formulir lagi di setiap desa. Dapat dinyalakan nanti.' : '',
    })),
    lines: ASKED.map(lineChoice),
  };
}

function lineChoice(id: (typeof ASKED)[number]): LineChoice {
  const line = SETTINGS_LINES.find((one) => one.id === id);
  if (line === undefined) throw new Error(`Pengaturan has no line ${id}.`);
  const { label, help, initial } = line;
  return { id, label, help, value: id === 'owner' ? effectiveUser() : id === 'programme' ? '' : initial };
}

/** All sub-districts for the dialog's search, a line each: `63.11.06 Paringin, Kabupaten Balangan, Kalimantan Selatan`. */
export function subdistrictLines(): readonly string[] {
  return listSubdistricts(readRegions()).map(
    (one) => `${one.code} ${one.name}, ${one.regency}, ${one.province}`,
  );
}

/** One sub-district with its villages; undefined where no such code exists. */
export function subdistrictShown(code: string): SubdistrictShown | undefined {
  const found = findSubdistrict(readRegions(), code);
  return found && { ...found, zone: zoneOf(found.code) };
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
