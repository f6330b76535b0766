import type { VillageCode } from '../settings';
import { asKindHas, kindOf } from '../villageKind';
import type { DrawContext } from './context';

/** What is drawn or said for one village: the reports in the words of its kind. */
export function inVillage(context: DrawContext, village: VillageCode): DrawContext {
  const kind = kindOf(village);
  const catalogue = context.catalogue.map((type) => ({
    ...type,
    questions: type.questions.map((question) => asKindHas(question, kind)),
  }));
  return { ...context, catalogue };
}
