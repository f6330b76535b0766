import { existsSync, renameSync } from 'node:fs';
import path from 'node:path';
import { LocalWorkspace } from '../../local/host/workspace';
import { serve } from '../../local/web/serve';
import { acts } from './acts';
import { pass } from '../support/pass';
import { accountsOf, play } from './play';
import { clear } from './clear';
import { cast, type Cast } from './cast';
import { compareWithTruth } from './compare';
import { decisions } from './decisions';
import { createMaster, listedVillages, typeSetting, typeSettings, type Master } from './install';
import { outcome } from './outcome';
import { startOptions, USAGE, type StartOptions } from './options';
import { CORRECTED } from './scenario';
import { clickThrough } from './setUp';
import { IANA, zoneOf } from '../../src/core/regions';
import { CATALOGUE } from '../../src/reports/index';
import { profileOf } from '../../src/reports/profiles';
import { agrees, progressBar, table } from './terminal';

const DIST = path.resolve('dist');
const SAMPLE = {
  seed: 63,
  begins: '2026-07-20T08:00',
  firstDay: '2026-07-21',
  firstPeriod: '2026-07',
  months: 3,
  ends: '2026-10-08T10:00',
};

/** Behind the name of a folder whose first play is under way. */
const UNFINISHED = '.belum-selesai';

/** The office's account: the programme and the sub-district's code. */
const ownerOf = ({ profile, subdistrict }: StartOptions): string => `${profile}.${subdistrict}@contoh.id`;
/** Of the sub-district's own zone. */
const offsetOf = ({ subdistrict }: StartOptions): string =>
  ({ WIB: '+07:00', WITA: '+08:00', WIT: '+09:00' })[zoneOf(subdistrict)];

/** Reports that the sample sends: about villages, not about persons, who have forms of their own. */
const playedTypes = ({ profile }: StartOptions): string =>
  CATALOGUE.filter((type) => profileOf(profile).reportTypes.includes(type.id) && type.personal === undefined)
    .map((type) => type.shortTitle)
    .join(', ');

async function setUpAndPlay(workspace: LocalWorkspace, options: StartOptions): Promise<void> {
  const owner = ownerOf(options);
  const master = createMaster(workspace, DIST, owner, profileOf(options.profile).programme);
  const setUp = progressBar('Pasang      ');
  await clickThrough(workspace, master, 'prepare', owner, undefined, options);
  const people = cast(listedVillages(workspace, master), { ...SAMPLE, owner, corrected: CORRECTED });
  workspace.people.others.push(...accountsOf(people));
  await typeSettings(workspace, master, people);
  await typeSetting(workspace, master, 'reportTypes', playedTypes(options), owner);
  await clickThrough(workspace, master, 'install', owner, setUp);
  await playMonths(workspace, master, people, options);
}

async function playMonths(
  workspace: LocalWorkspace,
  master: Master,
  people: Cast,
  options: StartOptions,
): Promise<void> {
  const { reportTypes } = profileOf(options.profile);
  const offset = offsetOf(options);
  const lead = reportTypes.includes('population') ? 'population' : 'readiness';
  const list = acts(people, SAMPLE.seed, SAMPLE.firstDay, lead).filter((act) =>
    reportTypes.includes(act.type),
  );
  const bar = progressBar('Tiga bulan  ');
  const decided = decisions(workspace, master, people, lead);
  const played = await play(workspace, list, decided, offset, (done, of, at) => {
    bar(done, of, at.replace('T', ' '));
  });
  await pass(workspace, SAMPLE.ends, offset);
  const compared =
    lead === 'population' ? await compareWithTruth(workspace, master, people) : { same: 0, of: 0 };
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
      `Masuk sebagai:       ${ownerOf(options)} (dapat diganti di kanan atas)`,
      'Berhenti dengan Ctrl+C.',
    ].join('\n'),
  );
}

const workspaceOf = (options: StartOptions) => ({
  zone: IANA[zoneOf(options.subdistrict)],
  people: { owner: ownerOf(options), others: [] },
});

/**
 * The first start: an empty Drive, or one in which three months have been played. It is made in a folder beside and
 * gets its name when it is whole: what was interrupted is never opened, and the next start makes it anew.
 */
async function begin(options: StartOptions): Promise<void> {
  const making = `${options.data}${UNFINISHED}`;
  if (existsSync(path.join(making, 'state'))) {
    console.log('Pembuatan contoh yang lalu terputus; dimulai lagi dari awal.');
    await clear(making, () => Promise.resolve(true));
  }
  const workspace = LocalWorkspace.open({
    ...workspaceOf(options),
    directory: making,
    now: `${SAMPLE.begins}:00${offsetOf(options)}`,
  });
  if (options.empty) createMaster(workspace, DIST, ownerOf(options), 'Lembar tanpa judul');
  else await setUpAndPlay(workspace, options);
  await workspace.close();
  renameSync(making, options.data);
}

async function main(options: StartOptions): Promise<void> {
  if (options.reset && !(await clear(options.data, agrees))) {
    console.log('Tidak ada yang dihapus.');
    return;
  }
  if (!existsSync(options.data)) await begin(options);
  // For people at the pages: executions in isolates of their own, which can wait for an answer to a dialog.
  const workspace = LocalWorkspace.open({
    ...workspaceOf(options),
    directory: options.data,
    driver: 'worker',
  });
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
