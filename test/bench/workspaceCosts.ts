import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalWorkspace } from '../../local/host/workspace';
import { newSpreadsheet } from '../../local/services/spreadsheet/newSpreadsheet';
import { table } from '../sample/terminal';

/** Functions beside the shipped bundle, so that each run still parses and loads all of it. */
const PROBE = `
function probeNothing() { return 1; }
function probeCalls(n) {
  var range = SpreadsheetApp.getActive().getSheets()[0].getRange('A1');
  for (var at = 0; at < n; at++) range.getRow();
}
function probeWait() { SpreadsheetApp.getUi().alert('?'); }
function probeWrite(rows, columns) {
  var sheet = SpreadsheetApp.getActive().insertSheet('Besar');
  sheet.insertRowsAfter(sheet.getMaxRows(), rows - sheet.getMaxRows());
  var values = [];
  for (var r = 0; r < rows; r++) { var row = []; for (var c = 0; c < columns; c++) row.push(c % 2 ? r * c : 'teks ' + c); values.push(row); }
  sheet.getRange(1, 1, rows, columns).setValues(values);
}
function probeRead() { return SpreadsheetApp.getActive().getSheetByName('Besar').getDataRange().getValues().length; }
`;

interface Bench {
  workspace: LocalWorkspace;
  fileId: string;
  close(): Promise<void>;
}

function openBench(driver: 'thread' | 'worker'): Bench {
  const directory = mkdtempSync(join(tmpdir(), 'bench-'));
  cpSync('dist', directory, { recursive: true });
  writeFileSync(join(directory, 'Probe.js'), PROBE);
  const workspace = LocalWorkspace.open({ now: '2026-08-01T08:00:00+08:00', driver });
  const { id } = newSpreadsheet(workspace.runtimeFor(workspace.people.owner), { name: 'Ukur' });
  workspace.addProject({ directory, containerId: id });
  return {
    workspace,
    fileId: id,
    close: async () => {
      await workspace.close();
      rmSync(directory, { recursive: true });
    },
  };
}

async function run(bench: Bench, functionName: string, args: unknown[] = []): Promise<number> {
  const begun = performance.now();
  const record = await bench.workspace.run({ functionName, args, trigger: 'menu' });
  if (record.status !== 'completed')
    throw new Error(`${functionName}: ${record.error?.message ?? record.status}`);
  return performance.now() - begun;
}

/** Seconds that so many executions take in that many lanes; waits for nothing else. */
async function inLanes(bench: Bench, lanes: number, executions: number): Promise<number> {
  const begun = performance.now();
  let left = executions;
  const lane = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      await run(bench, 'probeNothing');
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return (performance.now() - begun) / 1000;
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** What the workspace has to hold on two cores; a loaded machine is told from a slow program by the processor's time. */
const LIMITS = { thread: 100, worker: 20, parkedMegabytes: 700 } as const;

async function driverRow(driver: 'thread' | 'worker', lanes: number, executions: number): Promise<string[]> {
  const bench = openBench(driver);
  await run(bench, 'probeNothing');
  await run(bench, 'probeCalls', [2000]);
  const calls = 20_000;
  const nothing = median([
    await run(bench, 'probeNothing'),
    await run(bench, 'probeNothing'),
    await run(bench, 'probeNothing'),
  ]);
  const each = ((await run(bench, 'probeCalls', [calls])) - nothing) / calls;
  await inLanes(bench, lanes, lanes * 4);
  const cpu = process.cpuUsage();
  const seconds = await inLanes(bench, lanes, executions);
  const used = process.cpuUsage(cpu);
  await bench.close();
  const cpuEach = (used.user + used.system) / 1000 / executions;
  if ((1000 / cpuEach) * lanes < LIMITS[driver])
    throw new Error(
      `${driver}: ${cpuEach.toFixed(1)} ms of processor time an execution allow less than ${String(LIMITS[driver])} a second.`,
    );
  return [
    driver,
    `${(each * 1000).toFixed(1)} µs`,
    `${nothing.toFixed(1)} ms`,
    `${(executions / seconds).toFixed(0)} (${String(lanes)} ${lanes === 1 ? 'lane' : 'lanes'})`,
    // On a busy machine the wall clock tells little: this is what the executions themselves cost.
    `${cpuEach.toFixed(1)} ms`,
  ];
}

/** Memory of the whole process while 30 scripts wait for somebody to answer a dialog. */
async function parked(): Promise<string[][]> {
  const bench = openBench('worker');
  const { workspace } = bench;
  const before = process.memoryUsage().rss;
  const runs = Array.from({ length: 30 }, () => run(bench, 'probeWait'));
  while (workspace.questions.length < 30) await new Promise((resolve) => setTimeout(resolve, 20));
  const rss = process.memoryUsage().rss;
  for (const question of [...workspace.questions]) workspace.answer(question.id, { button: 'OK' });
  await Promise.all(runs);
  await bench.close();
  const mb = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(0)} MB`;
  if (rss > LIMITS.parkedMegabytes * 2 ** 20)
    throw new Error(`30 parked executions take ${mb(rss)} of at most ${String(LIMITS.parkedMegabytes)} MB.`);
  return [['30 parked executions', mb(rss), `${mb((rss - before) / 30)} each`]];
}

async function bigTable(): Promise<string[][]> {
  const bench = openBench('thread');
  const [rows, columns] = [100_000, 20];
  const written = await run(bench, 'probeWrite', [rows, columns]);
  const read = await run(bench, 'probeRead');
  const begun = performance.now();
  const { platform } = bench.workspace.runtimeFor(bench.workspace.people.owner);
  const size = platform.exportSpreadsheet(bench.fileId, 'xlsx').length;
  const exported = performance.now() - begun;
  await bench.close();
  const s = (ms: number): string => `${(ms / 1000).toFixed(2)} s`;
  return [
    ['100,000 × 20 cells written', s(written)],
    ['… read', s(read)],
    ['… exported as xlsx', s(exported), `${(size / 2 ** 20).toFixed(1)} MB`],
  ];
}

/** What the local workspace itself costs on this machine, with the shipped bundle loaded in every execution. */
export async function workspaceCosts(): Promise<void> {
  const rows = [['driver', 'a call', 'a fresh execution', 'executions a second', 'CPU each']];
  rows.push(await driverRow('thread', 1, 300));
  rows.push(await driverRow('worker', 2, 100));
  console.log(
    `\nThe local workspace (${String(cpus().length)} cores, Node ${process.version})\n${table(rows)}`,
  );
  console.log(table([...(await parked()), ...(await bigTable())]));
}
