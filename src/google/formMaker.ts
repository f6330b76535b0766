import type { SenderProof } from '../core/book';
import { entriesFromLink, type ActualItem, type Probe } from '../core/formItems';
import type { FormItem, QuestionItem } from '../core/formLayout';
import type { Aspect, StandingItem } from '../core/formChanges';
import { actualItems, addItem, amendItem, buildItems, navigate, prefilledLink, setRule } from './formItems';
import { standingItems } from './formStanding';
import { collectsVerified, newer, verifiedCollection } from './newer';
import { retry } from './retry';

/** What people read around the questions. */
export interface FormFace {
  readonly title: string;
  readonly description: string;
  /** Last words, after sending. */
  readonly confirmation: string;
}

/** A form while it is built. Nothing here is done twice by being called twice. */
export class FormMaker {
  private readonly form: GoogleAppsScript.Forms.Form;

  constructor(form: GoogleAppsScript.Forms.Form) {
    this.form = form;
  }

  get publishedUrl(): string {
    return retry(() => this.form.getPublishedUrl());
  }

  items(): readonly ActualItem[] {
    return actualItems(this.form);
  }

  /** Items with all that can be read of them. One call. */
  standing(): readonly StandingItem[] {
    return standingItems(this.form);
  }

  /** Adds an item at the end; gives its id. */
  add(item: FormItem): string {
    return addItem(this.form, item);
  }

  /** Sets of a standing item what differs. */
  amend(id: string, item: FormItem, aspects: readonly Aspect[]): void {
    amendItem(this.form.getItemById(Number(id)), item, aspects);
  }

  /** Sets the rule of a text anew, since it cannot be read. */
  setRule(id: string, item: QuestionItem): void {
    setRule(this.form.getItemById(Number(id)), item);
  }

  /** Moves an item by its place. One call; never tried twice, since a second time moves another. */
  move(from: number, to: number): void {
    this.form.moveItem(from, to);
  }

  /** What people read around the questions, as it stands. */
  get face(): FormFace {
    return {
      title: this.form.getTitle(),
      description: this.form.getDescription(),
      confirmation: this.form.getConfirmationMessage(),
    };
  }

  /** Builds one part, whose items stand from index `from` on; see `buildItems`. */
  build(from: number, items: readonly FormItem[]): void {
    buildItems(this.form, from, items);
  }

  /** Sets all navigation; `ids` = item id by key. */
  navigate(items: readonly FormItem[], ids: Readonly<Record<string, string>>): void {
    navigate(this.form, items, idFrom(ids));
  }

  deleteItem(id: string): void {
    const item: GoogleAppsScript.Forms.Item | null = this.form.getItemById(Number(id));
    if (item !== null) this.form.deleteItem(item);
  }

  setFace(face: FormFace): void {
    retry(() => this.form.setTitle(face.title));
    retry(() => this.form.setDescription(face.description));
    retry(() => this.form.setConfirmationMessage(face.confirmation));
  }

  /** What a template sets and its copies keep: progress bar, no editing of answers, no further link, addresses. */
  setHabits(): SenderProof {
    retry(() => this.form.setProgressBar(true));
    retry(() => this.form.setAllowResponseEdits(false));
    retry(() => this.form.setShowLinkToRespondAgain(true));
    return this.collectAddresses();
  }

  /** Collects verified addresses where this account's Forms can, typed ones where it cannot. */
  collectAddresses(): SenderProof {
    const kind = verifiedCollection();
    const form = newer(this.form);
    try {
      if (kind !== undefined && form.setEmailCollectionType !== undefined) {
        form.setEmailCollectionType(kind);
        return 'verified';
      }
    } catch {
      // Undocumented, so it may refuse: then one click on the template does it, which becomes a to-do.
    }
    // Set already by hand, it stays: saying it again would make verified addresses typed ones.
    if (!this.form.collectsEmail()) retry(() => this.form.setCollectEmail(true));
    return this.proof();
  }

  collectsEmail(): boolean {
    return this.form.collectsEmail();
  }

  /** Asks for no address, and so for no account. */
  collectNothing(): void {
    retry(() => this.form.setCollectEmail(false));
  }

  /** What an address that the form collects proves, as far as Google tells. */
  proof(): SenderProof {
    return collectsVerified(this.form) === true ? 'verified' : 'typed';
  }

  /** Published and open; who may answer is another matter (`addResponder`). */
  openUp(): void {
    const form = newer(this.form);
    if (form.supportsAdvancedResponderPermissions()) retry(() => form.setPublished(true));
    retry(() => this.form.setAcceptingResponses(true));
  }

  /** Takes no further answers; who opens it reads the sentence. */
  close(sentence: string): void {
    retry(() => this.form.setCustomClosedFormMessage(sentence));
    retry(() => this.form.setAcceptingResponses(false));
  }

  /** Open again, without the sentence. */
  reopen(): void {
    this.openUp();
    retry(() => this.form.setCustomClosedFormMessage(''));
  }

  /** Links the form to the spreadsheet unless it is linked to it already: a second link would make a second tab. */
  linkTo(spreadsheetId: string): void {
    if (this.destination() === spreadsheetId) return;
    this.form.setDestination(FormApp.DestinationType.SPREADSHEET, spreadsheetId);
  }

  /** Numbers of questions in links, asked from Google; `ids` = item id by key. One call a group. */
  entries(
    groups: readonly (readonly Probe[])[],
    ids: Readonly<Record<string, string>>,
  ): Readonly<Record<string, string>> {
    const all: Record<string, string> = {};
    for (const probes of groups) {
      Object.assign(all, entriesFromLink(prefilledLink(this.form, probes, idFrom(ids)), probes));
    }
    return all;
  }

  /** '' where the form is linked to nothing; Google throws there, in the account's language. */
  private destination(): string {
    try {
      return this.form.getDestinationId() ?? '';
    } catch {
      return '';
    }
  }
}

function idFrom(ids: Readonly<Record<string, string>>): (key: string) => string {
  return (key) => {
    const id = ids[key];
    if (id === undefined) throw new Error(`The form has no item for ${key}.`);
    return id;
  };
}

/** Opens a form to build it. One call. */
export function openMaker(id: string): FormMaker {
  return new FormMaker(retry(() => FormApp.openById(id)));
}

/** Creates a form in the root of the Drive; gives its id. */
export function createForm(name: string): string {
  return FormApp.create(name).getId();
}
