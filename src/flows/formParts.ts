import { layoutForm, type FormPart } from '../core/formLayout';
import { HEAD } from '../core/head';
import { personalTypes } from '../core/persons';
import type { ReportType } from '../core/report';
import { HEAD_QUESTIONS } from '../reports/head';
import type { FormKind } from './registry';

/** Head of the form for personal data: its reports have no month. */
const PERSONAL_HEAD = HEAD_QUESTIONS.filter((question) => question.id !== HEAD.period);

/** The parts of a form of that kind; `months` as people read them, newest first. */
export function formParts(
  catalogue: readonly ReportType[],
  months: readonly string[],
  kind: FormKind,
): readonly FormPart[] {
  const isPersonal = kind === 'personal';
  const head = isPersonal ? PERSONAL_HEAD : HEAD_QUESTIONS;
  const own = personalTypes(catalogue, isPersonal);
  return layoutForm({ head, catalogue: own, months }, isPersonal ? 'desa' : kind);
}
