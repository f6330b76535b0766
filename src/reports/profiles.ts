import type { ReportTypeId } from '../core/report';

/** A programme that this product carries out: its name and what villages report to it. */
export interface Profile {
  readonly id: string;
  /** Name of the innovation: titles of files and forms, head of mails, caption of the menu. */
  readonly programme: string;
  /** What the name stands for. */
  readonly fullName: string;
  /** In use unless the office chooses otherwise. */
  readonly reportTypes: readonly ReportTypeId[];
  /**
   * Belong to the programme, in use once the office chooses them: reports about single persons (UU 27/2022 art. 16: no
   * more personal data than the purpose needs) cost an operator ten answers a person, beside the figures of the month.
   */
  readonly optional: readonly ReportTypeId[];
}

/** KUDAPANMAS (SK Camat Paringin 188.4/105 and 106/CPAR/2022); SINAR LINMAS (Kecamatan Juai, 2022). */
export const PROFILES: readonly Profile[] = [
  {
    id: 'kudapanmas',
    programme: 'KUDAPANMAS',
    fullName: 'Kumpulan Data Kependudukan dan Linmas',
    reportTypes: [
      'population',
      'activities',
      'readiness',
      'welfare',
      'neighbourhoods',
      'questions',
      'rehearsal',
    ],
    optional: ['events', 'members'],
  },
  {
    id: 'sinar-linmas',
    programme: 'SINAR LINMAS',
    fullName: 'Sinergi Linmas Dengan Masyarakat',
    reportTypes: ['activities', 'readiness', 'questions', 'members', 'rehearsal'],
    optional: [],
  },
];

/** The profile with that id; throws, naming those that exist. */
export function profileOf(id: string): Profile {
  const found = PROFILES.find((profile) => profile.id === id);
  if (found === undefined) {
    throw new Error(`No profile is called ${id}; there are ${PROFILES.map((one) => one.id).join(', ')}.`);
  }
  return found;
}
