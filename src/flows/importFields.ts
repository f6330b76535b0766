import { formatNumber } from '../core/dates';
import { ALL_TABS, CHOICE, chosen, PASSED_OVER, UNUSED, type Asked } from '../core/importChoices';
import type { DialogField } from './dialog';
import type { Source } from './importSource';

type Options = readonly string[];

/** A list whose answer is a choice about the import; `proposed` is what counts without it. */
export function choice(
  about: string,
  label: string,
  options: Options,
  proposed: string,
  value = proposed,
): DialogField {
  const all = [...new Set([...options, proposed, value])];
  return {
    id: '',
    part: about,
    label,
    kind: 'list',
    choices: all.map((one) => ({ value: one, label: one === '' ? 'Pilih…' : one })),
    proposed,
    value,
  };
}

/** In which row the headers end. */
export const headerField = (proposed: string, value = proposed): DialogField => ({
  id: '',
  part: CHOICE.headers,
  label: 'Judul kolom berakhir di baris',
  kind: 'number',
  proposed,
  value,
});

/** Fields under one heading that says how many of them are not used. */
export const groupOf = (what: string, fields: readonly DialogField[]): readonly DialogField[] => {
  const unused = fields.filter(({ value }) => value === UNUSED || value === PASSED_OVER).length;
  const group = `${what} (${formatNumber(fields.length)}, ${formatNumber(unused)} tidak dipakai)`;
  return fields.map((field) => ({ ...field, group }));
};

/** Which tab is read, where there are several. */
export function tabField(source: Source, asked: Asked): readonly DialogField[] {
  if (source.tabs.length === 0) return [];
  const wanted = chosen(asked, CHOICE.tab);
  const first = wanted === undefined ? (source.sheets[0]?.name ?? '') : '';
  return [choice(CHOICE.tab, 'Tab yang diimpor', [ALL_TABS, ...source.tabs], first, wanted)];
}
