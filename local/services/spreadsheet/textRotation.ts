import type { Runtime } from '../runtime';
import { Served } from '../served';
import type { Members } from './members';

export class TextRotation
  extends Served
  implements Pick<Members<GoogleAppsScript.Spreadsheet.TextRotation>, 'getDegrees' | 'isVertical'>
{
  static override readonly gas = 'Spreadsheet.TextRotation';
  constructor(
    runtime: Runtime,
    private readonly degrees: number,
    private readonly vertical: boolean,
  ) {
    super(runtime);
  }

  getDegrees(): number {
    return this.degrees;
  }
  isVertical(): boolean {
    return this.vertical;
  }
}
