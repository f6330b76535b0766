import type { ExecutionRecord } from '../../local/host/api';
import { LocalWorkspace } from '../../local/host/workspace';
import type { Answer, FormState } from '../../local/state/form';
import { formatPeriod } from '../../src/core/dates';
import { HEAD, NOT_MONTHLY } from '../../src/core/head';
import { addMonths } from '../../src/core/place';
import type { ReportTypeId } from '../../src/core/report';
import { HEAD_QUESTIONS } from '../../src/reports/head';
import { CATALOGUE } from '../../src/reports/index';
import {
  activityAnswers,
  labelled,
  neighbourhoodAnswers,
  populationAnswers,
  readinessAnswers,
  welfareAnswers,
} from '../sample/answers';
import { cast, type Cast, type SampleVillage } from '../sample/cast';
import { entriesOf, formNamed, type Filled } from '../sample/filler';
import { createMaster, listedVillages, typeSetting, typeSettings, type Master } from '../sample/install';
import { accountsOf } from '../sample/play';
import { clickThrough } from '../sample/setUp';
import type { MonthTruth } from '../sample/truth';

export const OWNER = 'kantor@contoh.id';
/** The month that is reported while something is measured. */
export const MEASURED = '2026-07';

/** A sub-district that has reported for so many months; `MEASURED` is the first month without reports. */
export interface Office {
  workspace: LocalWorkspace;
  master: Master;
  cast: Cast;
}

export interface OfficeSize {
  /** Code of a sub-district with as many villages as are wanted. */
  subdistrict: string;
  months: number;
  /** Nothing has been reported yet; so many months from that one on are to be played. */
  toPlay?: { from: string; months: number };
  /** The past lies in the forms and nobody has read it: every submit event was lost. */
  unread?: boolean;
  /** Every kind of report was sent, the economic one each month. */
  everyType?: boolean;
}

const filledHead = (type: ReportTypeId, period: string, reporter: string): Filled => {
  const report = CATALOGUE.find((each) => each.id === type);
  if (!report) throw new Error(`The catalogue has no ${type}.`);
  return labelled(HEAD_QUESTIONS, {
    [HEAD.reportType]: report.shortTitle,
    [HEAD.period]: report.frequency === 'monthly' ? formatPeriod(period) : NOT_MONTHLY,
    [HEAD.reporter]: reporter,
  });
};

/** The answers of one report by question; undefined where the month has none of that kind. */
function answersOf(
  type: ReportTypeId,
  village: SampleVillage,
  month: MonthTruth,
  n: number,
): Parameters<typeof labelled>[1] | undefined {
  const activity = month.activities[n];
  switch (type) {
    case 'population':
      return populationAnswers(month.population);
    case 'readiness':
      return readinessAnswers(month.readiness);
    case 'activities':
      return activity && activityAnswers(activity);
    case 'welfare':
      return welfareAnswers(month.population, village.kind);
    case 'neighbourhoods':
      return neighbourhoodAnswers(month);
    case 'questions':
      return { topic: 'Kependudukan', question: 'Bagaimana mencatat warga yang pindah di akhir bulan?' };
    default:
      return undefined;
  }
}

/** The answers of one report by the labels of its form. */
export function filledReport(type: ReportTypeId, village: SampleVillage, month: MonthTruth, n = 0): Filled {
  const report = CATALOGUE.find((each) => each.id === type);
  const answers = answersOf(type, village, month, n);
  if (!report || !answers) throw new Error(`${village.name} has no ${type} ${String(n)} in ${month.period}.`);
  return {
    ...filledHead(type, month.period, village.operator.name),
    ...labelled(report.questions, answers, village.kind),
  };
}

export const formOf = (workspace: LocalWorkspace, village: SampleVillage): FormState =>
  formNamed(workspace, `Formulir ${village.kind === 'desa' ? 'Desa' : 'Kelurahan'} ${village.name}`);

export const sectionOf = (type: ReportTypeId): string =>
  CATALOGUE.find((each) => each.id === type)?.title ?? '';

/** Puts an answer among a form's responses as if it had been sent then: years of history in a moment. */
export function sentThen(form: FormState, filled: Filled, section: string, at: string, person: string): void {
  const entries = entriesOf(form, filled, section);
  const answers: Record<string, Answer> = {};
  for (const item of form.items) {
    const value = entries[String(item.entryIds[0])];
    if (value !== undefined) answers[String(item.id)] = value;
  }
  const number = String(form.responses.length);
  form.responses.push({
    id: `lama-${form.id.slice(0, 6)}-${number}`,
    timestamp: Date.parse(`${at}:00+08:00`),
    email: person,
    answers,
    editToken: `t${number}`,
  });
}

