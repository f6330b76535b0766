import { layoutForm, type FormPart, type ParkedQuestion } from '../core/formLayout';
import { HEAD } from '../core/head';
import { personalTypes } from '../core/persons';
import type { ReportType } from '../core/report';
import type { Village } from '../core/settings';
import { HEAD_QUESTIONS, PIN_QUESTION } from '../reports/head';
import type { FormKind } from './registry';

/** Head of the form for personal data: its reports have no month. */
const PERSONAL_HEAD = HEAD_QUESTIONS.filter((question) => question.id !== HEAD.period);

/** Where *PIN desa* stands in a form: nowhere, in the head, or, once it has answers, where nobody reaches it. */
export type PinPlace = 'none' | 'asked' | 'parked';

/** The parts of a form of that kind; `months` as people read them, newest first. `village` = whose words the PIN has. */
export function formParts(
  catalogue: readonly ReportType[],
  months: readonly string[],
  kind: FormKind,
  pin: PinPlace = 'none',
  left: readonly ParkedQuestion[] = [],
  village: Village['kind'] = kind === 'kelurahan' ? kind : 'desa',
): readonly FormPart[] {
  const isPersonal = kind === 'personal';
  const head = isPersonal ? PERSONAL_HEAD : HEAD_QUESTIONS;
  const own = personalTypes(catalogue, isPersonal);
  const source = {
    head: pin === 'asked' ? [...head, PIN_QUESTION] : head,
    catalogue: own,
    months,
    parked: [...(pin === 'parked' ? [{ key: PIN_QUESTION.id, question: PIN_QUESTION }] : []), ...left],
  };
  return layoutForm(source, village);
}
