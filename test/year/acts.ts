import type { ReportTypeId } from '../../src/core/report';
import { chance } from '../sample/random';
import { clock, dayIn, monthsOn } from './calendar';
import { activityActs, readinessActs } from './linmasActs';
import { eventActs, memberActs } from './personActs';
import { populationActs } from './populationActs';
import { plainActs, type Act, type Draft, type Teller } from './teller';
import { hourOf, type VillageTruth, type YearTruth } from './truth';
import { unitLines } from './unitLines';

function unitActs(teller: Teller): Draft[] {
  const { month } = teller;
  const communalWork = String(month.communalWork);
  const lines = unitLines(month.units);
  const some = unitLines(month.units.slice(0, -1));
  return plainActs(
    teller,
    'neighbourhoods',
    month.unitsCourse,
    { lines, communalWork },
    { lines: some, communalWork },
  );
}

function welfareActs(teller: Teller): Draft[] {
  const { welfare } = teller.month;
  if (welfare === undefined) return [];
  const right = Object.fromEntries(Object.entries(welfare.figures).map(([id, value]) => [id, String(value)]));
  const households = teller.month.closing.households;
  return plainActs(teller, 'welfare', welfare.course, right, { ...right, family: String(households + 90) });
}

function questionActs({ month, on }: Teller): Draft[] {
  if (month.question === undefined) return [];
  const answers = { topic: 'Cara mengisi laporan', question: month.question };
  const key = `questions ${month.period}`;
  return [{ key, at: on(6), type: 'questions', answers, person: 'operator', fate: 'counts' }];
}

/** No two of a village at one minute: a report's number names its second. */
function apart(acts: Act[]): Act[] {
  acts.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  acts.forEach((act, at) => {
    const before = acts[at - 1];
    if (before === undefined || act.at > before.at) return;
    const minutes = Number(before.at.slice(11, 13)) * 60 + Number(before.at.slice(14)) + 1;
    act.at = `${before.at.slice(0, 11)}${clock(minutes)}`;
  });
  return acts;
}

function villageActs(village: VillageTruth, place: number, seed: number): Act[] {
  const c = chance(seed ^ (place * 7919 + 13));
  const monthly = village.months.flatMap((month, number) => {
    const on = (day: number, time = hourOf(c)): string =>
      `${dayIn(monthsOn(month.period, 1), 1).slice(0, 8)}${String(day).padStart(2, '0')}T${time}`;
    const teller: Teller = { c, village, month, number, on };
    return [
      ...populationActs(teller),
      ...activityActs(teller),
      ...readinessActs(teller),
      ...unitActs(teller),
      ...welfareActs(teller),
      ...questionActs(teller),
      ...eventActs(teller, place),
    ];
  });
  const all = [...monthly, ...memberActs(c, village.members)];
  return apart(
    all
      .map((draft, at) => ({ ...draft, village: place, key: `${String(place)} ${draft.key ?? String(at)}` }))
      .map((act) =>
        act.corrects === undefined ? act : { ...act, corrects: `${String(place)} ${act.corrects}` },
      ),
  );
}

/** All that is sent in the year, in order of time; of the types in use. */
export function actsOf(year: YearTruth, types: readonly ReportTypeId[], seed: number): Act[] {
  return year.villages
    .flatMap((village, place) => villageActs(village, place, seed))
    .filter((act) => types.includes(act.type))
    .sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.village - b.village));
}
