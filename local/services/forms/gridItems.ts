import { gas } from '../boundary';
import { GoogleError } from '../served';
import { Question, type QuestionMembers } from './item';
import { ItemResponse } from './itemResponse';
import { giveEntryIds } from './itemState';
import { ruleOf } from './validations';

type Members =
  QuestionMembers | 'getRows' | 'setRows' | 'getColumns' | 'setColumns' | 'setValidation' | 'clearValidation';

/** Rows and columns; each row is answered by itself. */
abstract class AnyGrid<G> extends Question<G> {
  getRows(): string[] {
    return [...(this.item.rows ?? [])];
  }

  setRows(rows: string[]): G {
    if (rows.length === 0) throw new GoogleError('Array must not be empty');
    return this.change((item) => {
      item.rows = rows.map(String);
      giveEntryIds(this.runtime, this.form, item);
    });
  }

  getColumns(): string[] {
    return [...(this.item.columns ?? [])];
  }

  setColumns(columns: string[]): G {
    if (columns.length === 0) throw new GoogleError('Array must not be empty');
    return this.change((item) => (item.columns = columns.map(String)));
  }

  setValidation(validation: unknown): G {
    const rule = ruleOf(validation);
    return this.change((item) => {
      item.onePerColumn = rule !== undefined;
      if (rule) item.validation = rule;
      else delete item.validation;
    });
  }

  clearValidation(): G {
    return this.change((item) => {
      delete item.onePerColumn;
      delete item.validation;
    });
  }

  protected readonly refuse = (): never => {
    const kind = this.item.type === 'GRID' ? 'grid' : 'checkbox grid';
    throw new GoogleError(`Invalid response submitted to ${kind} question.`);
  };
}

/** One column a row. */
export class GridItem
  extends AnyGrid<GoogleAppsScript.Forms.GridItem>
  implements Pick<GoogleAppsScript.Forms.GridItem, Members>
{
  static override readonly gas = 'Forms.GridItem';

  /** One answer a row; '' or null leaves the row unanswered. */
  createResponse(responses: string[]): GoogleAppsScript.Forms.ItemResponse {
    const answers = responses.map((answer) => answer ?? '');
    const known = (answer: string): boolean => answer === '' || (this.item.columns ?? []).includes(answer);
    if (answers.length !== (this.item.rows ?? []).length || !answers.every(known)) this.refuse();
    return gas(new ItemResponse(this.runtime, this.form, this.item, answers));
  }
}

/** Any number of columns a row. */
export class CheckboxGridItem
  extends AnyGrid<GoogleAppsScript.Forms.CheckboxGridItem>
  implements Pick<GoogleAppsScript.Forms.CheckboxGridItem, Members>
{
  static override readonly gas = 'Forms.CheckboxGridItem';

  /** A list of columns a row; null leaves the row unanswered. */
  createResponse(responses: string[][]): GoogleAppsScript.Forms.ItemResponse {
    const known = (row: string[] | null): boolean =>
      !row || row.every((answer) => (this.item.columns ?? []).includes(answer));
    if (responses.length !== (this.item.rows ?? []).length || !responses.every(known)) this.refuse();
    const answers = responses.map((row) => (row && row.length > 0 ? [...row] : null));
    return gas(new ItemResponse(this.runtime, this.form, this.item, answers));
  }
}
