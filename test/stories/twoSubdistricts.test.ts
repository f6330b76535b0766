import type { Snapshot } from '../../local/host/api';
import { LocalWorkspace } from '../../local/host/workspace';
import { acts } from '../sample/acts';
import { cast, type Cast } from '../sample/cast';
import { createMaster, listedVillages, typeSetting, typeSettings, type Master } from '../sample/install';
import { accountsOf, perform } from '../sample/play';
import { clickThrough } from '../sample/setUp';
import { grid, header, tab, type as typeInto } from '../sample/sheet';
import { pass } from '../support/pass';
import { DIST } from '../support/story';

jest.setTimeout(240_000);

const OWNER = 'kantor@contoh.id';
const OFFSET = '+08:00';

/** A sub-district that the office's account holds, with a Kasi of its own. */
interface Office {
  readonly master: Master;
  readonly people: Cast;
  readonly programme: string;
  readonly reportTypes: readonly string[];
}

let workspace: LocalWorkspace;
let paringin: Office;
let juai: Office;
let morning: Snapshot;

async function setUp(profile: string, subdistrict: string, programme: string): Promise<Office> {
  const master = createMaster(workspace, DIST, OWNER, 'Lembar baru');
  await clickThrough(workspace, master, 'prepare', OWNER, undefined, { profile, subdistrict });
  const options = { seed: 7, firstPeriod: '2026-07', months: 1, owner: OWNER };
  const drawn = cast(listedVillages(workspace, master), options);
  const people = { ...drawn, kasi: { ...drawn.kasi, email: `kasi.${profile}@contoh.id` } };
  workspace.people.others.push(...accountsOf(people));
  await typeSettings(workspace, master, people);
  const titles = profile === 'kudapanmas' ? 'Kependudukan, Kegiatan, Rekap Linmas' : 'Kegiatan, Rekap Linmas';
  await typeSetting(workspace, master, 'reportTypes', titles, OWNER);
  await clickThrough(workspace, master, 'install', OWNER);
  const reportTypes = profile === 'kudapanmas' ? ['population', 'readiness'] : ['readiness'];
  return { master, people, programme, reportTypes };
}

beforeAll(async () => {
  workspace = LocalWorkspace.open({
    now: `2026-07-28T08:00:00${OFFSET}`,
    zone: 'Asia/Makassar',
    people: { owner: OWNER, others: [] },
  });
  paringin = await setUp('kudapanmas', '63.11.06', 'KUDAPANMAS');
  juai = await setUp('sinar-linmas', '63.11.01', 'SINAR LINMAS');
  await pass(workspace, '2026-08-03T09:14', OFFSET);
  morning = workspace.snapshot();
});

beforeEach(() => {
  workspace.restore(morning);
});

/** Ids of a sub-district's folder, of everything in it and of its master. */
function filesOf({ master, programme }: Office): ReadonlySet<string> {
  const { store } = workspace;
  const within = (id: string): boolean => {
    const file = store.get('file', id);
    if (file === undefined) return false;
    return file.name.startsWith(`${programme} `) || (file.parentId !== undefined && within(file.parentId));
  };
  return new Set([master.fileId, ...store.ids('file').filter(within)]);
}

/** Everything that a sub-district is: its files, forms, spreadsheets, properties and triggers. */
function standing(office: Office): string {
  const { store } = workspace;
  const own = filesOf(office);
  const project = store.get('project', office.master.projectId);
  const parts = (['file', 'form', 'spreadsheet'] as const).flatMap((kind) =>
    store.ids(kind).flatMap((id) => (own.has(id) ? [JSON.stringify(store.get(kind, id))] : [])),
  );
  return [...parts, JSON.stringify([project?.scriptProperties, project?.triggers])].join('\n');
}

/** The first village's report of that type is sent. */
async function reports({ people }: Office, type: string): Promise<void> {
  const act = acts(people, 7, '').find((one) => one.type === type);
  if (act === undefined) throw new Error(`Nobody reports ${type}.`);
  expect(await perform(workspace, act)).toBeUndefined();
}

/** Somebody acts in `Antrean Tinjau`: the first row that waits is approved. */
async function approves({ master, people }: Office): Promise<void> {
  const at = tab(workspace, master.fileId, 'Antrean Tinjau');
  const { row, columns } = header(at, ['Tindakan']);
  const spot = { row: row + 1, column: columns['Tindakan'] ?? 1 };
  await typeInto(workspace, at, spot, 'Setujui', people.kasi.email);
}

test('no file, form or mark of one is a file, form or mark of the other', () => {
  const both = filesOf(juai);
  const shared = [...filesOf(paringin)].filter((id) => both.has(id));
  expect(filesOf(paringin).size).toBeGreaterThan(3 * paringin.people.villages.length);
  expect(both.size).toBeGreaterThan(3 * juai.people.villages.length);
  expect(shared).toEqual([]);
});

test.each([
  ['KUDAPANMAS', 'SINAR LINMAS'],
  ['SINAR LINMAS', 'KUDAPANMAS'],
])('what %s receives and decides leaves %s as it was', async (name, quiet) => {
  const acting = name === 'KUDAPANMAS' ? paringin : juai;
  const other = quiet === 'KUDAPANMAS' ? paringin : juai;
  const [before, own] = [standing(other), standing(acting)];
  for (const type of acting.reportTypes) await reports(acting, type);
  await approves(acting);
  expect(
    grid(tab(workspace, acting.master.fileId, 'Riwayat'))
      .flat()
      .join(' '),
  ).toContain('Disetujui');
  expect(standing(acting)).not.toBe(own);
  expect(standing(other)).toBe(before);
});

test('the mails of the due days go from each to its own people, under its own name', async () => {
  await pass(workspace, '2026-08-06T09:00', OFFSET);
  const { store } = workspace;
  const sent = store.ids('mailbox').flatMap((id) => store.get('mailbox', id)?.messages ?? []);
  for (const { programme, people } of [paringin, juai]) {
    const mails = sent.filter((mail) => mail.subject.startsWith(`[${programme}]`));
    const reached = new Set(mails.flatMap((mail) => mail.to));
    // Nothing waits for the Kasi yet; every village is reminded.
    expect([...reached].sort()).toEqual(people.villages.map(({ operator }) => operator.email).sort());
  }
});
