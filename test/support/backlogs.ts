import type { ExecutionRecord } from '../../local/host/api';
import { differenceOf } from './storyState';
import { rebuild, type Office } from '../bench/office';
import { grid, tab } from '../sample/sheet';

export const PARINGIN = '63.11.06';
const SIX_MINUTES = 6 * 60_000;

/** Responses of all forms. */
export const sent = ({ workspace }: Office): number =>
  workspace.store
    .ids('form')
    .reduce((sum, id) => sum + (workspace.store.get('form', id)?.responses.length ?? 0), 0);

/** The night in which a page of the year was written: an interruption moves it. */
const AS_OF = /[Ss]ampai \d{1,2} \w+ \d{4}/g;

/** Every tab that is computed from responses and decisions, cell by cell, with its links. */
export function computed({ workspace }: Office): string[] {
  // Beranda also tells that these answers have no rows in `Respons`, where nobody sent them in truth.
  const history = ['Log', 'Surat dan Surel', 'Kirim WA', 'Perintah', 'Registri', 'Beranda'];
  return workspace.store.ids('spreadsheet').flatMap((id) =>
    (workspace.store.get('spreadsheet', id)?.sheets ?? [])
      .filter((sheet) => !history.includes(sheet.name))
      .flatMap((sheet) =>
        sheet.rows.flatMap((row, at) => {
          const links = Object.values(row?.richText ?? {}).flatMap((runs) => runs.map((run) => run.link));
          const values = (row?.values ?? []).map((value) => value ?? '');
          while (values[values.length - 1] === '') values.pop();
          if (values.length === 0 && links.length === 0) return [];
          const cells = JSON.stringify(values).replace(AS_OF, 'sampai malam itu');
          return `${id} ${sheet.name} ${String(at + 1)} ${cells} ${links.join(' ')}`;
        }),
      ),
  );
}

export const property = ({ workspace, master }: Office, key: string): string =>
  workspace.store.get('project', master.projectId)?.scriptProperties[key] ?? '';
/** How many wait in `Antrean Tinjau`, as it is remembered; nothing is remembered while nothing ever stood there. */
const waiting = (office: Office): string => property(office, 'antre') || '0';
export const history = (office: Office): string[][] =>
  grid(tab(office.workspace, office.master.fileId, 'Riwayat'))
    .slice(1)
    .filter((row) => (row[0] ?? '') !== '');
export const versions = (office: Office): number => history(office).length;
export const unfinished = (office: Office): string[] =>
  office.cast.villages
    .map((village) => village.code)
    .filter((code) => property(office, `kursor:${code}`).includes('"rest":true'));

/** Hours pass, as the clock's trigger sees them, until all is taken in. */
export async function takeAll(office: Office, most = 40): Promise<ExecutionRecord[]> {
  const records: ExecutionRecord[] = [];
  for (let hour = 0; hour < most; hour += 1) {
    records.push(...(await office.workspace.clock.advance('PT1H')));
    if (versions(office) === sent(office) && unfinished(office).length === 0) break;
  }
  return records;
}

/** Every execution came to its end well before Google would have ended it. */
export function mustHaveEnded(records: readonly ExecutionRecord[]): void {
  expect(records.filter((one) => one.status !== 'completed')).toEqual([]);
  expect(Math.max(...records.map((one) => one.modelledMs))).toBeLessThan(SIX_MINUTES);
}

/** After the next night the tabs are those that *Bangun ulang* makes out of the forms and `Keputusan`. */
export async function mustEqualRebuilt(office: Office): Promise<void> {
  await office.workspace.clock.advance('P1D');
  const stands = (): string[] => [...computed(office), waiting(office)];
  const before = stands();
  mustHaveEnded(await rebuild(office));
  expect(differenceOf(before, stands()).slice(0, 20)).toEqual([]);
}
