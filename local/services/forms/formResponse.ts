import type { Answer, FormItem, FormResponseState, FormState } from '../../state/form';
import { gas } from '../boundary';
import type { Runtime } from '../runtime';
import { GoogleError, Served } from '../served';
import { viewformUrl } from './formState';
import { isQuestion } from './itemState';
import { ItemResponse } from './itemResponse';
import { prefilledUrl } from './prefill';
import { storeResponse } from './storeResponse';

/** Questions that `getItemResponses` gives as '' when they were not answered (google.md section 3). */
const SHOWN_EMPTY = new Set<FormItem['type']>(['TEXT', 'PARAGRAPH_TEXT', 'DATE', 'TIME']);

type Members =
  | 'getEditResponseUrl'
  | 'getId'
  | 'getItemResponses'
  | 'getRespondentEmail'
  | 'getResponseForItem'
  | 'getTimestamp'
  | 'submit'
  | 'toPrefilledUrl'
  | 'withItemResponse';

/** A response: given by somebody, or being put together by the script until `submit`. */
export class FormResponse extends Served implements Pick<GoogleAppsScript.Forms.FormResponse, Members> {
  static override readonly gas = 'Forms.FormResponse';
  private draft: Record<string, Answer>;

  constructor(
    runtime: Runtime,
    readonly form: FormState,
    /** undefined until it is submitted. */
    public given: FormResponseState | undefined = undefined,
  ) {
    super(runtime);
    this.draft = { ...given?.answers };
  }

  private readonly answers = (): Record<string, Answer> => this.given?.answers ?? this.draft;

  getId(): string {
    return gas(this.given?.id ?? null);
  }

  getTimestamp(): GoogleAppsScript.Base.Date {
    return gas(this.given ? new Date(this.given.timestamp) : null);
  }

  getRespondentEmail(): string {
    return gas(this.given?.email ?? null);
  }

  /** An address even where edits are off; it then leads to a page that says so (google.md section 3). */
  getEditResponseUrl(): string {
    return gas(this.given ? `${viewformUrl(this.form)}?edit2=${this.given.editToken}` : null);
  }

  getItemResponses(): GoogleAppsScript.Forms.ItemResponse[] {
    const answers = this.answers();
    const responses: ItemResponse[] = [];
    for (const item of this.form.items.filter(isQuestion)) {
      const answer = answers[item.id] ?? (SHOWN_EMPTY.has(item.type) ? '' : undefined);
      if (answer !== undefined) responses.push(new ItemResponse(this.runtime, this.form, item, answer));
    }
    return gas(responses);
  }

  /** null for a question that was not answered. */
  getResponseForItem(item: GoogleAppsScript.Forms.Item): GoogleAppsScript.Forms.ItemResponse {
    const id = item.getId();
    const state = this.form.items.find((candidate) => candidate.id === id);
    const answer = this.answers()[id] ?? (state && SHOWN_EMPTY.has(state.type) ? '' : undefined);
    return gas(
      state && answer !== undefined ? new ItemResponse(this.runtime, this.form, state, answer) : null,
    );
  }

  withItemResponse(response: GoogleAppsScript.Forms.ItemResponse): GoogleAppsScript.Forms.FormResponse {
    if (!(response instanceof ItemResponse) || this.given)
      throw new GoogleError('Invalid data updating form.');
    this.draft[response.item.id] = response.answer;
    return gas(this);
  }

  toPrefilledUrl(): string {
    return prefilledUrl(this.form, this.answers());
  }

  /** Sends the response; no trigger fires (google.md section 2). Throws on a closed form and on a second submit. */
  submit(): GoogleAppsScript.Forms.FormResponse {
    if (this.given) throw new GoogleError('This response has already been submitted.');
    if (!this.form.published || !this.form.acceptingResponses) {
      throw new GoogleError('This form is not currently accepting responses.');
    }
    if (this.form.limitOneResponse)
      throw new GoogleError('Cannot submit a response to a form that requires sign-in.');
    const answers = Object.fromEntries(Object.entries(this.draft).filter(([, answer]) => answer.length > 0));
    const stored = storeResponse(this.runtime, this.form, { answers, email: '', person: '' });
    return gas(new FormResponse(this.runtime, this.form, stored.response));
  }
}
