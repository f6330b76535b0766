import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { ExecutionRecord } from '../../local/host/api';
import { LocalWorkspace } from '../../local/host/workspace';
import { newSpreadsheet } from '../../local/services/spreadsheet/newSpreadsheet';
import { rangeObject } from '../../local/services/spreadsheet/person';
import { PIN_QUESTION } from '../../src/reports/head';
import { send } from '../sample/filler';
import { typeSetting } from '../sample/install';
import { grid, tab } from '../sample/sheet';
import { table } from '../sample/terminal';
import { workspaceCosts } from './workspaceCosts';
import { yearsOf } from './years';
import {
  command,
  filledReport,
  formOf,
  MEASURED,
  openOffice,
  OWNER,
  rebuild,
  sectionOf,
  type Office,
} from './office';
import { inKind } from '../../src/core/villageKind';

const PARINGIN = '63.11.06';
/** Forty villages; a sub-district as large as they come. */
const FORTY = '11.08.08';

/** Kinds of report of the profile, in the order in which a village sends them. */
const TYPES = ['population', 'readiness', 'activities', 'neighbourhoods', 'welfare', 'questions'] as const;

/** Remote calls of one report, alone and where five villages' come together; cells read and written at 16 villages. */
const MOST_CALLS = 30;
const MOST_CALLS_TOGETHER = 14;
const MOST_CELLS = 3000;

function mustStayUnder(what: string, value: number, most: number): void {
  if (value > most) throw new Error(`${what}: ${value.toFixed(1)}, at most ${String(most)} are allowed.`);
}

const ms = (value: number): string => `${value.toFixed(0)} ms`;
const kinds = (record: ExecutionRecord): string =>
  Object.entries(record.remoteByKind)
    .map(([kind, n]) => `${kind} ${String(n)}`)
    .join(', ');
const line = (title: string, record: ExecutionRecord): string[] => [
  title,
  String(record.remoteCalls),
  String(record.cellsRead),
  String(record.cellsWritten),
  ms(record.modelledMs),
  ms(record.wallMs),
  kinds(record),
];
const HEADER = ['', 'remote calls', 'cells read', 'written', 'modelled', 'wall', 'by kind'];

function say(title: string, rows: readonly (readonly string[])[]): void {
  console.log(`\n${title}\n${table(rows)}`);
}

function monthOf(office: Office, place: number): Parameters<typeof filledReport>[2] {
  const month = office.cast.villages[place]?.truth.months.find((each) => each.period === MEASURED);
  if (!month) throw new Error(`Village ${String(place)} has no truth for ${MEASURED}.`);
  return month;
}

async function report(
  office: Office,
  place: number,
  type: (typeof TYPES)[number],
  pin?: string,
): Promise<ExecutionRecord> {
  const village = office.cast.villages[place];
  if (!village) throw new Error(`There is no village ${String(place)}.`);
  const sent = await send(
    office.workspace,
    formOf(office.workspace, village),
    {
      ...filledReport(type, village, monthOf(office, place)),
      ...(pin === undefined ? {} : { [inKind(PIN_QUESTION.label, village.kind)]: pin }),
    },
    { person: pin === undefined ? village.operator.email : '', section: sectionOf(type) },
  );
  const record = sent.executions.find((each) => each.function === 'onReportSubmit');
  if (!record || record.status !== 'completed')
    throw new Error(
      `${type} of ${village.name}: ${sent.accepted ? (record?.error?.message ?? 'no execution') : JSON.stringify(sent.messages)}`,
    );
  return record;
}

async function oneSubmission(): Promise<void> {
  const rows: string[][] = [HEADER];
  for (const [subdistrict, villages] of [
    [PARINGIN, 16],
    [FORTY, 40],
  ] as const)
    for (const months of [1, 60]) {
      const office = await openOffice({ subdistrict, months, everyType: true });
      const words = `${String(villages)} villages, ${String(months)} months`;
      // Whoever writes into a tab first has its rows to count; else the first night does that.
      await report(office, 4, 'population');
      for (const type of TYPES) {
        const record = await report(office, 3, type);
        rows.push(line(`${type}, ${words}`, record));
        mustStayUnder(`${type}, ${words}`, record.remoteCalls, MOST_CALLS);
        if (villages === 16)
          mustStayUnder(`${type}, ${words}: cells`, record.cellsRead + record.cellsWritten, MOST_CELLS);
      }
      rows.push(line(`naive way, ${words}`, await naive(villages, months)));
      if (villages === 16 && months === 60) {
        await recapOfOneMonth(office);
        await byPin(office, rows);
      }
    }
  say('One accepted submission', rows);
}

/** The same where villages are proven by PIN, from a village that has not sent yet. */
async function byPin(office: Office, rows: string[][]): Promise<void> {
  const { workspace, master } = office;
  await typeSetting(workspace, master, 'senderMode', 'PIN desa', OWNER);
  await command(office, 'updateForms');
  const [headers = [], ...lines] = grid(tab(workspace, master.fileId, 'Operator'));
  const code = office.cast.villages[5]?.code;
  const pin = lines.find((cells) => cells[0] === code)?.[headers.indexOf('PIN')] ?? '';
  for (const type of TYPES) {
    const record = await report(office, 5, type, pin);
    rows.push(line(`${type} by PIN, 16 villages, 60 months`, record));
    mustStayUnder(`${type} by PIN`, record.remoteCalls, MOST_CALLS);
  }
}

