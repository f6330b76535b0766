import { checkboxes, choice, list } from './kinds/choices';
import { count } from './kinds/count';
import type { Kind } from './kinds/kind';
import { lines } from './kinds/lines';
import { date, time } from './kinds/moments';
import { area, identity, phone, pin } from './kinds/numbers';
import { link, longText, text } from './kinds/texts';
import type { QuestionKind } from './report';

/** All that follows from each kind of question. A new kind is one object here and its name in `QuestionKind`. */
export const KINDS: Readonly<Record<QuestionKind, Kind>> = {
  count,
  text,
  longText,
  choice,
  list,
  checkboxes,
  date,
  time,
  link,
  lines,
  identity,
  phone,
  area,
  pin,
};
