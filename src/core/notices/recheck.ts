import type { VillageMonth, Version } from '../book';
import { countedVersion } from '../counted';
import type { DrawContext } from '../draw/context';
import { controlWarnings } from '../draw/controlWarnings';
import type { Message } from '../patch';
import { STATES } from '../states';
import { missingReports, stageNotice, stageOn } from './stages';

interface Found {
  readonly month: VillageMonth;
  readonly version: Version;
}

function find(message: Message, months: readonly VillageMonth[]): Found | undefined {
  const [id] = message.about ?? [];
  for (const month of months) {
    if (month.village !== message.village) continue;
    const version = Object.values(month.reports)
      .flat()
      .find((one) => one.id === id);
    if (version !== undefined) return { month, version };
  }
  return undefined;
}

/** A correction or a held report is still news while its version stands so and nothing newer counts in its place. */
function stillStands({ catalogue }: DrawContext, message: Message, { month, version }: Found): boolean {
  if (message.kind === 'balance') {
    const now = controlWarnings(month);
    return now.version?.id === version.id && now.warnings.length > 0;
  }
  if (message.kind === 'held') return STATES[version.state].held;
  if (version.state !== 'toCorrect' && version.state !== 'rejected') return false;
  // Another happening of the month takes nobody's place.
  if (catalogue.find((type) => type.id === version.type)?.frequency === 'event')
    return version.replaced === undefined;
  const counted = version.type === '' ? undefined : countedVersion(month, version.type);
  return counted === undefined || counted.at < version.at;
}

/**
 * The message as it has to go now, or undefined where its reason is gone: the report has come in, was corrected or
 * released, or a later stage has taken its place. `months` = what is loaded; a message about a month that is not
 * among them goes as it is.
 */
export function recheck(
  context: DrawContext,
  message: Message,
  months: readonly VillageMonth[],
): Message | undefined {
  if (['correction', 'balance', 'held'].includes(message.kind)) {
    const found = find(message, months);
    return found === undefined || stillStands(context, message, found) ? message : undefined;
  }
  if (message.kind !== 'reminder' && message.kind !== 'late') return message;
  const period = message.key.split('|')[1] ?? '';
  if (!months.some((month) => month.period === period)) return message;
  const asked = message.key.split('|')[3]?.includes('-') === true;
  const stage = stageOn(context.settings, period, context.today);
  if (!asked && stage !== message.kind && !(stage === 'week' && message.kind === 'late')) return undefined;
  const missing = missingReports(context, period, months).find((one) => one.village === message.village);
  if (missing === undefined) return undefined;
  const fresh = stageNotice(context, missing, message.kind, months);
  return { ...fresh, key: message.key, cc: message.cc, notBefore: message.notBefore };
}
