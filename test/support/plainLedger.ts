import type { Decision, Submission, VillageBook, VillageMonth } from '../../src/core/book';
import type { Settings } from '../../src/core/settings';

/** A stock as five numbers: WNI L, WNI P, WNA L, WNA P, KK. */
type Five = readonly [number, number, number, number, number];

interface StockLike {
  readonly citizensMale: number;
  readonly citizensFemale: number;
  readonly foreignersMale: number;
  readonly foreignersFemale: number;
  readonly households: number;
}

export function five(stock: StockLike): Five {
  const { citizensMale, citizensFemale, foreignersMale, foreignersFemale, households } = stock;
  return [citizensMale, citizensFemale, foreignersMale, foreignersFemale, households];
}

const plus = (a: Five, b: Five): Five => [a[0] + b[0], a[1] + b[1], a[2] + b[2], a[3] + b[3], a[4] + b[4]];
const minus = (a: Five, b: Five): Five => [a[0] - b[0], a[1] - b[1], a[2] - b[2], a[3] - b[3], a[4] - b[4]];
const ZERO: Five = [0, 0, 0, 0, 0];
const isZero = (a: Five): boolean => a.every((one) => one === 0);

function number(submission: Submission, question: string): number {
  return Number(submission.answers[`population.${question}`] ?? 0);
}

function nets(submission: Submission, prefix: (kind: string) => string, sex: string): number {
  const one = (kind: string): number => number(submission, `${prefix(kind)}${sex}`);
  return one('births') + one('arrivals') - one('deaths') - one('departures');
}

/** Net flows out of the raw answers. */
function flows(submission: Submission): Five {
  const own = (kind: string): string => kind;
  const foreign = (kind: string): string => `foreign${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
  const branch = submission.answers['population.foreignerChanges'] === 'Ya';
  return [
    nets(submission, own, 'Male'),
    nets(submission, own, 'Female'),
    branch ? nets(submission, foreign, 'Male') : 0,
    branch ? nets(submission, foreign, 'Female') : 0,
    0,
  ];
}

/** The newest response in force, found the slow way. */
function newest(month: VillageMonth | undefined): string | undefined {
  let found: { readonly at: number; readonly id: string } | undefined;
  for (const version of month?.reports.population ?? []) {
    if (version.state !== 'accepted' && version.state !== 'approved') continue;
    if (!found || version.at > found.at || (version.at === found.at && version.id > found.id))
      found = version;
  }
  return found?.id;
}

/** What is wrong with a book by the plain reading of the rules; empty = nothing. `settings` = those at the end. */
export function ledgerFaults(
  book: VillageBook,
  raw: readonly Submission[],
  settings: Settings,
  decisions: readonly Decision[] = [],
): readonly string[] {
  const faults: string[] = [];
  const periods = Object.keys(book.months).sort();
  const open: string[] = [];
  periods.forEach((period) => {
    const month = book.months[period];
    const ledger = month?.ledger;
    const say = (what: string): void => void faults.push(`${period}: ${what}`);
    const counted = newest(month);
    if (ledger?.counted !== counted) say(`counts ${String(ledger?.counted)} instead of ${String(counted)}`);
    if (!month || !ledger) return;
    const submission = raw.find((one) => one.id === counted);
    const version = month.reports.population?.find((one) => one.id === counted);
    const difference = ledger.difference;
    if (difference && !difference.settled) open.push(period);
    if (ledger.closing && (!ledger.opening || !submission)) say('closing without opening or report');
    if (ledger.closing && ledger.opening && submission) {
      const expected = plus(five(ledger.opening), flows(submission));
      const closing = five(ledger.closing);
      if (
        !isZero(
          minus(closing, [
            ...expected.slice(0, 4),
            number(submission, 'householdsClosing'),
          ] as unknown as Five),
        )
      )
        say('closing is not opening + flows');
      const [a, b, c, d, households] = closing;
      const members = a + b + c + d - households;
      if (households + members !== a + b + c + d) say('jiwa is not KK + anggota');
      const male = number(submission, 'closingMale') - closing[0] - closing[2];
      const female = number(submission, 'closingFemale') - closing[1] - closing[3];
      const told = version?.findings.some((one) => one.question.startsWith('closing')) ?? false;
      if ((male !== 0 || female !== 0) && !told && !difference)
        say(`the total is ${male}/${female} off and nobody is told`);
    }
    if (ledger.opening && submission && !ledger.closing) {
      if (version?.marks.includes('awaitingAdjustment') !== true) say('no closing and no mark');
      if (difference?.cause !== 'reported' || difference.settled) say('no closing and no difference');
    }
    const before =
      book.months[previous(period)]?.ledger?.closing ??
      fixed(decisions, previous(period)) ??
      saldo(settings, previous(period));
    if (before && counted !== undefined && !ledger.opening)
      say('the month before has a closing, this has no opening');
    if (before && ledger.opening) {
      const gap = minus(plus(five(before), five(ledger.adjustment)), five(ledger.opening));
      const control = difference?.control ? five(difference.control) : ZERO;
      const row =
        difference?.cause === 'reported' || !difference ? ZERO : minus(five(difference.amount), control);
      if (!isZero(minus(gap, row)))
        say(`opening is ${gap.join()} off the chain, its difference says ${row.join()}`);
    }
    if (difference && difference.cause !== 'reported') {
      const left = minus(five(difference.amount), difference.corrected ? five(difference.corrected) : ZERO);
      const settled = left.slice(0, 4).every((one) => one === 0);
      if (settled !== difference.settled) say('settled does not follow from what is left');
    }
  });
  if ((book.head.openDifferences ?? []).join() !== open.join())
    faults.push(`open differences: ${open.join()}`);
  return faults;
}

function previous(period: string): string {
  const [year = 0, month = 0] = period.split('-').map(Number);
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
}

/** What *Tetapkan saldo akhir* says of a month, each *Batalkan* taking back the newest. */
function fixed(decisions: readonly Decision[], period: string): StockLike | undefined {
  const standing: (StockLike | undefined)[] = [];
  const own = decisions.filter((one) => one.period === period && /fixClosing/i.test(one.action));
  for (const one of [...own].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))) {
    if (one.action === 'fixClosing') standing.push(one.amount);
    else standing.pop();
  }
  return standing.at(-1);
}

function saldo(settings: Settings, period: string): StockLike | undefined {
  return settings.openings.find((one) => one.period === period);
}
