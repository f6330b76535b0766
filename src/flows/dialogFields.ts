import { formatPeriod } from '../core/dates';
import { firstReported, monthList } from '../core/due';
import { villageTitle } from '../core/draw/rows';
import type { Desk } from './desk';
import type { DialogField, DialogSpec } from './dialog';

/** A dialog without the command that its button gives. */
export type Draft = Omit<DialogSpec, 'command'>;

/** What a dialog begins from. */
export type Plain = Pick<Draft, 'title' | 'lines' | 'fields'>;

/** A month since go-live. */
export function monthField(desk: Desk, value: string): DialogField {
  const months = monthList(desk.settings, desk.context.today).filter(
    (one) => one >= firstReported(desk.settings),
  );
  const offered = months.length > 0 ? months : monthList(desk.settings, desk.context.today).slice(0, 1);
  return {
    id: 'period',
    label: 'Bulan',
    kind: 'list',
    required: true,
    choices: offered.map((period) => ({ value: formatPeriod(period), label: formatPeriod(period) })),
    value: formatPeriod(value),
  };
}

/** One of the villages. */
export function villageField(desk: Desk): DialogField {
  const choices = desk.settings.villages.map((village) => ({
    value: village.code,
    label: villageTitle(village),
  }));
  return {
    id: 'village',
    label: 'Desa/Kelurahan',
    kind: 'list',
    required: true,
    choices: [{ value: '', label: 'Pilih…' }, ...choices],
  };
}

/** Why. */
export const reasonField: DialogField = { id: 'reason', label: 'Alasan', kind: 'longText', required: true };
