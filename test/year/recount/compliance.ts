import { dateText, endsQuarter } from '../calendar';
import { nameAfter } from '../decided';
import type { Act } from '../teller';
import { ofText, reportNumber, standingOf, type Row, type Standing, type Told } from './figures';

type Type = Act['type'];
/** Monthly types in the order of the tab. */
const MONTHLY: readonly Type[] = ['population', 'readiness', 'welfare', 'neighbourhoods'];
const RANK: readonly Standing['word'][] = ['Tepat Waktu', 'Terlambat', 'Belum Lapor'];
const SIGN = { 'Tepat Waktu': '✓', Terlambat: '⏱', 'Belum Lapor': '!' } as const;

/** Monthly types that are played at all. */
export const monthlyTypes = ({ acts }: Told): readonly Type[] =>
  MONTHLY.filter((type) => acts.some((act) => act.type === type));

/** `Terlambat 3 hari`. */
export function standingText({ word, days }: Standing): string {
  if (word === 'Terlambat') return `${word} ${String(days)} hari`;
  return word === 'Belum Lapor' ? `${word}, lewat ${String(days)} hari` : word;
}

const toned = (one: Standing): string => `${SIGN[one.word]} ${standingText(one)}`;
const isOwed = (type: Type, period: string): boolean => type !== 'welfare' || endsQuarter(period);
const isAccepted = (one: Standing): boolean => one.at !== undefined;
const isOnTime = (one: Standing): boolean => one.word === 'Tepat Waktu';

/** How each owed report of a village stands. */
export function standingsOf(told: Told, place: number, at: number): ReadonlyMap<Type, Standing> {
  const period = told.year.periods[at] ?? '';
  const owed = monthlyTypes(told).filter((type) => isOwed(type, period));
  return new Map(owed.map((type) => [type, standingOf(told, place, type, period)]));
}

function worst(all: readonly Standing[]): Standing | undefined {
  const badness = (one: Standing): number => RANK.indexOf(one.word) * 10_000 + one.days;
  return [...all].sort((a, b) => badness(b) - badness(a))[0];
}

function sentText(at: string): string {
  return `${dateText(at.slice(0, 10))} ${at.slice(11, 16).replace(':', '.')} WITA`;
}

function block(code: string, standing: Standing | undefined): readonly string[] {
  if (standing === undefined) return ['', '', ''];
  const { at } = standing;
  return [
    toned(standing),
    at === undefined ? '' : sentText(at),
    at === undefined ? '' : reportNumber(code, at),
  ];
}

/** `Kepatuhan` of a month. */
export function complianceRows(told: Told, at: number): readonly Row[] {
  const types = monthlyTypes(told);
  const all = told.year.villages.map((_village, place) => standingsOf(told, place, at));
  const lines = told.year.villages.map((village, place): Row => {
    const own = all[place];
    const list = [...(own?.values() ?? [])];
    const one = worst(list);
    const whole = one
      ? `${toned(one)} · ${String(list.filter(isAccepted).length)}/${String(list.length)}`
      : '';
    return [
      String(place + 1),
      nameAfter(told.year, place),
      whole,
      ...types.flatMap((type) => block(village.code, own?.get(type))),
    ];
  });
  const counts = (name: string, is: (one: Standing) => boolean): Row => {
    const complete = all.filter((own) => [...own.values()].every(is)).length;
    const byType = types.flatMap((type) => {
      const own = all.flatMap((one) => one.get(type) ?? []);
      return [ofText(own.filter(is).length, own.length), '', ''];
    });
    return ['', name, ofText(complete, all.length), ...byType];
  };
  return [...lines, counts('Kelengkapan', isAccepted), counts('Ketepatan waktu', isOnTime)];
}

/** `Kelengkapan` of `Rekap Bersama`: the words alone. */
export function sharedRows(told: Told, at: number): readonly Row[] {
  const types = monthlyTypes(told);
  const lines = told.year.villages.map((_village, place): Row => {
    const own = standingsOf(told, place, at);
    const list = [...own.values()];
    const accepted = ofText(list.filter(isAccepted).length, list.length);
    return [
      String(place + 1),
      nameAfter(told.year, place),
      accepted,
      ...types.map((type) => own.get(type)?.word ?? ''),
    ];
  });
  const [complete, onTime] = complianceRows(told, at).slice(-2);
  const short = (row: Row | undefined, first: string | undefined): Row => [
    row?.[0],
    row?.[1],
    first,
    ...types.map((_type, n) => row?.[3 + n * 3]),
  ];
  return [...lines, short(complete, complete?.[2]), short(onTime, '')];
}
