import type { ReportTypeId } from '../../src/core/report';
import type { Chance } from '../sample/random';
import type { MonthTruth, PlainCourse, VillageTruth } from './truth';

export type Answers = Readonly<Record<string, string | readonly string[]>>;

/** Something that somebody sends, and what it comes to. */
export interface Act {
  /** Names it for decisions and corrections. */
  readonly key: string;
  /** Local time, `2027-06-03T09:14`; of a village no two are the same. */
  at: string;
  /** Place of the village. */
  readonly village: number;
  readonly type: ReportTypeId;
  /** Of monthly types. */
  readonly period?: string;
  readonly answers: Answers;
  readonly person: 'operator' | 'stranger' | 'newcomer' | 'kasi';
  /** `counts` by itself, `replaced` by a later one, `waits` for a person and counts then, `never`; `stopped` by the form. */
  readonly fate: 'counts' | 'replaced' | 'waits' | 'never' | 'stopped';
  /** The same once more, by a second press of the button. */
  readonly again?: true;
  /** Key of the report that it corrects, by number (single happenings) or by its link (monthly ones). */
  readonly corrects?: string;
}

export type Draft = Omit<Act, 'village' | 'key'> & { readonly key?: string };

/** What a village's month is told with. */
export interface Teller {
  readonly c: Chance;
  readonly village: VillageTruth;
  readonly month: MonthTruth;
  /** The month's number, from 0. */
  readonly number: number;
  /** A day of the month after, at a working hour. */
  readonly on: (day: number, time?: string) => string;
}

type Send = (at: string, fate: Act['fate'], more?: Partial<Draft>) => Draft;

/** A monthly report of a plain course: right, late, wrong and corrected, sent back and sent again. */
export function plainActs(
  { c, month, on }: Teller,
  type: ReportTypeId,
  course: PlainCourse,
  right: Answers,
  wrong: Answers,
): Draft[] {
  const key = `${type} ${month.period}`;
  const send: Send = (at, fate, more = {}) => ({
    key,
    at,
    type,
    period: month.period,
    answers: right,
    person: 'operator',
    fate,
    ...more,
  });
  switch (course) {
    case 'missing':
      return [];
    case 'late':
      return [send(on(c.between(9, 14)), 'counts')];
    case 'wrong':
      return [
        send(on(2), 'never', { answers: wrong }),
        send(on(3), 'counts', { key: `${key} corrected`, corrects: key }),
      ];
    case 'returned':
      return [send(on(2), 'replaced'), send(on(7), 'counts', { key: `${key} corrected`, corrects: key })];
    case 'part':
      return [
        send(on(2), 'replaced', { answers: wrong }),
        send(on(9), 'counts', { key: `${key} corrected`, corrects: key }),
      ];
    default:
      return [send(on(c.between(1, 4)), 'counts')];
  }
}
