import { veil } from '../identity';
import type { Finding, Question, Severity } from '../report';
import { shortText } from '../text';
import type { Reading } from './kind';

/** A finding about the way one answer is written. */
export function fieldFinding(
  rule: string,
  severity: Severity,
  question: Question,
  sent: string,
  expected: string,
  message: string,
): Finding {
  return { rule: `field.${rule}`, severity, question: question.id, sent, expected, message };
}

/** The answer has an error: no value. */
export function refused(
  rule: string,
  question: Question,
  sent: string,
  expected: string,
  advice: string,
): Reading {
  const told = veil(question, shortText(sent));
  const message = told === '' && sent !== '' ? advice : `Tertulis "${told}". ${advice}`;
  return {
    value: null,
    normalised: [],
    findings: [fieldFinding(rule, 'error', question, told, expected, message)],
  };
}

/** The one text of an answer; a list is joined, which only happens when an item's type was changed. */
export function oneText(raw: string | readonly string[]): string {
  return typeof raw === 'string' ? raw : raw.join(', ');
}
