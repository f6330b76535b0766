import type { KeptReading, Submission } from './book';
import { asOfficeHas, hasOption } from './aids';
import { parsePeriod, periodOf } from './dates';
import { reportPeriod } from './due';
import { answerKey, HEAD, PERIOD_LABEL } from './head';
import { KINDS } from './kinds';
import { fieldFinding } from './kinds/finding';
import type { FieldContext, RawAnswer, Reading } from './kinds/kind';
import type { Finding, Question, ReportType, Value } from './report';
import type { Period, Settings, Village } from './settings';
import { maskNumbers } from './identity';
import { judgePersonal, redact, type Seal } from './personal';
import { cleanText, cutText } from './text';
import { inKind } from './villageKind';
import { localDate } from './zones';

/** A submission after reading. */
export interface ReadReport extends Omit<KeptReading, 'type'> {
  /** Undefined: *Laporan apa?* is not one we know. */
  readonly type: ReportType | undefined;
}

/** One text of an answer; '' where there is none. */
function plain(raw: RawAnswer | undefined): string {
  if (raw === undefined) return '';
  return typeof raw === 'string' ? cleanText(raw, false).text : raw.join(', ');
}

/** The report type that *Laporan apa?* names: by its short title, or by its title. */
function namedType(answer: string, reportTypes: readonly ReportType[]): ReportType | undefined {
  const said = answer.toLowerCase();
  return reportTypes.find((type) =>
    [type.shortTitle, type.title].some((title) => title.toLowerCase() === said),
  );
}

/** Whether the question belongs to this report: asked of this kind of village, on a page that was reached. */
function isAsked(question: Question, village: Village['kind'], branchTaken: boolean): boolean {
  if (question.only !== undefined && question.only !== village) return false;
  return question.page !== 'branch' || branchTaken;
}

/** Whether the choice leads to the section's branch page. */
export function branchesOn({ branchOn }: Question, choice: string): boolean {
  return [branchOn ?? []].flat().some((one) => one.toLowerCase() === choice.toLowerCase());
}

function isEmpty(raw: RawAnswer | undefined): boolean {
  if (raw === undefined) return true;
  return typeof raw === 'string' ? cleanText(raw, true).text === '' : raw.length === 0;
}

// The form asks for it: an empty one means that somebody changed the form, and perhaps took the question away.
const NOT_THERE = ' Bila pertanyaan ini tidak ada di formulir, mohon kabari Kasi.';
const MISSING_COUNT = `Belum diisi. Mohon tulis angkanya; bila tidak ada, tulis 0.${NOT_THERE}`;
const MISSING = `Belum diisi. Mohon lengkapi.${NOT_THERE}`;

/** An answer that was not given. */
function empty(question: Question): Reading {
  if (question.required === false) return { value: null, normalised: [], findings: [] };
  const message = question.kind === 'count' ? MISSING_COUNT : MISSING;
  return {
    value: null,
    normalised: [],
    findings: [fieldFinding('required', 'error', question, '', 'jawaban', message)],
  };
}

function notAsked(question: Question, raw: RawAnswer | undefined, village: Village['kind']): Reading {
  const given = question.only !== undefined && question.only !== village && !isEmpty(raw);
  const message = `Hanya untuk ${question.only ?? ''}, jadi tidak dihitung.`;
  const findings = given ? [fieldFinding('notAsked', 'warning', question, plain(raw), '', message)] : [];
  return { value: null, normalised: [], findings };
}

/** A form that still asks for what the office has not asked any more, until *Perbarui formulir*. */
function notInUse(question: Question, raw: RawAnswer | undefined): readonly Finding[] {
  const sent = plain(raw);
  if (sent === '' || sent === '0') return [];
  const message = `${question.label} tidak dipakai di kecamatan ini, jadi tidak dihitung.`;
  return [fieldFinding('notAsked', 'warning', question, sent, '', message)];
}

interface Answers {
  readonly values: Record<string, Value>;
  readonly normalised: string[];
  readonly findings: Finding[];
  readonly unknown: string[];
}

