import { constant, gas, keyOf } from '../boundary';
import { GoogleError } from '../served';
import { GeneralItem } from './gradedItem';
import type { PointMembers, QuestionMembers } from './item';
import { ItemResponse } from './itemResponse';

/** Numbers between two bounds with a label at either end. */
export class ScaleItem
  extends GeneralItem<GoogleAppsScript.Forms.ScaleItem>
  implements
    Pick<
      GoogleAppsScript.Forms.ScaleItem,
      | QuestionMembers
      | PointMembers
      | 'getLeftLabel'
      | 'getRightLabel'
      | 'getLowerBound'
      | 'getUpperBound'
      | 'setBounds'
      | 'setLabels'
    >
{
  static override readonly gas = 'Forms.ScaleItem';

  private readonly bounds = () => this.item.bounds ?? { lower: 1, upper: 5, lowerLabel: '', upperLabel: '' };

  getLowerBound(): number {
    return this.bounds().lower;
  }
  getUpperBound(): number {
    return this.bounds().upper;
  }
  getLeftLabel(): string {
    return this.bounds().lowerLabel;
  }
  getRightLabel(): string {
    return this.bounds().upperLabel;
  }

  /** The lower bound is 0 or 1, the upper 3 to 10 (Google's reference, ScaleItem.setBounds). */
  setBounds(lower: number, upper: number): GoogleAppsScript.Forms.ScaleItem {
    if (lower < 0 || lower > 1 || upper < 2 || upper > 10)
      throw new GoogleError('Invalid data updating form.');
    return this.change((item) => (item.bounds = { ...this.bounds(), lower, upper }));
  }

  setLabels(lower: string, upper: string): GoogleAppsScript.Forms.ScaleItem {
    return this.change((item) => (item.bounds = { ...this.bounds(), lowerLabel: lower, upperLabel: upper }));
  }

  /** Throws outside of the bounds. */
  createResponse(response: number): GoogleAppsScript.Forms.ItemResponse {
    const { lower, upper } = this.bounds();
    if (!Number.isInteger(response) || response < lower || response > upper) {
      throw new GoogleError('Invalid response submitted to scale question.');
    }
    return gas(new ItemResponse(this.runtime, this.form, this.item, String(response)));
  }
}

/** Stars, hearts or thumbs. */
export class RatingItem
  extends GeneralItem<GoogleAppsScript.Forms.RatingItem>
  implements
    Pick<
      GoogleAppsScript.Forms.RatingItem,
      | QuestionMembers
      | PointMembers
      | 'getRatingIcon'
      | 'getRatingScaleLevel'
      | 'setRatingIcon'
      | 'setRatingScaleLevel'
    >
{
  static override readonly gas = 'Forms.RatingItem';

  private readonly rating = () => this.item.rating ?? { icon: 'STAR', levels: 5 };

  getRatingIcon(): GoogleAppsScript.Forms.RatingIconType {
    return constant('Forms.RatingIconType', this.rating().icon);
  }

  setRatingIcon(ratingIcon: GoogleAppsScript.Forms.RatingIconType): GoogleAppsScript.Forms.RatingItem {
    return this.change((item) => (item.rating = { ...this.rating(), icon: keyOf(ratingIcon) }));
  }

  getRatingScaleLevel(): number {
    return this.rating().levels;
  }

  /** 3 to 10 (Google's reference, RatingItem.setRatingScaleLevel). */
  setRatingScaleLevel(ratingScaleLevel: number): GoogleAppsScript.Forms.RatingItem {
    if (ratingScaleLevel < 3 || ratingScaleLevel > 10) throw new GoogleError('Invalid data updating form.');
    return this.change((item) => (item.rating = { ...this.rating(), levels: ratingScaleLevel }));
  }

  /** Throws outside of 1 to the number of levels. */
  createResponse(response: number): GoogleAppsScript.Forms.ItemResponse {
    if (!Number.isInteger(response) || response < 1 || response > this.rating().levels) {
      throw new GoogleError('Invalid response submitted to rating question.');
    }
    return gas(new ItemResponse(this.runtime, this.form, this.item, String(response)));
  }
}
