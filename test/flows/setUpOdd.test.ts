import type { Progress } from '../../src/flows/steps';
import { officeState } from '../support/officeState';
import { ALL_REPORTS } from '../support/setUpCrashes';
import { OWNER, openOffice, progressOf, setUpDirectory, type Office } from '../support/setUpWorkspace';

const directory = setUpDirectory('setUpOdd');
const office = openOffice(directory);
progressOf(office.run('prepare', ['63.11.06', 'kudapanmas']));
office.run('fillSettings');
office.run('useReports', [ALL_REPORTS]);
const start = office.workspace.snapshot();

function install(where: Office = office): Progress {
  let progress = progressOf(where.run('install'));
  for (let slices = 0; !progress.finished && !progress.stopped && slices < 10; slices += 1) {
    progress = progressOf(where.run('takeNextSlice'));
  }
  return progress;
}
install();
const built = officeState(office.workspace);
const whole = office.workspace.snapshot();

beforeEach(() => {
  office.workspace.restore(start);
});

test('with the dialog closed the clock goes on every five minutes, and its trigger leaves', async () => {
  const first = progressOf(office.run('install'));
  expect(first).toMatchObject({ finished: false, stopped: false });
  expect(officeState(office.workspace).some((line) => line.startsWith('trigger takeNextSlice'))).toBe(true);
  expect(officeState(office.workspace).join('\n')).toContain('langkah selesai');
  await office.workspace.clock.advance('PT11M');
  expect(officeState(office.workspace)).toEqual(built);
});

test('Google fails for a moment: the call is made again', () => {
  office.workspace.faults.set({
    failMember: 'Range.setNumberFormat',
    failCall: 4,
    message: 'Service Spreadsheets timed out while accessing document with id x.',
    until: 'next',
  });
  expect(install()).toMatchObject({ finished: true });
  expect(officeState(office.workspace)).toEqual(built);
});

test('Google fails where a second try could make two: the slice ends, the next one looks and goes on', () => {
  office.workspace.faults.set({
    failMember: 'File.makeCopy',
    failCall: 2,
    message: 'Service error: Drive',
    until: 'next',
  });
  expect(install()).toMatchObject({ finished: true });
  expect(officeState(office.workspace)).toEqual(built);
});

test('where verified addresses cannot be chosen by a script, one sentence says which click is missing', () => {
  office.workspace.faults.set({
    failMember: 'Form.setEmailCollectionType',
    failCall: 1,
    message: 'form.setEmailCollectionType is not a function',
    until: 'cleared',
  });
  const stopped = install();
  expect(stopped).toMatchObject({ finished: false, stopped: true });
  expect(stopped.message).toContain('Templat formulir desa');
  office.workspace.faults.clear();
  expect(install()).toMatchObject({ finished: true });
});

test('a copy of the master begins with an empty registry and leaves the original alone', () => {
  office.workspace.restore(whole);
  const copied = office.run('copyMaster').result as string;
  const original = (): string[] =>
    officeState(office.workspace).filter((line) => line.startsWith('form ') && line.includes('Laporan'));
  expect(original()).toHaveLength(3);
  const projectId = office.workspace.addProject({ directory, containerId: copied, name: 'Salinan' });
  const second: Office = {
    ...office,
    run: (functionName, args = [], person = OWNER) =>
      office.workspace.runNow({ projectId, functionName, args, user: person, trigger: 'menu' }),
  };
  expect(install(second)).toMatchObject({ finished: true });
  expect(original()).toHaveLength(6);
  const ids = office.workspace.store.ids('form');
  const answered = ids.map((id) => office.workspace.store.get('form', id)?.destination?.spreadsheetId);
  // Respons and Respons Pribadi of either.
  expect(new Set(answered.filter((id) => id !== undefined)).size).toBe(4);
});
