import { gas } from './boundary';
import { formatString } from './formatString';
import { Served, type ServiceEntry } from './served';

function shown(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value instanceof Served) return value.constructor.name;
  if (Array.isArray(value)) return `[${value.map(shown).join(', ')}]`;
  if (value === null || typeof value !== 'object' || value instanceof Date) return String(value);
  const fields = Object.entries(value).map(([key, each]) => `${key}=${shown(each)}`);
  return `{${fields.join(', ')}}`;
}

/** Reference, Class Logger: text goes to the execution's log. */
export class Logger extends Served implements Pick<GoogleAppsScript.Base.Logger, 'clear' | 'getLog' | 'log'> {
  static override readonly gas = 'Base.Logger';
  private lines: string[] = [];

  log(format: unknown, ...values: unknown[]): GoogleAppsScript.Base.Logger {
    const text =
      typeof format === 'string' && values.length > 0
        ? formatString(format, values.map(shown))
        : shown(format);
    this.lines.push(text);
    this.runtime.log('info', text);
    return gas(this);
  }

  getLog(): string {
    return this.lines.map((line) => `${line}\n`).join('');
  }

  clear(): void {
    this.lines = [];
  }
}

export const loggerService: ServiceEntry = {
  global: 'Logger',
  gas: 'Base.Logger',
  create: (runtime) => new Logger(runtime),
  classes: [Logger],
};
