import { isDate } from '../core/dates';
import { sameAddress, usesPin } from '../core/senders';
import type { LocalDate, Settings, VillageCode } from '../core/settings';
import type { Tab } from '../core/tabs';
import { addViewer, removeViewer } from '../google/files';
import { addEditor, protectTab, removeEditor } from '../google/protect';
import { openForm } from '../google/responses';
import type { Workbook } from '../google/workbook';
import type { VillageRow } from './registry';
import { formsOf } from './villageForms';

const distinct = (addresses: readonly string[]): readonly string[] =>
  addresses.filter(
    (address, at) => address !== '' && addresses.findIndex((one) => sameAddress(one, address)) === at,
  );

/** Who reviews beside the owner: the reviewers and the Kasi. */
export function reviewersOf(settings: Settings): readonly string[] {
  return distinct([...settings.reviewers, settings.kasi.email]).filter(
    (address) => !sameAddress(address, settings.owner),
  );
}

/** Operators of a village on that day. */
export function operatorsOf(settings: Settings, village: VillageCode, today: LocalDate): readonly string[] {
  const valid = settings.operators.filter(
    (one) =>
      one.village === village &&
      (one.from === undefined || !isDate(one.from) || one.from <= today) &&
      (one.until === undefined || !isDate(one.until) || one.until >= today),
  );
  return distinct(valid.map((one) => one.email));
}

/** Who may answer a village's form: its operators and those of the office. The owner always may. */
export function respondersOf(settings: Settings, village: VillageCode, today: LocalDate): readonly string[] {
  return distinct([...operatorsOf(settings, village, today), ...reviewersOf(settings)]);
}

/** Two lists of addresses: whom to let in, whom to let go. */
export interface AccessChange {
  readonly responders: { readonly add: readonly string[]; readonly remove: readonly string[] };
  readonly viewers: { readonly add: readonly string[]; readonly remove: readonly string[] };
}

const without = (list: readonly string[], others: readonly string[]): readonly string[] =>
  list.filter((address) => !others.some((other) => sameAddress(address, other)));

/**
 * What changes for a village between two states of the settings, or between two days; `before` undefined = nobody was
 * let in yet.
 */
export function accessChange(
  before: Settings | undefined,
  after: Settings,
  village: VillageCode,
  today: LocalDate,
  dayBefore = today,
): AccessChange {
  const of = (list: typeof respondersOf): { add: readonly string[]; remove: readonly string[] } => {
    const was = before === undefined ? [] : list(before, village, dayBefore);
    const is = list(after, village, today);
    // With a PIN nobody needs an account: an address that Google does not know would be refused for nothing.
    return { add: usesPin(after, village) ? [] : without(is, was), remove: without(was, is) };
  };
  return { responders: of(respondersOf), viewers: of(operatorsOf) };
}

/**
 * Lets people into a village's form and Sheet and others out, one address at a time; what Google refused becomes
 * a sentence for the office and stops nothing.
 */
export function changeAccess(row: VillageRow, change: AccessChange): readonly string[] {
  const { responders, viewers } = change;
  const toDos: string[] = [];
  if (responders.add.length + responders.remove.length > 0) {
    const forms = formsOf(row).map((one) => openForm(one.form));
    for (const address of responders.remove) for (const form of forms) form.removeResponder(address);
    for (const address of responders.add) {
      const refused = forms.map((form) => form.addResponder(address)).some((words) => words !== undefined);
      if (refused) toDos.push(refusedAsResponder(address));
    }
  }
  for (const address of viewers.remove) removeViewer(row.sheet, address);
  for (const address of viewers.add) {
    if (addViewer(row.sheet, address) !== undefined) toDos.push(refusedAsViewer(address));
  }
  return toDos;
}

const refusedAsResponder = (address: string): string =>
  `${address} belum dapat diberi izin mengisi formulir. Pastikan itu akun Google, lalu perbaiki di tab Operator.`;
const refusedAsViewer = (address: string): string =>
  `${address} belum dapat diberi izin membuka lembar desa. Pastikan itu akun Google, lalu perbaiki di tab Operator.`;

/**
 * Who may edit the master, write into its open cells and read `Register` and archives (`files`), as the new settings say;
 * nothing is done where the reviewers stay the same. Gives a sentence for each that Google refused.
 */
export function changeReviewers(
  master: Workbook,
  tabs: readonly Tab[],
  before: Settings,
  after: Settings,
  files: readonly string[] = [],
): readonly string[] {
  const [was, is] = [reviewersOf(before), reviewersOf(after)];
  if (without(is, was).length + without(was, is).length === 0) return [];
  for (const address of without(was, is)) removeEditor(master, address);
  for (const file of files) {
    for (const address of without(was, is)) removeViewer(file, address);
    for (const address of without(is, was)) addViewer(file, address);
  }
  const refused = is.filter((address) => addEditor(master, address) !== undefined);
  for (const tab of tabs)
    if (tab.protection === 'reviewers' && master.has(tab.name)) protectTab(master, tab, is);
  return refused.map(
    (address) =>
      `${address} belum dapat diberi izin meninjau. Pastikan itu akun Google, lalu perbaiki di tab Pengaturan.`,
  );
}
