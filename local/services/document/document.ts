import type { DriveFile } from '../../state/file';
import { blankParagraph, type DocNode } from '../../state/document';
import type { Blob } from '../blob';
import { blobOfFile, convertFile } from '../drive/content';
import { addPeople, removePerson, roleOf } from '../drive/sharing';
import type { Runtime } from '../runtime';
import { GoogleError, Served } from '../served';
import type { Members } from '../spreadsheet/members';
import { addressOf, User } from '../user';
import { Body, FooterSection, HeaderSection } from './section';
import { change, type Doc } from './tree';

type G = Members<GoogleAppsScript.Document.Document>;
type TabMembers = Members<GoogleAppsScript.Document.DocumentTab>;
type Parts = 'addFooter' | 'addHeader' | 'getBody' | 'getFooter' | 'getFootnotes' | 'getHeader';
type Refused =
  | 'addBookmark'
  | 'addNamedRange'
  | 'getBookmark'
  | 'getBookmarks'
  | 'getNamedRangeById'
  | 'getNamedRanges'
  | 'newPosition'
  | 'newRange'
  | 'setCursor'
  | 'setSelection'
  | 'getSupportedLanguageCodes';

/** The content of a document's tab: the same members on the document and on its one tab. */
abstract class Parted extends Served implements Pick<TabMembers, Parts> {
  constructor(readonly doc: Doc) {
    super(doc.runtime);
  }
  getBody(): Body {
    return new Body(this.doc, this.doc.state.body);
  }
  getHeader(): HeaderSection | null {
    const { header } = this.doc.state;
    return header ? new HeaderSection(this.doc, header) : null;
  }
  getFooter(): FooterSection | null {
    const { footer } = this.doc.state;
    return footer ? new FooterSection(this.doc, footer) : null;
  }
  addHeader(): HeaderSection {
    return new HeaderSection(this.doc, this.addEdge('header', 'HEADER_SECTION'));
  }
  addFooter(): FooterSection {
    return new FooterSection(this.doc, this.addEdge('footer', 'FOOTER_SECTION'));
  }
  private addEdge(place: 'header' | 'footer', type: string): DocNode {
    if (this.doc.state[place]) throw new GoogleError(`Document tab already contains a ${place}.`);
    return change(this.doc, () => (this.doc.state[place] = { type, children: [blankParagraph()] }));
  }
  /** Footnotes can be made by hand only, and there is no hand here. */
  getFootnotes(): never[] {
    return [];
  }
}

/** The one tab of a document. */
export class DocumentTab extends Parted {
  static override readonly gas = 'Document.DocumentTab';
}

/** A tab as it is listed. */
export class Tab
  extends Served
  implements
    Pick<
      Members<GoogleAppsScript.Document.Tab>,
      'asDocumentTab' | 'getChildTabs' | 'getId' | 'getIndex' | 'getTitle'
    >
{
  static override readonly gas = 'Document.Tab';
  constructor(private readonly doc: Doc) {
    super(doc.runtime);
  }
  asDocumentTab(): DocumentTab {
    return new DocumentTab(this.doc);
  }
  getChildTabs(): Tab[] {
    return [];
  }
  getId(): string {
    return 't.0';
  }
  getIndex(): number {
    return 0;
  }
  getTitle(): string {
    return 'Tab 1';
  }
}

/** A document as a file and as text (reference, Class Document). */
export class Document extends Parted implements Pick<G, Exclude<keyof G, Refused>> {
  static override readonly gas = 'Document.Document';

  constructor(runtime: Runtime, state: Doc['state']) {
    super({ runtime, state, closed: false });
  }
  private file(): DriveFile {
    const file = this.runtime.store.get('file', this.doc.state.id);
    if (!file) throw new GoogleError(`Document with ID ${this.doc.state.id} was not found.`);
    return file;
  }

  getId(): string {
    return this.doc.state.id;
  }
  getUrl(): string {
    return `https://docs.google.com/document/d/${this.doc.state.id}/edit`;
  }
  getName(): string {
    return this.file().name;
  }
  setName(name: string): this {
    const file = this.file();
    return change(this.doc, () => {
      file.name = name;
      this.runtime.store.touch('file', file.id);
      return this;
    });
  }
  getLanguage(): string | null {
    return this.doc.state.language ?? null;
  }
  setLanguage(languageCode: string): this {
    return change(this.doc, () => {
      this.doc.state.language = languageCode;
      return this;
    });
  }
  /** Nothing more can be changed through this object; opening the file again gives another. */
  saveAndClose(): void {
    this.doc.closed = true;
  }
  /** PDF, the only kind that Google converts documents to here; DOCX comes from the export address. */
  getBlob(): Blob {
    return blobOfFile(this.runtime, this.file());
  }
  getAs(contentType: string): Blob {
    return convertFile(this.runtime, this.file(), contentType);
  }

  getTabs(): Tab[] {
    return [new Tab(this.doc)];
  }
  getTab(tabId: string): Tab | null {
    return tabId === 't.0' ? new Tab(this.doc) : null;
  }
  getActiveTab(): Tab {
    return new Tab(this.doc);
  }
  setActiveTab(tabId: string): void {
    if (tabId !== 't.0') throw new GoogleError(`Tab with ID ${tabId} was not found.`);
  }
  /** null: nobody has the document open, as in a script that runs without its page. */
  getCursor(): null {
    return null;
  }
  getSelection(): null {
    return null;
  }

  getEditors(): User[] {
    return this.people((role) => role === 'owner' || role === 'editors');
  }
  getViewers(): User[] {
    return this.people((role) => role === 'viewers' || role === 'commenters');
  }
  private people(wanted: (role: string) => boolean): User[] {
    const file = this.file();
    const named = new Set([file.owner, ...file.editors, ...(file.commenters ?? []), ...file.viewers]);
    return [...named]
      .filter((email) => wanted(roleOf(this.runtime.store, file, email) ?? ''))
      .map((email) => new User(this.runtime, email));
  }
  private share(list: 'editors' | 'viewers', addresses: string[]): this {
    return change(this.doc, () => {
      addPeople(this.runtime, this.file(), list, addresses);
      return this;
    });
  }
  private unshare(list: 'editors' | 'viewers', who: string | User): this {
    return change(this.doc, () => {
      removePerson(this.runtime, this.file(), list, addressOf(who));
      return this;
    });
  }
  addEditor(who: string | User): this {
    return this.share('editors', [addressOf(who)]);
  }
  addEditors(emailAddresses: string[]): this {
    return this.share('editors', emailAddresses);
  }
  addViewer(who: string | User): this {
    return this.share('viewers', [addressOf(who)]);
  }
  addViewers(emailAddresses: string[]): this {
    return this.share('viewers', emailAddresses);
  }
  removeEditor(who: string | User): this {
    return this.unshare('editors', who);
  }
  removeViewer(who: string | User): this {
    return this.unshare('viewers', who);
  }
}
