import type { Members } from '../spreadsheet/members';
import { Container } from './container';
import type { Element } from './element';
import { cellOf, rowOf, type Doc } from './tree';
import { register, wrap } from './wrap';

type GTable = Members<GoogleAppsScript.Document.Table>;
type GRow = Members<GoogleAppsScript.Document.TableRow>;

/** A table of rows; each row has its own cells. */
export class Table extends Container implements Pick<GTable, keyof GTable> {
  static override readonly gas = 'Document.Table';

  getNumRows(): number {
    return this.getNumChildren();
  }
  getRow(rowIndex: number): Element {
    return this.getChild(rowIndex);
  }
  getCell(rowIndex: number, cellIndex: number): Element {
    return new TableRow(this.doc, this.getRow(rowIndex).node).getCell(cellIndex);
  }
  appendTableRow(tableRow?: TableRow): TableRow {
    return this.insertTableRow(this.getNumRows(), tableRow);
  }
  insertTableRow(childIndex: number, tableRow?: TableRow): TableRow {
    return this.add(tableRow ?? new TableRow(this.doc, rowOf([])), childIndex);
  }
  removeRow(rowIndex: number): Element {
    return this.getRow(rowIndex).removeFromParent();
  }
  getBorderColor(): string | null {
    return this.get('BORDER_COLOR');
  }
  setBorderColor(color: string): this {
    return this.set('BORDER_COLOR', color);
  }
  getBorderWidth(): number | null {
    return this.get('BORDER_WIDTH');
  }
  setBorderWidth(width: number): this {
    return this.set('BORDER_WIDTH', width);
  }
  getColumnWidth(columnIndex: number): number | null {
    const width = this.node.children?.[0]?.children?.[columnIndex]?.attributes?.['WIDTH'];
    return typeof width === 'number' ? width : null;
  }
  setColumnWidth(columnIndex: number, width: number): this {
    return this.edit(() => {
      for (const row of this.node.children ?? []) {
        const cell = row.children?.[columnIndex];
        if (cell) (cell.attributes ??= {})['WIDTH'] = width;
      }
    });
  }
}

/** A row of a table. */
export class TableRow extends Container implements Pick<GRow, keyof GRow> {
  static override readonly gas = 'Document.TableRow';

  getNumCells(): number {
    return this.getNumChildren();
  }
  getCell(cellIndex: number): Element {
    return this.getChild(cellIndex);
  }
  getParentTable(): Element | null {
    return this.getParent();
  }
  appendTableCell(cell?: string | Element): Element {
    return this.insertTableCell(this.getNumCells(), cell);
  }
  insertTableCell(childIndex: number, cell: string | Element = ''): Element {
    return this.add(typeof cell === 'string' ? newCell(this.doc, cell) : cell, childIndex);
  }
  removeCell(cellIndex: number): Element {
    return this.getCell(cellIndex).removeFromParent();
  }
  getMinimumHeight(): number | null {
    return this.get('MINIMUM_HEIGHT');
  }
  setMinimumHeight(minHeight: number): this {
    return this.set('MINIMUM_HEIGHT', minHeight);
  }
}

const newCell = (doc: Doc, text: string): Element => wrap(doc, cellOf(text));

register('TABLE', (doc, node) => new Table(doc, node));
register('TABLE_ROW', (doc, node) => new TableRow(doc, node));
