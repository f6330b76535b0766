import type { Instant } from '../core/settings';
import { collectsVerified, newer } from './newer';
import { retry } from './retry';

/** A response as Google holds it: what was answered, by item id (`Item.getId()` as text), in the order of the form. */
export interface RawResponse {
  readonly id: string;
  readonly at: Instant;
  /** '' where the form did not collect an address. */
  readonly sender: string;
  readonly answers: readonly RawAnswer[];
}

export interface RawAnswer {
  readonly itemId: string;
  readonly title: string;
  readonly value: string | readonly string[];
}

/** A village's form, opened. Each member says how many remote calls it makes. */
export interface FormHandle {
  readonly id: string;
  /** Responses from `since` on (all, where left out), oldest first. One call. */
  responses(since?: Instant): readonly RawResponse[];
  /** Ids of the items that the form has now. One call. */
  itemIds(): readonly string[];
  /** Replaces the choices of a list question (no navigation). One call. */
  setChoices(itemId: string, choices: readonly string[]): void;
  /** Replaces the help text of a question or of a page. One call. */
  setHelp(itemId: string, text: string): void;
  /** Whether somebody switched the editing of responses on; `stopEditing` switches it off again. */
  canEdit(): boolean;
  stopEditing(): void;
  /** Whether it collects verified addresses; undefined where Google does not tell. */
  collectsVerified(): boolean | undefined;
  /** Deletes responses for ever; those that the form does not have are passed over. One call, and one each. */
  deleteResponses(ids: readonly string[]): void;
  /** Lets that account answer; the sentence Google gave where it refused. One call. */
  addResponder(address: string): string | undefined;
  removeResponder(address: string): string | undefined;
}

/** A question that was left out is no answer: of the sixty of a form a report has some fifteen. */
function rawAnswer(answer: GoogleAppsScript.Forms.ItemResponse): readonly RawAnswer[] {
  const value = answer.getResponse();
  if (value.length === 0) return [];
  const item = answer.getItem();
  return [
    {
      itemId: String(item.getId()),
      // Asked for only where the registry does not know the question.
      get title() {
        return item.getTitle();
      },
      value: Array.isArray(value) ? value.map((part) => String(part)) : String(value),
    },
  ];
}

function rawResponse(response: GoogleAppsScript.Forms.FormResponse): RawResponse {
  return {
    id: response.getId(),
    at: response.getTimestamp().getTime(),
    sender: response.getRespondentEmail() || '',
    // Most responses of a reading are known already: only of the others is anybody asked what they say.
    get answers() {
      return response.getItemResponses().flatMap(rawAnswer);
    },
  };
}

function attempt(act: () => void): string | undefined {
  try {
    retry(act);
    return undefined;
  } catch (failure) {
    return failure instanceof Error ? failure.message : String(failure);
  }
}

function itemOf(form: GoogleAppsScript.Forms.Form, itemId: string): GoogleAppsScript.Forms.Item {
  const item: GoogleAppsScript.Forms.Item | null = form.getItemById(Number(itemId));
  if (item === null)
    throw new Error(`The form ${form.getId()} has no item ${itemId}; the registry names one.`);
  return item;
}

/** Opens a form by its id. One call. */
export function openForm(id: string): FormHandle {
  const form = retry(() => FormApp.openById(id));
  return {
    id,
    responses: (since) =>
      retry(() => (since === undefined ? form.getResponses() : form.getResponses(new Date(since)))).map(
        rawResponse,
      ),
    itemIds: () => retry(() => form.getItems()).map((item) => String(item.getId())),
    setChoices: (itemId, choices) => {
      const item = itemOf(form, itemId).asListItem();
      retry(() => item.setChoiceValues([...choices]));
    },
    setHelp: (itemId, text) => {
      const item = itemOf(form, itemId);
      retry(() =>
        (item.getType() === FormApp.ItemType.PAGE_BREAK
          ? item.asPageBreakItem()
          : item.asTextItem()
        ).setHelpText(text),
      );
    },
    canEdit: () => form.canEditResponse(),
    stopEditing: () => {
      retry(() => form.setAllowResponseEdits(false));
    },
    deleteResponses: (ids) => {
      const there = new Set(retry(() => form.getResponses()).map((one) => one.getId()));
      for (const id of ids) if (there.has(id)) retry(() => form.deleteResponse(id));
    },
    collectsVerified: () => collectsVerified(form),
    addResponder: (address) => attempt(() => newer(form).addPublishedReader(address)),
    removeResponder: (address) => attempt(() => newer(form).removePublishedReader(address)),
  };
}
