import type { AidId, ReportType } from './report';
import type { Settings } from './settings';

/** Names of the social aids as the declarations have them; the office may call them otherwise (`Pengaturan`). */
export const AIDS: Readonly<Record<AidId, string>> = {
  family: 'PKH',
  food: 'Sembako/BPNT',
  health: 'PBI-JKN',
  village: 'BLT Dana Desa',
};

/** The name of an aid by the settings. */
export function aidName(settings: Settings, aid: AidId): string {
  return settings.aids?.[aid] ?? AIDS[aid];
}

/** The type with the office's names of aids in its labels. */
export function withAidNames(type: ReportType, settings: Settings): ReportType {
  if (!type.questions.some((one) => one.aid !== undefined)) return type;
  const questions = type.questions.map((one) =>
    one.aid === undefined
      ? one
      : { ...one, label: one.label.replace(AIDS[one.aid], aidName(settings, one.aid)) },
  );
  return { ...type, questions };
}
