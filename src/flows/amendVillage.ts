import type { SenderProof } from '../core/book';
import type { Instant } from '../core/settings';
import { accessChange, changeAccess } from './access';
import type { Desk } from './desk';
import {
  amendForm,
  comparePersonal,
  compareVillage,
  entriesOf,
  isUpToDate,
  itemsAfter,
  personalEntriesOf,
  type Compared,
} from './formUpdate';
import type { VillageRow } from './registry';
import { NO_FORM, type VillageForm } from './villageForms';

/** What addresses prove of what is sent from now on; nothing where that stays. */
const provenSince = (
  { proof: before }: VillageForm,
  proof: SenderProof | undefined,
  now: Instant,
): Partial<VillageForm> => (proof === undefined || proof === before ? {} : { proof, proofSince: now });

/**
 * Brings both forms of a village to what they should be; looks before it acts and says first how many it is going to
 * change. Gives the same row where nothing that `Registri` keeps has changed.
 */
export function amendVillage(
  desk: Desk,
  row: VillageRow,
  rules: boolean,
  beforehand: (changed: number) => void = () => undefined,
): VillageRow {
  const isDue = (compared: Compared | undefined): compared is Compared =>
    compared !== undefined && (!isUpToDate(compared) || rules);
  let after = row;
  const main = compareVillage(desk, row);
  const personal = comparePersonal(desk, row);
  beforehand([main, personal].filter(isDue).length);
  // While anyone could answer, nobody was let in by name.
  if ([main, personal].some((one) => one?.senders === 'account')) {
    const { settings, context } = desk;
    const toDos = changeAccess(row, accessChange(undefined, settings, row.code, context.today));
    after = { ...after, toDos };
  }
  if (isDue(main)) {
    const { ids, entries, proof } = amendForm(main, rules);
    const own = Object.keys(entries).length === 0 ? row.entries : { ...entriesOf(desk, row), ...entries };
    const since = provenSince(row, proof, desk.now);
    after = { ...after, items: itemsAfter(row.items, ids), entries: own, ...since };
  }
  if (isDue(personal)) {
    const { ids, entries, proof } = amendForm(personal, rules);
    const form = row.personal ?? NO_FORM;
    const isSame = Object.keys(entries).length === 0;
    const own = isSame ? form.entries : { ...personalEntriesOf(desk, row), ...entries };
    const since = provenSince(form, proof, desk.now);
    after = { ...after, personal: { ...form, items: itemsAfter(form.items, ids), entries: own, ...since } };
  }
  return after;
}
