import { cpSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DialogAnswer, OpenOptions, Question, RunOutcome, Submitted } from '../../local/host/api';
import type { LocalWorkspace } from '../../local/host/workspace';
import { newSpreadsheet } from '../../local/services/spreadsheet/newSpreadsheet';
import type { FormState } from '../../local/state/form';
import type { SpreadsheetState } from '../../local/state/spreadsheet';
import { freshFolder, openWorkspace, OWNER, projectFolder } from './localProject';

/** What Google's editor gives a new project; the published folders often leave the file out. */
const EDITOR_MANIFEST = {
  timeZone: 'America/New_York',
  dependencies: {},
  exceptionLogging: 'STACKDRIVER',
  runtimeVersion: 'V8',
};

/** A helper script of ours beside the sample, bound to the same spreadsheet: the template and what stands there. */
const HELPER = `
function fill(tabs) {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  const first = book.getSheets()[0];
  tabs.forEach(({ name, rows, frozen }, at) => {
    const sheet = at === 0 ? first.setName(name) : book.insertSheet(name, at);
    if (rows.length > 0) sheet.getRange(1, 1, rows.length, rows[0].length).setValues(rows);
    if (frozen) sheet.setFrozenRows(frozen);
  });
}
function named(name, tab, a1) {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  book.setNamedRange(name, book.getSheetByName(tab).getRange(a1));
}
function shown(tab) {
  return SpreadsheetApp.getActiveSpreadsheet().getSheetByName(tab).getDataRange().getDisplayValues();
}
function put(tab, a1, value) {
  SpreadsheetApp.getActiveSpreadsheet().getSheetByName(tab).getRange(a1).setValue(value);
}
function draft(to, subject, text, options) {
  const blob = ({ name, text }) => Utilities.newBlob(text, MimeType.PLAIN_TEXT, name);
  const inlineImages = {};
  for (const key of Object.keys(options.inlineImages)) inlineImages[key] = blob(options.inlineImages[key]);
  GmailApp.createDraft(to, subject, text, { ...options, attachments: options.attachments.map(blob), inlineImages });
}
function linked(title, questions) {
  const form = FormApp.create(title);
  for (const question of questions) form.addTextItem().setTitle(question);
  form.setDestination(FormApp.DestinationType.SPREADSHEET, SpreadsheetApp.getActiveSpreadsheet().getId());
}
`;

/** A tab of the spreadsheet that the sample's page tells people to copy. */
export interface TemplateTab {
  name: string;
  rows: unknown[][];
  frozen?: number;
}

export type SampleOptions = OpenOptions & { standalone?: boolean };

/** A published sample in a workspace of its own, driven as its page tells a person to. */
export class SampleRun {
  readonly workspace: LocalWorkspace;
  readonly fileId: string;
  readonly projectId: string;
  private readonly helperId: string;

  /** `standalone`: a script of its own; else it is bound to the workspace's spreadsheet. */
  constructor(folder: string, { standalone = false, ...options }: SampleOptions = {}) {
    this.workspace = openWorkspace({
      zone: 'America/New_York',
      now: '2026-08-06T08:00:00-04:00',
      ...options,
      // Whoever has the link may answer, as the samples' pages take for granted.
      switches: { language: 'en', scriptFormsOpen: true, ...options.switches },
    });
    const copy = join(freshFolder(), 'sample');
    cpSync(folder, copy, { recursive: true });
    const manifest = join(copy, 'appsscript.json');
    if (!existsSync(manifest)) writeFileSync(manifest, JSON.stringify(EDITOR_MANIFEST));
    this.fileId = newSpreadsheet(this.workspace.runtimeFor(OWNER), { name: 'Sample' }).id;
    this.projectId = this.workspace.addProject({
      directory: copy,
      ...(standalone ? {} : { containerId: this.fileId }),
      name: 'Sample',
    });
    const helper = projectFolder(HELPER, { manifest: { timeZone: 'America/New_York' } });
    this.helperId = this.workspace.addProject({
      directory: helper,
      containerId: this.fileId,
      name: 'Template',
    });
  }

  /** Fails loudly with the script's own error. */
  private ended(outcome: RunOutcome): RunOutcome {
    if (outcome.status !== 'completed')
      throw new Error(`${outcome.function}: ${outcome.error?.message}\n${outcome.error?.stack ?? ''}`);
    return outcome;
  }

