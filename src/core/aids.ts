import type { AidId, OfficeList, OfficeOption, Question, ReportType } from './report';
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

/** Whether the office has its villages asked for it. */
export function hasOption(settings: Settings, option: OfficeOption | undefined): boolean {
  return option === undefined || settings[option] === true;
}

/** The question as the office has it: with its name of the aid, with the choices of its list, with its help. */
export function asOfficeHas(question: Question, settings: Settings): Question {
  const { aid, listed, label, choices, optionHelp } = question;
  if (optionHelp !== undefined)
    return hasOption(settings, optionHelp.option) ? { ...question, help: optionHelp.help } : question;
  if (aid !== undefined) return { ...question, label: label.replace(AIDS[aid], aidName(settings, aid)) };
  return listed === undefined
    ? question
    : { ...question, choices: settings.lists?.[listed] ?? choices ?? [] };
}

/** The type with the office's names of aids and its lists, and with what it has asked beside the rest. */
export function withOfficeWords(type: ReportType, settings: Settings): ReportType {
  const asked = type.questions.filter(({ option }) => hasOption(settings, option));
  return { ...type, questions: asked.map((one) => asOfficeHas(one, settings)) };
}

/** Places in the Linmas and its squads where the office says nothing else (Permendagri 84/2014 and 26/2020). */
export const LISTS: Readonly<Record<OfficeList, readonly string[]>> = {
  positions: ['Kasat', 'Kasatgas/Danton', 'Danru', 'Anggota'],
  squads: [
    'Kesiapsiagaan dan Kewaspadaan Dini',
    'Pengamanan',
    'Pertolongan Pertama dan Kebakaran',
    'Penyelamatan dan Evakuasi',
    'Dapur Umum',
  ],
};
