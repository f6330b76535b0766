import type { Runtime } from '../runtime';
import { Served } from '../served';
import type { Members } from '../spreadsheet/members';

/** What was set of a chart, by Google's dotted names. */
export class ChartOptions
  extends Served
  implements Pick<Members<GoogleAppsScript.Charts.ChartOptions>, 'get'>
{
  static override readonly gas = 'Charts.ChartOptions';
  constructor(
    runtime: Runtime,
    private readonly options: Readonly<Record<string, unknown>>,
  ) {
    super(runtime);
  }

  get(option: string): unknown {
    return this.options[option] ?? null;
  }
}