function readAnswers(
  submission: Submission,
  type: ReportType,
  village: Village['kind'],
  context: FieldContext & { readonly settings: Settings },
): Answers {
  const all: Answers = { values: {}, normalised: [], findings: [], unknown: [] };
  const branching = type.questions.find((question) => question.branchOn !== undefined);
  const chosen = branching ? plain(submission.answers[answerKey(type.id, branching.id)]) : '';
  const branchTaken = branching !== undefined && branchesOn(branching, chosen);
  for (const declared of type.questions) {
    const known = asOfficeHas(declared, context.settings);
    const question = { ...known, label: inKind(known.label, village) };
    const raw = submission.answers[answerKey(type.id, question.id)];
    if (!hasOption(context.settings, question.option)) {
      all.findings.push(...notInUse(question, raw));
      continue;
    }
    const reading = !isAsked(question, village, branchTaken)
      ? notAsked(question, raw, village)
      : raw === undefined || isEmpty(raw)
        ? empty(question)
        : KINDS[question.kind].read(raw, question, context);
    all.values[question.id] = reading.value;
    all.normalised.push(...reading.normalised.map((note) => `${question.label}: ${note}`));
    all.findings.push(...reading.findings);
    if (reading.unknown !== undefined) {
      all.unknown.push(reading.unknown);
      const message = 'Pilihan itu tidak kami kenal. Mohon kirim ulang lewat link terbaru.';
      all.findings.push(fieldFinding('choice', 'error', question, plain(raw), 'salah satu pilihan', message));
    }
  }
  return all;
}

const PERIOD_QUESTION: Question = { id: HEAD.period, kind: 'list', label: PERIOD_LABEL };

/** Month of a report: the one chosen, or the month of the date. */
function periodFor(
  type: ReportType,
  submission: Submission,
  answers: Answers,
  settings: Settings,
): { period: Period | undefined; named: string } {
  if (type.frequency === 'event' && type.dateQuestion === undefined)
    return { period: periodOf(localDate(submission.at, settings.zone)), named: '' };
  if (type.frequency === 'event' && type.dateQuestion !== undefined) {
    const date = answers.values[type.dateQuestion];
    const named = plain(submission.answers[answerKey(type.id, type.dateQuestion)]);
    return { period: typeof date === 'string' ? periodOf(date) : undefined, named };
  }
  const named = plain(submission.answers[HEAD.period]);
  const period = parsePeriod(named);
  if (period === undefined)
    answers.findings.unshift(
      fieldFinding(
        'period',
        'error',
        PERIOD_QUESTION,
        named,
        'bulan',
        `Laporan ${type.shortTitle} perlu bulannya. Mohon kirim ulang dan pilih bulan laporan.`,
      ),
    );
  return { period: period === undefined ? period : reportPeriod(settings, type, period), named };
}

const unsealed: Seal = () => {
  throw new Error('A personal report is read without a seal.');
};

/** A report as its form has it, and whole: for `Register` only. */
export interface WholeReport extends ReadReport {
  readonly whole: Readonly<Record<string, Value>>;
}

/**
 * Answers as text → typed values by question id, with what was normalised and what is wrong with single answers.
 * Only the questions of the chosen report are looked at, whatever else came. Of a personal type only `whole` has
 * what may not be seen.
 */
export function readWhole(
  submission: Submission,
  reportTypes: readonly ReportType[],
  settings: Settings,
  village: Village['kind'],
  seal: Seal = unsealed,
): WholeReport {
  const reporter = cutText(plain(submission.answers[HEAD.reporter]), 80).text;
  const said = plain(submission.answers[HEAD.reportType]);
  const offered = reportTypes.filter(
    (one) => (one.personal !== undefined) === (submission.personal ?? false),
  );
  const type = namedType(said, offered);
  const unknown = submission.unknown.map((title) => `pertanyaan "${title}"`);
  if (type === undefined) {
    const named = plain(submission.answers[HEAD.period]);
    unknown.push(`jenis laporan "${said}"`);
    const nothing = { values: {}, whole: {}, normalised: [], findings: [] };
    return { type, period: undefined, named, reporter, unknown, ...nothing };
  }
  const context = { sentOn: localDate(submission.at, settings.zone), settings };
  const answers = readAnswers(submission, type, village, context);
  const { period, named } = periodFor(type, submission, answers, settings);
  const { values, normalised, findings } = answers;
  const all = [...unknown, ...answers.unknown];
  const read = { type, period, whole: values, normalised };
  if (!type.personal) return { ...read, named, reporter, values, findings, unknown: all };
  return {
    ...read,
    named: period ?? '',
    reporter: maskNumbers(reporter),
    values: redact(type, type.personal, values, context, seal),
    findings: [...findings, ...judgePersonal(type.personal, values, findings, context)],
    unknown: all.map(maskNumbers),
  };
}

/** The same as everybody may see it. */
export function readSubmission(...source: Parameters<typeof readWhole>): ReadReport {
  const { whole: _, ...report } = readWhole(...source);
  return report;
}
