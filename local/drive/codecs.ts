import { formCodec } from '../state/form';
import { mailCodec } from '../state/mail';
import { projectCodec } from '../state/projectCodec';
import { spreadsheetCodec } from '../state/spreadsheetCodec';
import type { Codec, DocumentKind } from '../state/store';

const codecs: Partial<Record<DocumentKind, Codec<never>>> = {
  form: formCodec as Codec<never>,
  mailbox: mailCodec as Codec<never>,
  project: projectCodec as Codec<never>,
  spreadsheet: spreadsheetCodec as Codec<never>,
};

/** How documents of that kind are cut into parts; undefined = they are one part. */
export function codecOf(kind: DocumentKind): Codec<unknown> | undefined {
  return codecs[kind] as Codec<unknown> | undefined;
}
