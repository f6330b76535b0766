import { gas } from '../boundary';
import { GoogleError } from '../served';
import { dateText, durationText, timeText } from './dateText';
import { GeneralItem } from './gradedItem';
import type { PointMembers, QuestionMembers } from './item';
import { ItemResponse } from './itemResponse';

type GItemResponse = GoogleAppsScript.Forms.ItemResponse;

/** A day, with or without its year. */
abstract class AnyDate<G> extends GeneralItem<G> {
  includesYear(): boolean {
    return this.item.includesYear ?? true;
  }

  setIncludesYear(enableYear: boolean): G {
    return this.change((item) => (item.includesYear = enableYear));
  }
}

/** Answer `yyyy-MM-dd`, or `MM-dd` without the year (google.md section 3). */
export class DateItem
  extends AnyDate<GoogleAppsScript.Forms.DateItem>
  implements
    Pick<GoogleAppsScript.Forms.DateItem, QuestionMembers | PointMembers | 'includesYear' | 'setIncludesYear'>
{
  static override readonly gas = 'Forms.DateItem';

  createResponse(response: GoogleAppsScript.Base.Date): GItemResponse {
    const text = dateText(this.runtime, response, this.includesYear() ? 'date' : 'day');
    return gas(new ItemResponse(this.runtime, this.form, this.item, text));
  }
}

/** Answer `yyyy-MM-dd HH:mm` (google.md section 3). */
export class DateTimeItem
  extends AnyDate<GoogleAppsScript.Forms.DateTimeItem>
  implements
    Pick<
      GoogleAppsScript.Forms.DateTimeItem,
      QuestionMembers | PointMembers | 'includesYear' | 'setIncludesYear'
    >
{
  static override readonly gas = 'Forms.DateTimeItem';

  createResponse(response: GoogleAppsScript.Base.Date): GItemResponse {
    const text = dateText(this.runtime, response, 'dateTime');
    return gas(
      new ItemResponse(this.runtime, this.form, this.item, this.includesYear() ? text : text.slice(5)),
    );
  }
}

/** Answer `HH:mm`. */
export class TimeItem
  extends GeneralItem<GoogleAppsScript.Forms.TimeItem>
  implements Pick<GoogleAppsScript.Forms.TimeItem, QuestionMembers | PointMembers>
{
  static override readonly gas = 'Forms.TimeItem';

  createResponse(hour: number, minute: number): GItemResponse {
    if (!between(hour, 0, 23) || !between(minute, 0, 59)) {
      throw new GoogleError('Invalid response submitted to time question.');
    }
    return gas(new ItemResponse(this.runtime, this.form, this.item, timeText(hour, minute)));
  }
}

/** Answer `HH:mm:ss`. */
export class DurationItem
  extends GeneralItem<GoogleAppsScript.Forms.DurationItem>
  implements Pick<GoogleAppsScript.Forms.DurationItem, QuestionMembers | PointMembers>
{
  static override readonly gas = 'Forms.DurationItem';

  createResponse(hours: number, minutes: number, seconds: number): GItemResponse {
    if (!between(hours, 0, 72) || !between(minutes, 0, 59) || !between(seconds, 0, 59)) {
      throw new GoogleError('Invalid response submitted to duration question.');
    }
    return gas(new ItemResponse(this.runtime, this.form, this.item, durationText(hours, minutes, seconds)));
  }
}

function between(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}
