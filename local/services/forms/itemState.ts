import type { FormItem, FormItemType, FormState } from '../../state/form';
import type { Runtime } from '../runtime';

const QUESTION_TYPES = new Set<FormItemType>([
  'TEXT',
  'PARAGRAPH_TEXT',
  'MULTIPLE_CHOICE',
  'CHECKBOX',
  'LIST',
  'SCALE',
  'RATING',
  'GRID',
  'CHECKBOX_GRID',
  'DATE',
  'DATETIME',
  'TIME',
  'DURATION',
  'FILE_UPLOAD',
]);

/** True for what a person answers; false for section headers, page breaks, images and videos. */
export function isQuestion(item: FormItem): boolean {
  return QUESTION_TYPES.has(item.type);
}

/** True for a question of rows and columns. */
export function isGrid(item: FormItem): boolean {
  return item.type === 'GRID' || item.type === 'CHECKBOX_GRID';
}

/** A fresh number for an item or an entry that the form does not use yet. */
export function freshNumber(runtime: Runtime, form: FormState, kind: 'item' | 'entry'): number {
  const used = new Set(form.items.flatMap((item) => [item.id, ...item.entryIds]));
  for (;;) {
    const number = Number(runtime.newId(kind));
    if (!used.has(number)) return number;
  }
}

/** What a new item starts with: choice questions hold one choice '', a scale is 1–5 (google.md section 3). */
function startOf(type: FormItemType): Partial<FormItem> {
  switch (type) {
    case 'MULTIPLE_CHOICE':
    case 'CHECKBOX':
    case 'LIST':
      return { choices: [{ value: '' }] };
    case 'SCALE':
      return { bounds: { lower: 1, upper: 5, lowerLabel: '', upperLabel: '' } };
    case 'RATING':
      return { rating: { icon: 'STAR', levels: 5 } };
    case 'GRID':
    case 'CHECKBOX_GRID':
      return { rows: ['Row 1'], columns: ['Column 1'] };
    case 'DATE':
    case 'DATETIME':
      return { includesYear: true };
    case 'IMAGE':
    case 'VIDEO':
      return { width: 0, alignment: 'LEFT' };
    default:
      return {};
  }
}

/** Puts a new item of that type at the end of the form. The caller stores the form. */
export function newItem(runtime: Runtime, form: FormState, type: FormItemType): FormItem {
  const item: FormItem = {
    id: freshNumber(runtime, form, 'item'),
    entryIds: [],
    type,
    title: '',
    helpText: '',
    required: false,
    ...startOf(type),
  };
  form.items.push(item);
  giveEntryIds(runtime, form, item);
  return item;
}

/** Gives a question as many entry numbers as it needs: one, or one a row of a grid; those it has stay. */
export function giveEntryIds(runtime: Runtime, form: FormState, item: FormItem): void {
  const wanted = !isQuestion(item) ? 0 : isGrid(item) ? (item.rows?.length ?? 0) : 1;
  item.entryIds.length = Math.min(item.entryIds.length, wanted);
  while (item.entryIds.length < wanted) item.entryIds.push(freshNumber(runtime, form, 'entry'));
}
