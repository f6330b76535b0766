import { touchForm } from './touch';
import type { DriveFile } from '../../state/file';
import type { FormState } from '../../state/form';
import { constant, gas, keyOf } from '../boundary';
import { addPeople, removePerson } from '../drive/sharing';
import type { Runtime } from '../runtime';
import { GoogleError, Served } from '../served';
import { addressOf, User } from '../user';
import { viewformUrl } from './formState';

type GForm = GoogleAppsScript.Forms.Form;
type Person = string | GoogleAppsScript.Base.User;

/** Titles, switches, addresses and people of a form. */
export abstract class FormSettings extends Served {
  constructor(
    runtime: Runtime,
    readonly form: FormState,
  ) {
    super(runtime);
  }

  /** Applies a change to the live form and marks it as changed; gives this object for chaining. */
  protected readonly change = (edit: (form: FormState) => void): GForm => {
    edit(this.form);
    touchForm(this.runtime, this.form.id);
    return gas(this);
  };

  protected readonly file = (): DriveFile => {
    const file = this.runtime.store.get('file', this.form.id);
    if (!file) throw new GoogleError('Invalid argument: id');
    return file;
  };

  getId(): string {
    return this.form.id;
  }
  /** '' until it is set: the name given to `FormApp.create` is the file's (google.md section 3). */
  getTitle(): string {
    return this.form.title;
  }
  setTitle(title: string): GForm {
    return this.change((form) => (form.title = title));
  }
  getDescription(): string {
    return this.form.description;
  }
  setDescription(description: string): GForm {
    return this.change((form) => (form.description = description));
  }
  getConfirmationMessage(): string {
    return this.form.confirmationMessage;
  }
  setConfirmationMessage(message: string): GForm {
    return this.change((form) => (form.confirmationMessage = message));
  }
  getCustomClosedFormMessage(): string {
    return this.form.closedMessage;
  }
  setCustomClosedFormMessage(message: string): GForm {
    return this.change((form) => (form.closedMessage = message));
  }

  collectsEmail(): boolean {
    return this.form.collectEmail !== 'off';
  }
  /** Cannot choose verified addresses: what was verified stays so (google.md section 3). */
  setCollectEmail(collect: boolean): GForm {
    return this.change((form) => {
      if (!collect) form.collectEmail = 'off';
      else if (form.collectEmail === 'off') form.collectEmail = 'typed';
    });
  }
  /** Undocumented; by a switch it does not exist on the account (google.md section 3). */
  setEmailCollectionType(type: GoogleAppsScript.Forms.EmailCollectionType): GForm {
    if (!this.runtime.switches.emailCollectionType) {
      throw new GoogleError('form.setEmailCollectionType is not a function', 'TypeError');
    }
    const key = keyOf(type);
    return this.change((form) => {
      form.collectEmail = key === 'VERIFIED' ? 'verified' : key === 'RESPONDER_INPUT' ? 'typed' : 'off';
    });
  }

  /** Undocumented like its setter, and absent where that is. */
  getEmailCollectionType(): GoogleAppsScript.Forms.EmailCollectionType {
    if (!this.runtime.switches.emailCollectionType) {
      throw new GoogleError('form.getEmailCollectionType is not a function', 'TypeError');
    }
    const kinds = { off: 'DO_NOT_COLLECT', typed: 'RESPONDER_INPUT', verified: 'VERIFIED' } as const;
    return constant('Forms.EmailCollectionType', kinds[this.form.collectEmail]);
  }

  canEditResponse(): boolean {
    return this.form.allowResponseEdits;
  }
  setAllowResponseEdits(enabled: boolean): GForm {
    return this.change((form) => (form.allowResponseEdits = enabled));
  }
  hasLimitOneResponsePerUser(): boolean {
    return this.form.limitOneResponse;
  }
  setLimitOneResponsePerUser(enabled: boolean): GForm {
    return this.change((form) => (form.limitOneResponse = enabled));
  }
  requiresLogin(): boolean {
    return this.form.requireLogin;
  }
  /** Throws on consumer accounts (google.md section 3). */
  setRequireLogin(requireLogin: boolean): GForm {
    if (this.runtime.switches.accountKind === 'consumer') {
      throw new GoogleError('This operation is not supported for consumer accounts.');
    }
    return this.change((form) => (form.requireLogin = requireLogin));
  }
  hasProgressBar(): boolean {
    return this.form.progressBar;
  }
  setProgressBar(enabled: boolean): GForm {
    return this.change((form) => (form.progressBar = enabled));
  }
  getShuffleQuestions(): boolean {
    return this.form.shuffleQuestions;
  }
  setShuffleQuestions(shuffle: boolean): GForm {
    return this.change((form) => (form.shuffleQuestions = shuffle));
  }
  hasRespondAgainLink(): boolean {
    return this.form.showLinkToRespondAgain;
  }
  setShowLinkToRespondAgain(enabled: boolean): GForm {
    return this.change((form) => (form.showLinkToRespondAgain = enabled));
  }
  isPublishingSummary(): boolean {
    return this.form.publishingSummary;
  }
  setPublishingSummary(enabled: boolean): GForm {
    return this.change((form) => (form.publishingSummary = enabled));
  }
  isQuiz(): boolean {
    return this.form.isQuiz;
  }
  setIsQuiz(enabled: boolean): GForm {
    return this.change((form) => (form.isQuiz = enabled));
  }

