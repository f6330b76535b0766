import { formsOf } from './villageForms';
import type { Desk } from './desk';
import { ownedFile, ownedIn, type Owned } from '../google/ownership';

/** Ids of the files and folders without which nothing works, the folder of all of them first. */
export function neededIds({ registry, master }: Desk): readonly string[] {
  const { facts, villages } = registry;
  const ids = [
    facts.folder,
    master.id,
    facts.responses,
    facts.personalResponses ?? '',
    facts.register ?? '',
    facts.recapFolder,
    ...Object.values(facts.templates),
    ...Object.values(facts.papers ?? {}),
    ...villages.flatMap((row) => [row.folder, row.sheet, ...formsOf(row).map(({ form }) => form)]),
  ];
  return [...new Set(ids)].filter((id) => id !== '');
}

/**
 * All files of the sub-district as that account stands to them, in an order that stays: what lies in its folder, recaps
 * and letters included, and what the registry knows elsewhere.
 */
export function officeFiles(desk: Desk, account: string): readonly Owned[] {
  const inside = ownedIn(desk.registry.facts.folder, account);
  const known = new Set(inside.map((one) => one.id));
  const elsewhere = neededIds(desk).filter((id) => !known.has(id));
  return [...inside, ...elsewhere.map((id) => ownedFile(id, account))].sort((a, b) => (a.id < b.id ? -1 : 1));
}
