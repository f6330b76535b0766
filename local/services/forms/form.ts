import type { FormResponseState } from '../../state/form';
import { constant, gas, keyOf } from '../boundary';
import { GoogleError } from '../served';
import { FormItems } from './formItems';
import { FormResponse } from './formResponse';
import { linkForm, unlinkForm } from './link';

type GForm = GoogleAppsScript.Forms.Form;
type GResponse = GoogleAppsScript.Forms.FormResponse;

/** A form: its questions and settings (in the classes it grows from), its answers and where they go. */
export class Form extends FormItems implements Pick<GForm, Exclude<keyof GForm, 'submitGrades'>> {
  static override readonly gas = 'Forms.Form';

  private readonly wrap = (response: FormResponseState): GResponse =>
    gas(new FormResponse(this.runtime, this.form, response));

  createResponse(): GResponse {
    return gas(new FormResponse(this.runtime, this.form));
  }

  /** All answers in the order of their times; with a time, those from it on (google.md section 10.5). */
  getResponses(timestamp?: GoogleAppsScript.Base.Date): GResponse[] {
    const since = timestamp?.getTime();
    const inclusive = this.runtime.switches.sinceInclusive !== false;
    const wanted = (time: number): boolean =>
      since === undefined || (inclusive ? time >= since : time > since);
    return this.form.responses
      .filter((response) => wanted(response.timestamp))
      .sort((a, b) => a.timestamp - b.timestamp)
      .map(this.wrap);
  }

  getResponse(responseId: string): GResponse {
    const response = this.form.responses.find((candidate) => candidate.id === responseId);
    if (!response) throw new GoogleError('Invalid response ID.');
    return this.wrap(response);
  }

  /** The row of the linked tab stays (google.md section 2). */
  deleteResponse(responseId: string): GForm {
    const index = this.form.responses.findIndex((candidate) => candidate.id === responseId);
    if (index < 0) throw new GoogleError('Invalid response ID.');
    this.form.responses.splice(index, 1);
    this.runtime.store.touch('form', this.form.id, `response/${responseId}`);
    return gas(this);
  }

  /** The rows of the linked tab stay (google.md section 2). */
  deleteAllResponses(): GForm {
    for (const response of this.form.responses.splice(0)) {
      this.runtime.store.touch('form', this.form.id, `response/${response.id}`);
    }
    return gas(this);
  }

  /** Throws on an unlinked form; it does not give null (google.md section 1). */
  getDestinationId(): string {
    return this.destination().spreadsheetId;
  }

  getDestinationType(): GoogleAppsScript.Forms.DestinationType {
    this.destination();
    return constant('Forms.DestinationType', 'SPREADSHEET');
  }

  private readonly destination = () => {
    if (!this.form.destination) throw new GoogleError('The form currently has no response destination.');
    return this.form.destination;
  };

  /** Adds a NEW tab each time and fills in the answers given so far (google.md section 2). */
  setDestination(type: GoogleAppsScript.Forms.DestinationType, id: string): GForm {
    if (keyOf(type) !== 'SPREADSHEET') throw new GoogleError('Invalid argument: type');
    if (!this.runtime.may('write', id)) throw new GoogleError('Invalid argument: id');
    linkForm(this.runtime, this.form, id);
    return gas(this);
  }

  removeDestination(): GForm {
    unlinkForm(this.runtime, this.form);
    return gas(this);
  }
}
