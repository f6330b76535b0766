import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { LocalWorkspace } from '../../local/host/workspace';
import { serve } from '../../local/web/serve';
import { acts } from './acts';
import { accountsOf, play } from './play';
import { cast, type Cast } from './cast';
import { compareWithTruth } from './compare';
import { decisions } from './decisions';
import { createMaster, listedVillages, typeSettings, type Master } from './install';
import { outcome } from './outcome';
import { startOptions, USAGE, type StartOptions } from './options';
import { CORRECTED } from './scenario';
import { clickThrough } from './setUp';
import { agrees, progressBar, table } from './terminal';

const OWNER = 'kudapanmas.paringin@contoh.id';
const DIST = path.resolve('dist');
const OFFSET = '+08:00';
const SAMPLE = {
  seed: 63,
  begins: '2026-06-29T08:00',
  firstPeriod: '2026-07',
  months: 3,
  ends: '2026-10-08T10:00',
};

async function setUpAndPlay(workspace: LocalWorkspace): Promise<void> {
  const master = createMaster(workspace, DIST, OWNER, 'KUDAPANMAS');
  const setUp = progressBar('Pasang      ');
  await clickThrough(workspace, master, 'prepare', OWNER);
  const people = cast(listedVillages(workspace, master), { ...SAMPLE, owner: OWNER, corrected: CORRECTED });
  workspace.people.others.push(...accountsOf(people));
  await typeSettings(workspace, master, people);
  await clickThrough(workspace, master, 'install', OWNER, setUp);
  await playMonths(workspace, master, people);
}

async function playMonths(workspace: LocalWorkspace, master: Master, people: Cast): Promise<void> {
  const list = acts(people, SAMPLE.seed);
  const bar = progressBar('Tiga bulan  ');
  const decided = decisions(workspace, master, people);
  const played = await play(workspace, list, decided, OFFSET, (done, of, at) => {
    bar(done, of, at.replace('T', ' '));
  });
  await workspace.clock.set(`${SAMPLE.ends}:00${OFFSET}`);
  const compared = await compareWithTruth(workspace, master, people);
  const rows = outcome(workspace, master, played, compared);
  console.log(`\nYang masuk dan yang dilakukan dengannya:\n${table(rows)}`);
}

function tellWhere(workspace: LocalWorkspace, url: string, options: StartOptions): void {
  const masterId = workspace.store
    .ids('project')
    .map((id) => workspace.store.get('project', id)?.containerId)[0];
  console.log(
    [
      '',
      `Drive, email, jam:   ${url}/`,
      ...(masterId === undefined ? [] : [`Lembar kecamatan:    ${url}/spreadsheets/d/${masterId}/edit`]),
      `Berkas di komputer:  ${options.data}`,
      `Masuk sebagai:       ${OWNER} (dapat diganti di kanan atas)`,
      'Berhenti dengan Ctrl+C.',
    ].join('\n'),
  );
}

const WORKSPACE = { zone: 'Asia/Makassar', people: { owner: OWNER, others: [] } };

/** The first start: an empty Drive, or one in which three months have been played. */
async function begin(options: StartOptions): Promise<void> {
  const workspace = LocalWorkspace.open({
    ...WORKSPACE,
    directory: options.data,
    now: `${SAMPLE.begins}:00${OFFSET}`,
  });
  if (options.empty) createMaster(workspace, DIST, OWNER, 'Lembar tanpa judul');
  else await setUpAndPlay(workspace);
  await workspace.close();
}

async function main(options: StartOptions): Promise<void> {
  if (options.reset && existsSync(options.data)) {
    if (!(await agrees(`Hapus semua isi ${options.data} dan mulai dari awal?`))) {
      console.log('Tidak ada yang dihapus.');
      return;
    }
    rmSync(options.data, { recursive: true });
  }
  if (!existsSync(options.data)) await begin(options);
  // For people at the pages: executions in isolates of their own, which can wait for an answer to a dialog.
  const workspace = LocalWorkspace.open({ ...WORKSPACE, directory: options.data, driver: 'worker' });
  const served = await serve(workspace, { port: options.port });
  tellWhere(workspace, served.url, options);
  const stop = (): void => {
    void served
      .close()
      .then(() => workspace.close())
      .then(() => process.exit(0), fail);
  };
  if (options.once) stop();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

function fail(error: unknown): void {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

try {
  const options = startOptions(process.argv.slice(2), process.cwd());
  if (options === 'help') console.log(USAGE);
  else main(options).catch(fail);
} catch (error) {
  fail(error);
  console.error(USAGE);
}