  help(functionName: string, ...args: unknown[]): unknown {
    return this.ended(this.workspace.runNow({ projectId: this.helperId, functionName, args })).result;
  }

  /** The template that the sample's page gives people, made anew. */
  template(tabs: TemplateTab[]): void {
    this.help('fill', tabs);
  }

  /** What a person reads in a tab. */
  read(tab: string): string[][] {
    return this.help('shown', tab) as string[][];
  }

  run(functionName: string, ...args: unknown[]): RunOutcome {
    return this.ended(this.workspace.runNow({ projectId: this.projectId, functionName, args }));
  }

  /** Opens the spreadsheet and clicks the sample's menu, with answers to whatever it asks. */
  async menu(
    path: string[],
    view?: { tab: string; range: string },
    ...answers: DialogAnswer[]
  ): Promise<Question[]> {
    const asked: Question[] = [];
    this.workspace.answerDialogs((question) => {
      asked.push(question);
      return answers[asked.length - 1] ?? { button: 'OK' };
    });
    const opened = await this.workspace.openFile({ fileId: this.fileId, person: OWNER });
    const failed = opened.executions.find(({ status }) => status !== 'completed');
    if (failed) this.ended(failed);
    const where = view ? { view: { sheetId: this.sheetId(view.tab), range: view.range } } : {};
    this.ended(await this.workspace.clickMenu({ fileId: this.fileId, person: OWNER, path, ...where }));
    return asked;
  }

  sheetId(name: string): number {
    const sheet = this.workspace.store
      .get('spreadsheet', this.fileId)
      ?.sheets.find((each) => each.name === name);
    if (!sheet) throw new Error(`No tab ${name}.`);
    return sheet.sheetId;
  }

  tabs(): string[] {
    return this.workspace.store.get('spreadsheet', this.fileId)?.sheets.map(({ name }) => name) ?? [];
  }

  /** A form that the sample's page tells people to make and link, with a text question each. */
  linkedForm(title: string, questions: string[]): void {
    this.help('linked', title, questions);
  }

  spreadsheet(name: string): SpreadsheetState {
    const { store } = this.workspace;
    const id = store.ids('spreadsheet').find((each) => store.get('file', each)?.name === name);
    const state = id === undefined ? undefined : store.get('spreadsheet', id);
    if (!state) throw new Error(`No spreadsheet ${name}.`);
    return state;
  }

  /** Names of files of that type. */
  files(mimeType: string): string[] {
    const { store } = this.workspace;
    return store.ids('file').flatMap((id) => {
      const file = store.get('file', id);
      return file?.mimeType === mimeType ? [file.name] : [];
    });
  }

  /** Caption of the menu that an add-on gets. */
  addOnMenu(): string {
    return 'Add-ons';
  }

  /** The newest form. */
  form(): FormState {
    const id = this.workspace.store.ids('form').at(-1) ?? '';
    const form = this.workspace.store.get('form', id);
    if (!form) throw new Error('The sample made no form.');
    return form;
  }

  /** Answers the newest form as a person; every answer by the title of its question, a grid's by its rows. */
  async submit(
    answers: Record<string, string | string[] | Record<string, string>>,
    emailAddress: string,
  ): Promise<Extract<Submitted, { accepted: true }>> {
    const form = this.form();
    const entries: Record<string, string | string[]> = {};
    for (const [title, answer] of Object.entries(answers)) {
      const item = form.items.find((each) => each.title === title);
      if (!item) throw new Error(`The form asks no "${title}".`);
      if (typeof answer === 'string' || Array.isArray(answer)) entries[String(item.entryIds[0])] = answer;
      else
        item.rows?.forEach((row, at) => {
          if (answer[row] !== undefined) entries[String(item.entryIds[at])] = answer[row];
        });
    }
    const submitted = await this.workspace.submitForm({
      publishedId: form.publishedId,
      person: emailAddress,
      answers: entries,
      emailAddress,
    });
    if (!submitted.accepted) throw new Error(JSON.stringify(submitted.messages));
    submitted.executions.forEach((execution) => this.ended(execution));
    return submitted;
  }

  mails(): {
    to: string[];
    subject: string;
    text: string;
    html?: string;
    attachments: { name: string }[];
    draft: boolean;
  }[] {
    return this.workspace.store.get('mailbox', 'mail')?.messages ?? [];
  }
}
