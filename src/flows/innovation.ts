import { formatTime } from '../core/dates';
import {
  OPERATORS_LINES,
  OPERATORS_TEMPLATE,
  operatorsFilling,
  PROFILE_LINES,
  PROFILE_TEMPLATE,
  profileFilling,
} from '../core/letters/innovation';
import { PROFILES } from '../reports/profiles';
import type { Desk } from './desk';
import type { CommandResult } from './dialog';
import type { Memory } from './memory';
import { ensureTemplate, makePaper, papersFolder, type Template } from './papers';
import { Run } from './run';
import { monthsOfYear } from './shared';
import { logCells } from './words';

const PROFILE: Template = { kind: 'profile', name: PROFILE_TEMPLATE, lines: PROFILE_LINES };
const OPERATORS: Template = { kind: 'operators', name: OPERATORS_TEMPLATE, lines: OPERATORS_LINES };

/** *Buat dokumen inovasi*: `Profil Inovasi` and `Lampiran SK` as they are true now, in `Surat/<year>`. */
export function makeInnovationPapers(desk: Desk, memory: Memory): CommandResult {
  const { settings, context } = desk;
  const folder = papersFolder(desk, context.today.slice(0, 4));
  const mark = `${settings.programme} ${context.today} ${formatTime(desk.now, settings.zone)}`;
  const fullName = PROFILES.find((one) => one.id === settings.profile)?.fullName ?? '………';
  const profile = makePaper(
    desk,
    ensureTemplate(desk, PROFILE),
    `Profil Inovasi ${mark}`,
    folder.id,
    profileFilling(context, monthsOfYear(desk), fullName),
  );
  const operators = makePaper(
    desk,
    ensureTemplate(desk, OPERATORS),
    `Lampiran SK ${mark}`,
    folder.id,
    operatorsFilling(context),
  );
  const run = new Run(desk, memory, 'surat');
  run.log(logCells(desk, { at: desk.now, actor: 'sistem', what: 'Dokumen inovasi dibuat', reason: mark }));
  run.finish();
  return {
    done: true,
    text: 'Profil Inovasi dan Lampiran SK sudah dibuat di folder Surat. Yang hanya diketahui kantor dibiarkan terbuka (………); isi sekali di templatnya.',
    links: [
      { text: 'Buka Profil Inovasi', url: profile.url },
      { text: 'Buka Lampiran SK', url: operators.url },
    ],
  };
}
