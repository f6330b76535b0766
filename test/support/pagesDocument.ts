import { DocumentApp } from '../../local/services/document/documentApp';
import { TableCell } from '../../local/services/document/section';
import type { Paragraph } from '../../local/services/document/paragraph';
import { Blob } from '../../local/services/blob';
import { enumValue } from '../../local/services/served';
import type { EnumValue } from '../../local/services/served';
import type { Runtime } from '../../local/services/runtime';

const heading = (key: string): EnumValue => enumValue('Document.ParagraphHeading', key);
const glyph = (key: string): EnumValue => enumValue('Document.GlyphType', key);

/** A blue square of 8 × 8 pixels. */
export const SQUARE =
  'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEklEQVR4nGNgaD6JFTEMLQkA4KlDwf8x3JwAAAAASUVORK5CYII=';

/** A letter with header, footer, headings that leave a level out, formats, links, lists, a table, a picture. Gives its id. */
export function pagesDocument(runtime: Runtime): string {
  const made = new DocumentApp(runtime).create('Surat undangan');
  const body = made.getBody();
  made.addHeader().setText('Kantor Camat');
  made.addFooter().setText('Jalan Raya 1');
  const title = body.getChild(0).asParagraph() as Paragraph;
  title.setText('Undangan rapat');
  title.setHeading(heading('TITLE')).setAlignment(enumValue('Document.HorizontalAlignment', 'CENTER'));
  const text = body.appendParagraph('Dengan hormat, ').setIndentFirstLine(36);
  text.appendText('harap hadir').setBold(true).setForegroundColor('#a11d1d');
  text.appendText(' pada rapat bulanan; <b>bukan markah</b>. Keterangan: ').setBold(false);
  text.appendText('lembar acara').setLinkUrl('https://docs.google.com/document/d/abc/edit');
  text.appendText(' jangan').setLinkUrl('javascript:alert(1)');
  body.appendParagraph('Acara').setHeading(heading('HEADING3'));
  body.appendListItem('Pembukaan');
  body.appendListItem('Laporan desa');
  body.appendListItem('kependudukan').setNestingLevel(1).setGlyphType(glyph('BULLET'));
  body.appendListItem('Penutup');
  body.appendParagraph('Peserta').setHeading(heading('HEADING1'));
  const table = body.appendTable([
    ['Desa', 'Jumlah'],
    ['Balang', '2'],
  ]);
  table.setColumnWidth(0, 120).setBorderColor('#3b4a63');
  for (const at of [0, 1]) {
    const cell = table.getCell(0, at);
    if (cell instanceof TableCell) cell.setBackgroundColor('#edf0f4');
  }
  body.appendHorizontalRule();
  const picture = new Blob(runtime, runtime.platform.fromBase64(SQUARE), 'image/png', 'stempel.png');
  body.appendImage(picture).setWidth(64).setHeight(64);
  body.appendPageBreak();
  body.appendParagraph('Lampiran');
  return made.getId();
}