function pastMonths(office: Office, everyType: boolean): void {
  for (const village of office.cast.villages) {
    const form = formOf(office.workspace, village);
    for (const month of village.truth.months) {
      if (month.period >= MEASURED) continue;
      const after = addMonths(month.period, 1);
      const send = (type: ReportTypeId, at: string, n = 0): void => {
        sentThen(form, filledReport(type, village, month, n), sectionOf(type), at, village.operator.email);
      };
      month.activities.forEach((_activity, n) => {
        send('activities', `${after}-01T0${String(6 + n)}:30`, n);
      });
      send('population', `${after}-02T09:14`);
      send('readiness', `${after}-02T09:40`);
      if (!everyType) continue;
      send('neighbourhoods', `${after}-02T10:00`);
      send('welfare', `${after}-02T10:10`);
      send('questions', `${after}-02T10:20`);
    }
    office.workspace.store.touch('form', form.id);
  }
}

/** The forms' cursors as they would stand had the past come in month by month. */
function takenInThen({ workspace, master, cast: people }: Office): void {
  const project = workspace.store.get('project', master.projectId);
  if (!project) throw new Error('The project is gone.');
  const now = workspace.clock.now();
  for (const { code } of people.villages)
    project.scriptProperties[`kursor:${code}`] = JSON.stringify({ readFrom: now, startedAt: now, done: [] });
  workspace.store.touch('project', master.projectId);
}

/** Presses the button of a command's dialog. */
export async function command({ workspace, master }: Office, name: string): Promise<string> {
  const record = await workspace.callFromPage({
    projectId: master.projectId,
    functionName: 'pageRun',
    args: [name, {}],
    person: OWNER,
  });
  if (record.status !== 'completed') throw new Error(`${name}: ${record.error?.message ?? record.status}`);
  return (record.result as { text: string }).text;
}

/** *Bangun ulang*, slice after slice; gives the executions that it took. */
export async function rebuild(office: Office): Promise<ExecutionRecord[]> {
  const { workspace, master } = office;
  await command(office, 'rebuild');
  const records = workspace.executions.slice(-1);
  for (let slices = 0; ; slices += 1) {
    const open = workspace.store
      .get('project', master.projectId)
      ?.triggers.some((trigger) => trigger.handler === 'takeNextSlice');
    if (!open) return records;
    if (slices > 200) throw new Error('Bangun ulang does not come to an end.');
    const slice = await workspace.run({ functionName: 'takeNextSlice', trigger: 'clock' });
    if (slice.status !== 'completed') throw new Error(slice.error?.message);
    records.push(slice);
  }
}

/** Sets a sub-district up and gives it its past by *Bangun ulang*; stands on 1 August 2026, 06.00. */
export async function openOffice(size: OfficeSize): Promise<Office> {
  const workspace = LocalWorkspace.open({
    now: `${size.toPlay?.from ?? addMonths(MEASURED, 1)}-01T05:10:00+08:00`,
    zone: 'Asia/Makassar',
    people: { owner: OWNER, others: [] },
  });
  const master = createMaster(workspace, 'dist', OWNER, 'Ukur');
  await clickThrough(workspace, master, 'prepare', OWNER, () => undefined, {
    subdistrict: size.subdistrict,
    profile: 'kudapanmas',
  });
  const people = cast(listedVillages(workspace, master), {
    seed: 11,
    firstPeriod: size.toPlay?.from ?? addMonths(MEASURED, -size.months),
    months: size.toPlay?.months ?? size.months + 1,
    owner: OWNER,
  });
  workspace.people.others.push(...accountsOf(people));
  await typeSetting(workspace, master, 'zone', 'WITA', OWNER);
  if (size.everyType === true) await typeSetting(workspace, master, 'welfareEvery', 'tiap bulan', OWNER);
  await typeSettings(workspace, master, people);
  await clickThrough(workspace, master, 'install', OWNER);
  const office = { workspace, master, cast: people };
  if (size.months > 0) {
    pastMonths(office, size.everyType === true);
    if (size.unread === true) return office;
    takenInThen(office);
    await rebuild(office);
  }
  return office;
}
