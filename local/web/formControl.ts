import { html } from 'hono/html';
import type { FormItem } from '../state/form';
import type { Markup } from './markup';
import { nothing } from './markup';
import type { Words } from './words';

/** The answers of a form page as the browser sends them: field name → values. */
export type Fields = ReadonlyMap<string, readonly string[]>;

export interface ItemView {
  item: FormItem;
  /** Under a section's heading a question's is one level deeper. */
  level: 2 | 3;
  fields: Fields;
  words: Words;
  /** Message beside the question; undefined where all is well. */
  error: string | undefined;
}

export function first(fields: Fields, name: string): string {
  return fields.get(name)?.[0] ?? '';
}
export function entryName(item: FormItem, row = 0): string {
  return `entry.${item.entryIds[row] ?? item.id}`;
}
export const labelId = (item: FormItem): string => `q${item.id}`;
export const errorId = (item: FormItem): string => `e${item.id}`;
export const helpId = (item: FormItem): string => `h${item.id}`;

/** Attributes that tie a control to its question, help and message for a screen reader. */
export function ties({ item, error }: ItemView, labelled: boolean): Markup {
  const described = [item.helpText ? helpId(item) : '', error === undefined ? '' : errorId(item)]
    .filter(Boolean)
    .join(' ');
  return html`${labelled ? html` aria-labelledby="${labelId(item)}"` : nothing}
  ${described === '' ? nothing : html` aria-describedby="${described}"`}
  ${error === undefined ? nothing : html` aria-invalid="true"`}
  ${item.required && labelled ? html` aria-required="true"` : nothing}`;
}
