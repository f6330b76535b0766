import type { Finding, Question, Value } from '../report';
import type { LocalDate } from '../settings';

/** A form item as plain data; `google` builds it with one setter a property. */
export interface ItemSpec {
  readonly item: 'TEXT' | 'PARAGRAPH_TEXT' | 'MULTIPLE_CHOICE' | 'LIST' | 'CHECKBOX' | 'DATE' | 'TIME';
  readonly title: string;
  /** '' = none. */
  readonly helpText: string;
  readonly required: boolean;
  /** MULTIPLE_CHOICE, LIST, CHECKBOX. */
  readonly choices?: readonly string[];
  /** TEXT, PARAGRAPH_TEXT: the one rule that the form holds; pattern in RE2 without lookaround. */
  readonly validation?: {
    readonly rule: 'matchesPattern' | 'containsPattern' | 'maximumLength' | 'minimumLength';
    readonly pattern?: string;
    readonly length?: number;
    /** What the form says when the answer breaks the rule. */
    readonly helpText: string;
  };
}

/** What came for one question: '' or an empty list = not answered. */
export type RawAnswer = string | readonly string[];

export interface FieldContext {
  /** Day of submission in the sub-district's zone. */
  readonly sentOn: LocalDate;
}

/** One answer after reading. */
export interface Reading {
  readonly value: Value;
  /** What was normalised, one Indonesian sentence each, without the question's label. */
  readonly normalised: readonly string[];
  /** What is wrong with it; rules `field.*`. An answer with an error has the value `null`. */
  readonly findings: readonly Finding[];
  /** The form offered something the declaration does not know (relabelled choice): nobody can correct it by sending again. */
  readonly unknown?: string;
}

/** Everything that follows from a kind of answer. */
export interface Kind {
  /** The form's item. */
  readonly item: (question: Question) => ItemSpec;
  /** Reads and checks an answer that is not empty (emptiness is judged by `core/read`). */
  readonly read: (raw: RawAnswer, question: Question, context: FieldContext) => Reading;
  /** Number format of its column: `@` text, `#,##0` number. */
  readonly columnFormat: '@' | '#,##0';
  /** Answer to put into a prefilled link; undefined = leave open. */
  readonly prefill: (value: Value) => RawAnswer | undefined;
  /** What becomes of a stock in the link to the next report; left out: the same. */
  readonly carry?: (value: Value, question: Question) => Value;
  /** As people read it: `1.204`, `31 Juli 2026`; '' for null. */
  readonly show: (value: Value) => string;
  /** What to answer, for the manual's table of questions: `angka bulat 0–999.999`. */
  readonly manual: (question: Question) => string;
}