  /** False on a legacy form, which knows no publishing (google.md section 3). */
  supportsAdvancedResponderPermissions(): boolean {
    return this.runtime.switches.responderPermissions;
  }
  isPublished(): boolean {
    this.needResponderPermissions();
    return this.form.published;
  }
  /** Publishing accepts answers, taking it back ends that (google.md section 3). Throws on a legacy form. */
  setPublished(enabled: boolean): GForm {
    this.needResponderPermissions();
    return this.change((form) => {
      form.published = enabled;
      form.acceptingResponses = enabled;
    });
  }
  isAcceptingResponses(): boolean {
    return this.form.acceptingResponses;
  }
  /** Throws for true on an unpublished form; false leaves the form published (google.md section 3). */
  setAcceptingResponses(enabled: boolean): GForm {
    if (!this.runtime.switches.responderPermissions) this.form.published = true;
    if (enabled && !this.form.published) {
      throw new GoogleError('Cannot accept responses on an unpublished form.');
    }
    return this.change((form) => (form.acceptingResponses = enabled));
  }
  private readonly needResponderPermissions = (): void => {
    if (!this.runtime.switches.responderPermissions) {
      throw new GoogleError('This form does not support publishing.');
    }
  };

  getPublishedUrl(): string {
    return viewformUrl(this.form);
  }
  getEditUrl(): string {
    return `https://docs.google.com/forms/d/${this.form.id}/edit`;
  }
  getSummaryUrl(): string {
    return `https://docs.google.com/forms/d/${this.form.id}/viewanalytics`;
  }
  /** A stand-in for the shortening service: the same form always gets the same short address. */
  shortenFormUrl(url: string): string {
    const id = /\/forms\/d\/(?:e\/)?([\w-]+)/.exec(url)?.[1];
    if (id === undefined) throw new GoogleError('Invalid argument: url');
    return `https://forms.gle/${id.slice(-17)}`;
  }

  getEditors(): GoogleAppsScript.Base.User[] {
    const { owner, editors } = this.file();
    return gas([owner, ...editors].map((address) => new User(this.runtime, address)));
  }
  addEditor(person: Person): GForm {
    return this.share('editors', [addressOf(person)]);
  }
  addEditors(emailAddresses: string[]): GForm {
    return this.share('editors', emailAddresses);
  }
  removeEditor(person: Person): GForm {
    removePerson(this.runtime, this.file(), 'editors', addressOf(person));
    return gas(this);
  }
  /** The people who may answer, besides those who may edit (google.md section 3). */
  getPublishedReaders(): GoogleAppsScript.Base.User[] {
    this.needResponderPermissions();
    const readers = (this.file().publishedReaders ?? []).filter((address) => address !== '*');
    return gas(readers.map((address) => new User(this.runtime, address)));
  }
  addPublishedReader(person: Person): GForm {
    this.needResponderPermissions();
    return this.share('publishedReaders', [addressOf(person)]);
  }
  /** One address that is no account fails the whole call (google.md section 10.13: to be checked live). */
  addPublishedReaders(emailAddresses: string[]): GForm {
    this.needResponderPermissions();
    return this.share('publishedReaders', emailAddresses);
  }
  removePublishedReader(person: Person): GForm {
    this.needResponderPermissions();
    removePerson(this.runtime, this.file(), 'publishedReaders', addressOf(person));
    return gas(this);
  }
  private readonly share = (list: 'editors' | 'publishedReaders', addresses: string[]): GForm => {
    addPeople(this.runtime, this.file(), list, addresses);
    return gas(this);
  };
}

/** The names that this part of a form answers for. */
export type SettingMembers = Exclude<keyof FormSettings & keyof GForm, 'form'>;
