import { editForm, type FormChange } from '../services/forms/editForm';
import { checkAnswers, editResponse, submitResponse } from '../services/forms/submit';
import type { MenuEntry } from '../services/runtime';
import { GoogleError } from '../services/served';
import { Group } from '../services/spreadsheet/group';
import type { FormState } from '../state/form';
import type { SubmitEvent } from '../state/host';
import type { CellEdit, Edited, FormSubmission, GroupFold, Submitted } from './api';
import { editByHand } from './editByHand';
import type { Machine } from './machine';
import { PersonRuntime } from './people';
import type { Job } from './runner';
import type { TriggerDesk } from './triggers';

function columnName(index: number): string {
  let name = '';
  for (let rest = index; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

type Taken =
  | { responseId: string; confirmation: string; event: SubmitEvent }
  | { messages: { entryId: string; message: string }[] };

/** What people do by hand: answer a form, write into a cell. */
export class Persons {
  constructor(
    private readonly machine: Machine,
    private readonly desk: TriggerDesk,
  ) {}

  async submitForm(submission: FormSubmission): Promise<Submitted> {
    const taken = this.take(submission);
    if ('messages' in taken) return { accepted: false, messages: taken.messages, executions: [] };
    const executions = await this.desk.submitted(taken.event);
    const { responseId, confirmation } = taken;
    return { accepted: true, responseId, confirmation, executions };
  }

  /** Takes an answer and gives the runs that it causes, none of them begun. Throws what the form refuses. */
  jobsOf(submission: FormSubmission): Job[] {
    const taken = this.take(submission);
    if ('messages' in taken) throw new Error(taken.messages.map(({ message }) => message).join(' '));
    return this.desk.jobsOf(taken.event);
  }

  /** Keeps an answer, or says what is wrong with it; no trigger has fired. */
  private take(submission: FormSubmission): Taken {
    const form = this.formOf(submission.publishedId);
    const { person, answers, emailAddress, editToken } = submission;
    const runtime = new PersonRuntime(this.machine, person, 'NONE');
    const input = {
      person,
      entries: Object.fromEntries(Object.entries(answers).map(([id, value]) => [`entry.${id}`, value])),
      ...(emailAddress === undefined ? {} : { email: emailAddress }),
      ...(editToken === undefined ? {} : { editToken }),
    };
    const checked = checkAnswers(runtime, form, input);
    if (checked.refused !== undefined) {
      return { messages: [{ entryId: '', message: checked.refused }] };
    }
    if (checked.errors.length > 0) {
      return {
        messages: checked.errors.map(({ entryId, message }) => ({ entryId: String(entryId), message })),
      };
    }
    const { response, linked } =
      editToken === undefined ? submitResponse(runtime, form, input) : editResponse(runtime, form, input);
    const event: SubmitEvent = { form: { formId: form.id, responseId: response.id } };
    if (linked) {
      const { spreadsheetId, sheetId, row, values, namedValues } = linked;
      const a1 = `A${row}:${columnName(values.length)}${row}`;
      event.sheet = { spreadsheetId, sheetId, a1, values, namedValues };
    }
    this.machine.commit();
    return { responseId: response.id, confirmation: form.confirmationMessage, event };
  }

  async editCell(edit: CellEdit): Promise<Edited> {
    const runtime = new PersonRuntime(this.machine, edit.person, 'FULL');
    try {
      const signal = editByHand(runtime, edit);
      this.machine.commit();
      return { executions: await this.desk.edited(signal, edit.person) };
    } catch (error) {
      if (error instanceof GoogleError) return { executions: [], refused: error.message };
      throw error;
    }
  }

  foldGroup({ fileId, sheetId, group, person }: GroupFold): string | undefined {
    const runtime = new PersonRuntime(this.machine, person, 'FULL');
    const state = this.machine.store.get('spreadsheet', fileId);
    const sheet = state?.sheets.find((one) => one.sheetId === sheetId);
    if (!state || !sheet) throw new Error(`No spreadsheet ${fileId} has the tab ${sheetId}.`);
    const own = new Group(runtime, { state, sheet }, group);
    try {
      if (group.collapsed) own.expand();
      else own.collapse();
    } catch (error) {
      if (error instanceof GoogleError) return error.message;
      throw error;
    }
    this.machine.commit();
    return undefined;
  }

  async editForm(edit: { formId: string; person: string; change: FormChange }): Promise<string | undefined> {
    const runtime = new PersonRuntime(this.machine, edit.person, 'FULL');
    const form = this.machine.store.get('form', edit.formId);
    if (!form) throw new Error(`No form has the id ${edit.formId}.`);
    try {
      editForm(runtime, form, edit.change);
    } catch (error) {
      if (error instanceof GoogleError) return error.message;
      throw error;
    }
    this.machine.commit();
    return undefined;
  }

  private formOf(publishedId: string): FormState {
    const { store } = this.machine;
    for (const id of store.ids('form')) {
      const form = store.get('form', id);
      if (form?.publishedId === publishedId) return form;
    }
    throw new Error(`No form has the published id ${publishedId}.`);
  }
}

/** The function behind a menu entry, by captions from the top; undefined = there is no such entry. */
export function menuFunction(items: readonly MenuEntry[], path: readonly string[]): string | undefined {
  const [caption, ...rest] = path;
  const item = items.find((each) => each.caption === caption);
  if (!item) return undefined;
  return rest.length === 0 ? item.functionName : menuFunction(item.items ?? [], rest);
}
