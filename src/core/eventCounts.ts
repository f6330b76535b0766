import type { VillageMonth } from './book';
import { countedVersion, countedVersions } from './counted';
import { formatNumber } from './dates';
import { LEDGER_TYPE } from './population';
import type { Finding, Value } from './report';

type Values = Readonly<Record<string, Value>>;

const FLOWS: Readonly<Record<string, string>> = {
  Lahir: 'births',
  Meninggal: 'deaths',
  Datang: 'arrivals',
  Pindah: 'departures',
};

/** Reports of type `events` that count, by the question of the monthly report in which each belongs. */
export function eventCounts(all: readonly Values[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { kind, sex, citizenship } of all) {
    const flow = FLOWS[String(kind)];
    if (flow === undefined) continue;
    const group =
      (citizenship === 'WNA' ? `foreign-${flow}` : flow) + (sex === 'Perempuan' ? 'Female' : 'Male');
    const question = group.replace(/-./, (found) => found.charAt(1).toUpperCase());
    counts[question] = (counts[question] ?? 0) + 1;
  }
  return counts;
}

/** What the month's events say of its changes, for the link of the monthly report; empty where none came. */
export function countedEvents(month: VillageMonth | undefined): Readonly<Record<string, number>> {
  return eventCounts(countedVersions(month, 'events').map((version) => version.values));
}

/** Told once, on the due day: until then the rest may still come. */
export const EVENTS_DIFFER = 'population.eventsDiffer';

const WORDS: Readonly<Record<string, string>> = {
  births: 'lahir',
  deaths: 'meninggal',
  arrivals: 'datang',
  departures: 'pindah',
};

/** What the monthly report says against the events told one by one, by kind and sex. */
function difference(values: Values, counts: Readonly<Record<string, number>>): Finding | undefined {
  const of = (source: Values, flow: string, sex: string): number => {
    const foreign = `foreign${flow.charAt(0).toUpperCase()}${flow.slice(1)}`;
    return [flow, foreign].reduce((sum, one) => sum + Number(source[one + sex] ?? 0), 0);
  };
  const parts = Object.keys(WORDS).flatMap((flow) =>
    ['Male', 'Female'].flatMap((sex) => {
      const [monthly, told] = [of(values, flow, sex), of(counts, flow, sex)];
      const what = `${WORDS[flow] ?? ''} ${sex === 'Male' ? 'L' : 'P'}`;
      return monthly === told
        ? []
        : [`${what} tertulis ${formatNumber(monthly)}, Peristiwa ${formatNumber(told)}`];
    }),
  );
  if (parts.length === 0) return undefined;
  const message = `Berbeda dari laporan Peristiwa bulan itu: ${parts.join('; ')}. Keduanya tetap dihitung. Mohon kirim yang belum, atau perbaiki yang keliru.`;
  return { rule: EVENTS_DIFFER, severity: 'warning', question: '', sent: '', expected: '', message };
}

/** The month with its counted population report compared with its events, as both stand now. */
export function comparedMonth(month: VillageMonth): VillageMonth {
  const all = month.reports[LEDGER_TYPE] ?? [];
  const counted = countedVersion(month, LEDGER_TYPE);
  const events = countedEvents(month);
  let differs = false;
  const next = all.map((version) => {
    const rest = version.findings.filter((one) => one.rule !== EVENTS_DIFFER);
    const compared = version.id === counted?.id && version.compared === true;
    const found = compared ? difference(version.values, events) : undefined;
    const findings = found === undefined ? rest : [...rest, found];
    if (JSON.stringify(findings) === JSON.stringify(version.findings)) return version;
    differs = true;
    return { ...version, findings };
  });
  return differs ? { ...month, reports: { ...month.reports, [LEDGER_TYPE]: next } } : month;
}