async function naive(villages: number, months: number): Promise<ExecutionRecord> {
  const workspace = LocalWorkspace.open({ now: '2026-08-01T08:00:00+08:00', zone: 'Asia/Makassar' });
  const owner = workspace.people.owner;
  const { id } = newSpreadsheet(workspace.runtimeFor(owner), { name: 'Naif' });
  workspace.addProject({ directory: 'test/bench/naive', containerId: id, owner });
  const row = (month: number, village: number): (string | number)[] => [
    `B${String(month).padStart(2, '0')}`,
    `D${String(village).padStart(2, '0')}`,
    ...Array.from({ length: 38 }, (_cell, n) => month + village + n),
  ];
  const all = Array.from({ length: months }, (_m, month) =>
    Array.from({ length: villages }, (_v, village) => row(month, village)),
  ).flat();
  const filled = await workspace.run({ functionName: 'fill', args: [[row(0, 0), ...all]] });
  const record = await workspace.run({ functionName: 'onSubmit', args: [row(months, 3)] });
  for (const each of [filled, record]) if (each.status !== 'completed') throw new Error(each.error?.message);
  await workspace.close();
  return record;
}

async function recapOfOneMonth(office: Office): Promise<void> {
  const record = await office.workspace.callFromPage({
    projectId: office.master.projectId,
    functionName: 'pageRun',
    args: ['recap', { period: '2026-05', month: '2026-05' }],
    person: OWNER,
  });
  if (record.status !== 'completed') throw new Error(record.error?.message);
  say('Recap of one month out of five years, 16 villages', [HEADER, line('recap', record)]);
}

/** Five villages' answers arrive while one of them is at work: the others leave a mark, one does all. */
async function fiveTogether(): Promise<void> {
  const office = await openOffice({ subdistrict: PARINGIN, months: 1 });
  const { workspace } = office;
  workspace.switches.submitEvents = 'lost';
  const places = [2, 3, 4, 5, 6];
  const requests = [];
  for (const place of places) {
    const village = office.cast.villages[place];
    if (!village) continue;
    const form = formOf(workspace, village);
    await send(workspace, form, filledReport('population', village, monthOf(office, place)), {
      person: village.operator.email,
      section: sectionOf('population'),
    });
    if (!form.destination) throw new Error('The form is not linked.');
    const range = rangeObject(
      workspace.runtimeFor(OWNER),
      form.destination.spreadsheetId,
      form.destination.sheetId,
      'A2',
    );
    requests.push({ functionName: 'onReportSubmit', args: [{ range }], trigger: 'formSubmit' as const });
  }
  const records = await workspace.runInterleaved(requests, 5);
  const total = records.reduce((sum, each) => sum + each.remoteCalls, 0);
  const failed = records.filter((each) => each.status !== 'completed').map((each) => each.error?.message);
  if (failed.length > 0) throw new Error(failed.join('; '));
  say('Five villages together', [
    ['', 'remote calls', 'cells read', 'written', 'modelled', 'wall', 'by kind'],
    ...records.map((record, n) => line(`execution ${String(n + 1)}`, record)),
    ['a report', (total / places.length).toFixed(1)],
  ]);
  mustStayUnder('five together, a report', total / places.length, MOST_CALLS_TOGETHER);
  await workspace.close();
}

/** Trigger minutes of a due day on which every village sends its two monthly reports and an activity. */
async function dueDay(): Promise<void> {
  const rows = [['', 'executions', 'trigger minutes (of 90)']];
  for (const [subdistrict, villages] of [
    [PARINGIN, 16],
    [FORTY, 40],
  ] as const) {
    const office = await openOffice({ subdistrict, months: 1 });
    const { workspace } = office;
    await workspace.clock.set('2026-08-05T00:00:00+08:00');
    const before = workspace.executions.length;
    const first = workspace.executions.at(-1)?.id;
    for (let place = 0; place < villages; place += 1) {
      await workspace.clock.set(
        `2026-08-05T${String(8 + Math.floor(place / 4)).padStart(2, '0')}:${String((place % 4) * 13).padStart(2, '0')}:00+08:00`,
      );
      await report(office, place, 'activities');
      await report(office, place, 'readiness');
      await report(office, place, 'population');
    }
    await workspace.clock.set('2026-08-06T00:00:00+08:00');
    const day = workspace.executions.slice(
      first === undefined ? before : workspace.executions.findIndex((each) => each.id === first) + 1,
    );
    const minutes = day.reduce((sum, each) => sum + each.modelledMs, 0) / 60_000;
    rows.push([`${String(villages)} villages`, String(day.length), minutes.toFixed(1)]);
    mustStayUnder(`Trigger minutes of a due day, ${String(villages)} villages`, minutes, 60);
    await workspace.close();
  }
  say('A due day', rows);
}

