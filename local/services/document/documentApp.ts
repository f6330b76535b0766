import { newDocumentState } from '../../state/document';
import { MIME } from '../../state/file';
import { createFile } from '../drive/createFile';
import { GoogleError, Served, type ServiceEntry } from '../served';
import { Menu } from '../spreadsheet/menu';
import type { Members } from '../spreadsheet/members';
import { PromptResponse, Ui, uiOf } from '../spreadsheet/ui';
import { User } from '../user';
import { Document, DocumentTab, Tab } from './document';
import { HorizontalRule, InlineImage, PageBreak } from './inline';
import { ListItem, Paragraph } from './paragraph';
import { RangeElement } from './rangeElement';
import { Body, FooterSection, HeaderSection, TableCell } from './section';
import { Table, TableRow } from './table';
import { Text } from './text';

type G = Members<GoogleAppsScript.Document.DocumentApp>;

/** The global `DocumentApp`. */
export class DocumentApp
  extends Served
  implements Pick<G, 'create' | 'getActiveDocument' | 'getUi' | 'openById' | 'openByUrl'>
{
  static override readonly gas = 'Document.DocumentApp';

  create(name: string): Document {
    const { id } = createFile(this.runtime, { name, mimeType: MIME.document });
    this.runtime.store.put('document', id, newDocumentState(id));
    return this.openById(id);
  }
  openById(id: string): Document {
    const state = this.runtime.store.get('document', id);
    if (!state || !this.runtime.may('read', id)) {
      throw new GoogleError("Document is missing (perhaps it was deleted, or you don't have read access?)");
    }
    return new Document(this.runtime, state);
  }
  openByUrl(url: string): Document {
    const id = /\/document\/(?:u\/\d+\/)?d\/([\w-]+)/.exec(url)?.[1];
    if (id === undefined) throw new GoogleError('Invalid argument: url');
    return this.openById(id);
  }
  /** The document that the script is bound to, null elsewhere. */
  getActiveDocument(): Document | null {
    const id = this.runtime.execution.containerId;
    const state = id === undefined ? undefined : this.runtime.store.get('document', id);
    return state ? new Document(this.runtime, state) : null;
  }
  getUi(): Ui {
    return uiOf(this.runtime, 'DocumentApp', 'document');
  }
}

export const documentService: ServiceEntry = {
  global: 'DocumentApp',
  gas: 'Document.DocumentApp',
  create: (runtime) => new DocumentApp(runtime),
  classes: [
    DocumentApp,
    Document,
    DocumentTab,
    Tab,
    Body,
    HeaderSection,
    FooterSection,
    Paragraph,
    ListItem,
    Text,
    Table,
    TableRow,
    TableCell,
    InlineImage,
    HorizontalRule,
    PageBreak,
    RangeElement,
    Ui,
    Menu,
    PromptResponse,
    User,
  ],
};
