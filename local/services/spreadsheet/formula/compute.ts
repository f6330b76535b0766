import type { Runtime } from '../../runtime';
import { formulaAt, valueAt } from '../../../state/sheetCells';
import { columnName } from '../../../state/a1';
import { serialOfInstant } from '../cellTime';
import type { Tab } from '../document';
import { parseTyped } from '../typedInput';
import { FUNCTIONS, type Call } from './functions';
import { NotComputed, readFormula, type Edge, type Expression, type Operator, type Reference } from './read';
import {
  asNumber,
  asText,
  compare,
  FormulaError,
  holds,
  type Plain,
  type ReadNumber,
  type Value,
} from './values';

type Place = { row: number; column: number };
/** What is about to be written there; undefined where the tab's own cell counts. */
export type Pending = (row: number, column: number) => { value: Plain; formula?: string } | undefined;

/**
 * A custom formula of a rule, as written for the cell `anchor`: gives for any cell whether it is met, with the
 * references moved along. An error value or a text meets nothing. Throws `NotComputed` for what is not computed
 * here: at once for what stands in the formula, at a cell for what it finds there (another formula, for example).
 * `pending` are cells of a write that waits for the answer.
 */
export function customFormula(
  runtime: Pick<Runtime, 'platform' | 'now'>,
  tab: Tab,
  formula: string,
  anchor: Place,
  pending?: Pending,
): (row: number, column: number) => boolean {
  const expression = readFormula(formula, tab.state.locale);
  requireKnown(expression);
  const now = serialOfInstant(runtime, runtime.now(), tab.state.timeZone);
  const read = numberReader(tab.state.locale, now);
  return (row, column) => {
    const value = new Computation(tab, { row, column }, anchor, now, read, pending).value(expression);
    return value === true || (typeof value === 'number' && value !== 0);
  };
}

/** Unknown functions are found before the first cell is looked at. */
function requireKnown(expression: Expression): void {
  if (expression.kind === 'operator') {
    requireKnown(expression.left);
    requireKnown(expression.right);
  } else if (expression.kind === 'sign') requireKnown(expression.inner);
  else if (expression.kind === 'call') {
    if (!Object.hasOwn(FUNCTIONS, expression.name)) throw new NotComputed(expression.name);
    expression.parameters.forEach(requireKnown);
  }
}

function numberReader(locale: string, now: number): ReadNumber {
  const year = new Date(Date.UTC(1899, 11, 30) + now * 86_400_000).getUTCFullYear();
  return (text) => {
    const typed = parseTyped(text, { locale, year });
    return typed.kind === 'value' && typeof typed.value === 'number' ? typed.value : undefined;
  };
}

class Computation {
  constructor(
    private readonly tab: Tab,
    private readonly cell: Place,
    private readonly anchor: Place,
    private readonly now: number,
    private readonly read: ReadNumber,
    private readonly pending?: Pending,
  ) {}

  value(expression: Expression): Value {
    switch (expression.kind) {
      case 'value':
        return expression.value;
      case 'reference':
        return this.single(expression.reference);
      case 'call':
        return this.call(expression.name, expression.parameters);
      case 'sign':
        return this.signed(expression.sign, this.value(expression.inner));
      case 'operator':
        return this.operate(expression.operator, this.value(expression.left), this.value(expression.right));
    }
  }

  private signed(sign: '-' | '+' | '%', value: Value): Value {
    if (sign === '+') return value;
    const number = asNumber(value, this.read);
    if (number instanceof FormulaError) return number;
    return sign === '-' ? -number : number / 100;
  }

  private operate(operator: Operator, left: Value, right: Value): Value {
    if (left instanceof FormulaError) return left;
    if (right instanceof FormulaError) return right;
    if (operator === '&') return asText(left) + asText(right);
    if (/[=<>]/.test(operator)) return holds(operator, compare(left, right));
    const [a, b] = [asNumber(left, this.read), asNumber(right, this.read)];
    if (a instanceof FormulaError) return a;
    return b instanceof FormulaError ? b : calculated(operator, a, b);
  }

  private call(name: string, parameters: readonly Expression[]): Value {
    const compute = FUNCTIONS[name];
    if (!compute) throw new NotComputed(name);
    const parameter = (at: number): Expression => {
      const found = parameters[at];
      if (!found) throw new NotComputed(`${name} with ${String(parameters.length)} arguments`);
      return found;
    };
    const reference = (at: number): Reference | undefined => {
      const found = parameter(at);
      return found.kind === 'reference' ? found.reference : undefined;
    };
    const call: Call = {
      ...this.cell,
      count: parameters.length,
      today: Math.floor(this.now),
      now: this.now,
      read: this.read,
      value: (at) => this.value(parameter(at)),
      cells: (at) => {
        const area = reference(at);
        return area ? this.cells(area) : [this.value(parameter(at))];
      },
      isReference: (at) => reference(at) !== undefined,
      place: (at) => {
        const area = reference(at);
        if (!area) throw new NotComputed(`${name} of a value`);
        return { row: this.moved(area.top, 'row') ?? 0, column: this.moved(area.left, 'column') ?? 0 };
      },
    };
    return compute(call);
  }

  /** Where an end of a reference stands for this cell. */
  private moved(edge: Edge | undefined, side: 'row' | 'column'): number | undefined {
    if (!edge) return undefined;
    return edge.fixed ? edge.at : edge.at + this.cell[side] - this.anchor[side];
  }

  private single(reference: Reference): Value {
    if (!reference.isCell) throw new NotComputed(`${reference.text} as one value`);
    return this.at(this.moved(reference.top, 'row') ?? 0, this.moved(reference.left, 'column') ?? 0);
  }

  private cells(reference: Reference): Value[] {
    const { sheet } = this.tab;
    const top = this.moved(reference.top, 'row') ?? 0;
    const left = this.moved(reference.left, 'column') ?? 0;
    const bottom = this.moved(reference.bottom, 'row') ?? sheet.rowCount - 1;
    const right = this.moved(reference.right, 'column') ?? sheet.columnCount - 1;
    const values: Value[] = [];
    for (let row = Math.min(top, bottom); row <= Math.max(top, bottom); row += 1) {
      for (let column = Math.min(left, right); column <= Math.max(left, right); column += 1)
        values.push(this.at(row, column));
    }
    return values;
  }

  private at(row: number, column: number): Value {
    const { sheet } = this.tab;
    if (row < 0 || column < 0 || row >= sheet.rowCount || column >= sheet.columnCount)
      return new FormulaError('#REF!');
    const pending = this.pending?.(row, column);
    const formula = pending ? pending.formula : formulaAt(sheet, row, column);
    if (formula !== undefined) throw new NotComputed(`${columnName(column)}${String(row + 1)}: ${formula}`);
    return pending ? pending.value : valueAt(sheet, row, column);
  }
}

function calculated(operator: Operator, a: number, b: number): Value {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return b === 0 ? new FormulaError('#DIV/0!') : a / b;
    default: {
      const power = a ** b;
      return Number.isFinite(power) ? power : new FormulaError('#NUM!');
    }
  }
}