async function setUpCost(): Promise<void> {
  const rows = [['', 'remote calls', 'a village', 'modelled']];
  for (const [subdistrict, villages] of [
    [PARINGIN, 16],
    [FORTY, 40],
  ] as const) {
    const { workspace } = await openOffice({ subdistrict, months: 0 });
    const records = workspace.executions.filter((each) => /^page(Start|Continue)SetUp$/.test(each.function));
    const calls = records.reduce((sum, each) => sum + each.remoteCalls, 0);
    const modelled = records.reduce((sum, each) => sum + each.modelledMs, 0);
    rows.push([
      `set-up, ${String(villages)} villages`,
      String(calls),
      (calls / villages).toFixed(0),
      `${(modelled / 60_000).toFixed(1)} min`,
    ]);
    await workspace.close();
  }
  say('Set-up', rows);
}

/** A month of sixteen villages: every report sent at its time, every hour's trigger fired. */
async function oneMonth(): Promise<void> {
  const office = await openOffice({ subdistrict: PARINGIN, months: 0 });
  const { workspace, cast } = office;
  const before = workspace.executions.length;
  const begun = performance.now();
  for (let day = 1; day <= 31; day += 1) {
    for (let place = 0; place < cast.villages.length; place += 1) {
      if (place % 28 !== day - 3) continue;
      await workspace.clock.set(`2026-08-${String(day).padStart(2, '0')}T09:00:00+08:00`);
      for (const type of ['activities', 'readiness', 'population'] as const)
        await report(office, place, type);
    }
    await workspace.clock.set(`2026-08-${String(day).padStart(2, '0')}T23:30:00+08:00`);
  }
  const seconds = (performance.now() - begun) / 1000;
  say('A month of 16 villages', [
    ['', 'executions', 'wall'],
    ['August 2026', String(workspace.executions.length - before), `${seconds.toFixed(1)} s`],
  ]);
  await workspace.close();
}

async function memory(): Promise<void> {
  const office = await openOffice({ subdistrict: PARINGIN, months: 12 });
  globalThis.gc?.();
  const used = process.memoryUsage();
  const resident = used.rss / 2 ** 20;
  const bundle = readFileSync('dist/Code.js').length / 1024;
  say('Host with a year of Paringin', [
    ['resident', `${resident.toFixed(0)} MB`],
    ['heap', `${(used.heapUsed / 2 ** 20).toFixed(0)} MB`],
    ['dist/Code.js', `${bundle.toFixed(0)} KB`],
  ]);
  mustStayUnder('Resident megabytes of the host', resident, 400);
  mustStayUnder('Kilobytes of dist/Code.js', bundle, 300);
  await office.workspace.close();
}

/** What a host of its own takes: this process has held thirty executions and a hundred thousand rows by then. */
function memoryOfItsOwn(): void {
  const [program = ''] = process.argv.slice(1);
  execFileSync(process.execPath, [...process.execArgv, program, 'memory'], { stdio: 'inherit' });
}

/** *Bangun ulang* of forty villages with five years: each execution has to end well within six minutes. */
async function rebuildCost(): Promise<void> {
  const office = await openOffice({ subdistrict: FORTY, months: 60 });
  const records = await rebuild(office);
  say('Bangun ulang, 40 villages, 60 months', [
    HEADER,
    ...records.map((record, n) => line(`execution ${String(n + 1)} (${record.function})`, record)),
  ]);
  const longest = Math.max(...records.map((record) => record.modelledMs));
  if (longest > 4.5 * 60_000) throw new Error(`An execution takes ${ms(longest)} of at most 270,000 ms.`);
  await office.workspace.close();
}

/** Answers that nobody read, as after months without triggers: how many executions take them all in. */
async function backlog(): Promise<void> {
  const office = await openOffice({ subdistrict: PARINGIN, months: 60, unread: true });
  const { workspace } = office;
  const hours: ExecutionRecord[] = [];
  for (let hour = 0; hour < 12; hour += 1) hours.push(...(await workspace.clock.advance('PT1H')));
  const busy = hours.filter((record) => record.modelledMs > 30_000);
  say('Five years of 16 villages unread, taken in by the hourly run', [
    HEADER,
    ...busy.map((record, n) => line(`execution ${String(n + 1)}`, record)),
  ]);
  const longest = Math.max(...hours.map((record) => record.modelledMs));
  if (longest > 4.5 * 60_000) throw new Error(`An execution takes ${ms(longest)} of at most 270,000 ms.`);
  await workspace.close();
}

console.log(
  'Counts of calls and cells are exact; modelled times rest on assumed costs a call, wall times on this machine.',
);
const parts = {
  workspace: workspaceCosts,
  month: oneMonth,
  memory: memoryOfItsOwn,
  setUpCost,
  oneSubmission,
  fiveTogether,
  dueDay,
  rebuildCost,
  years: () => yearsOf(FORTY),
  backlog,
};
const wanted = process.argv.slice(2);
if (wanted.join() === 'memory') await memory();
else
  for (const [name, part] of Object.entries(parts))
    if (wanted.length === 0 || wanted.includes(name)) await part();
// A part that misses its limit has thrown before this line.
process.exit(0);
