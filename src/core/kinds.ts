import type { Kind } from './kinds/kind';
import type { QuestionKind } from './report';

/** All that follows from each kind of question. */
export const KINDS: Readonly<Record<QuestionKind, Kind>> = {} as Record<QuestionKind, Kind>;
