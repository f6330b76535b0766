import { formatDate, formatPeriod, periodOf } from '../core/dates';
import { findSubdistrict, IANA, zoneOf, type SubdistrictVillages } from '../core/regions';
import { readOperatorTable } from '../core/operatorTable';
import type { Instant, Village } from '../core/settings';
import { checkSettings, type SettingsCells } from '../core/settingsCheck';
import { SETTINGS_TABS, type SettingsTab } from '../core/settingsTabs';
import { kindOf } from '../core/villageKind';
import { localDate } from '../core/zones';
import { effectiveUser } from '../google/identity';
import { readRegions } from '../google/regions';
import { buildTab, removeBlankTab } from '../google/tabBuild';
import type { Workbook } from '../google/workbook';
import { ACTIVITY_KINDS } from '../reports/activities';
import { switchedOn } from '../reports/index';
import { profileOf } from '../reports/profiles';
import { KNOWN } from './known';
import { readSettingsCells, settingsTabs, tabOfSettings } from './settingsDesk';
import type { SetUpChoice } from './setUpState';
import type { Step } from './steps';

/** What the settings tabs are filled from. */
interface Filling {
  readonly subdistrict: SubdistrictVillages;
  readonly choice: SetUpChoice;
  readonly owner: string;
  readonly now: Instant;
}

/** Holidays with a fixed date (Keppres 251/1967 and later); those that move are for the office to add. */
const FIXED_HOLIDAYS = [
  ['01-01', 'Tahun Baru Masehi'],
  ['05-01', 'Hari Buruh Internasional'],
  ['06-01', 'Hari Lahir Pancasila'],
  ['08-17', 'Hari Kemerdekaan RI'],
  ['12-25', 'Hari Raya Natal'],
] as const;

/** Sub-district code that the settings tabs hold already; '' = none. */
export function preparedFor(master: Workbook): string {
  const line = readSettingsCells(master).settings.find((row) => row[0] === labelOf('subdistrictCode'));
  return line?.[1] ?? '';
}

function labelOf(id: string): string {
  const lines = SETTINGS_TABS.find((tab) => tab.id === 'settings')?.lines ?? [];
  return lines.find((line) => line.id === id)?.label ?? '';
}

/** Rows below the headers that set-up writes into a fresh settings tab. */
function rowsFor(tab: SettingsTab, filling: Filling): readonly (readonly string[])[] {
  const { subdistrict, now } = filling;
  if (tab.id === 'settings') return settingsRows(tab, filling);
  if (tab.id === 'villages') return villagesOf(filling).map(({ code, name }) => [code, name]);
  if (tab.id === 'operators') return operatorRows(filling);
  if (tab.id === 'mandatory') return [[ACTIVITY_KINDS[0], '4']];
  if (tab.id === 'holidays') {
    const year = Number(localDate(now, zoneOf(subdistrict.code)).slice(0, 4));
    return [year, year + 1].flatMap((one) =>
      FIXED_HOLIDAYS.map(([day, name]) => [formatDate(`${String(one)}-${day}`), name]),
    );
  }
  return [];
}

/** The villages with the spelling that the office chose. */
function villagesOf({ subdistrict, choice }: Filling): readonly Village[] {
  return subdistrict.villages.map(({ code, name }) => ({
    code,
    name: choice.names?.[code]?.trim() || name,
    kind: kindOf(code),
  }));
}

/** Rows of `Operator` out of the pasted table: village, name of the village, name, e-mail, WhatsApp. */
function operatorRows(filling: Filling): readonly (readonly string[])[] {
  const { operators } = readOperatorTable(filling.choice.operators ?? '', villagesOf(filling));
  return operators.map((one) => [one.village, one.villageName, one.name, one.email, one.whatsapp]);
}

function settingsRows(tab: SettingsTab, filling: Filling): readonly (readonly string[])[] {
  const { subdistrict, choice, owner, now } = filling;
  const { profile, lines = {} } = choice;
  const zone = zoneOf(subdistrict.code);
  const known: Readonly<Record<string, string>> = {
    profile,
    programme: profileOf(profile).programme,
    // Written out, so that a later version of the profile changes nothing here by itself.
    reportTypes: switchedOn(profileOf(profile).reportTypes)
      .map((type) => type.shortTitle)
      .join(', '),
    subdistrictCode: subdistrict.code,
    subdistrictName: subdistrict.name,
    regency: subdistrict.regency,
    zone,
    owner,
    goLive: formatPeriod(periodOf(localDate(now, zone))),
  };
  const said = (id: string): string | undefined => (lines[id]?.trim() === '' ? undefined : lines[id]?.trim());
  return (tab.lines ?? []).map((line) => [
    line.label,
    said(line.id) ?? known[line.id] ?? line.initial,
    line.help,
  ]);
}

function buildSettingsTab(master: Workbook, tab: SettingsTab, place: number, filling: Filling): void {
  const cellLists = (tab.lines ?? []).flatMap((line, at) =>
    line.choices === undefined ? [] : [{ row: at + 2, column: 2, list: line.choices }],
  );
  const notes = Object.fromEntries(
    tab.columns.map((column) => [
      column.header,
      [column.help, column.example === '' ? '' : `Contoh: ${column.example}`]
        .filter((one) => one !== '')
        .join('\n'),
    ]),
  );
  buildTab(master, tabOfSettings(tab), place, { lists: { villages: [], months: [] }, notes, cellLists });
  // Whatever a person has typed stays: only an empty tab is filled.
  if (master.lastRow(tab.name) > 1) return;
  const rows = rowsFor(tab, filling);
  const width = Math.max(0, ...rows.map((row) => row.length));
  master.write(
    tab.name,
    2,
    1,
    rows.map((row) => Array.from({ length: width }, (_cell, at) => row[at] ?? '')),
  );
}

/** Longest pasted list of operators: what is asked for is kept in one property of 9 KB until it is written. */
const LONGEST_LIST = 5000;

/**
 * What keeps the settings from being prepared: another sub-district stands there, or what was asked for would be
 * refused by the check of the tabs. Empty = may begin.
 */
export function prepareProblems(master: Workbook, choice: SetUpChoice, now: Instant): readonly string[] {
  const standing = preparedFor(master);
  if (standing !== '' && standing !== choice.subdistrict) {
    return [
      `Tab Pengaturan sudah berisi kecamatan ${standing}. Untuk kecamatan lain, buat lembar baru, ` +
        'atau hapus dulu tab Pengaturan dan Desa, lalu jalankan lagi. Data tidak berubah.',
    ];
  }
  const subdistrict = findSubdistrict(readRegions(), choice.subdistrict);
  if (subdistrict === undefined)
    return [`Kode kecamatan ${choice.subdistrict} tidak ada dalam daftar wilayah. Mohon pilih dari daftar.`];
  const filling = { subdistrict, choice, owner: effectiveUser(), now };
  return [...fillingProblems(filling), ...operatorProblems(filling)];
}

function operatorProblems(filling: Filling): readonly string[] {
  const text = filling.choice.operators ?? '';
  if (text.length > LONGEST_LIST)
    return [
      'Daftar operator terlalu panjang untuk langkah ini. Tempel sebagian dulu; sisanya lewat menu Tempel daftar operator.',
    ];
  return readOperatorTable(text, villagesOf(filling)).problems.map((sentence) => `Operator. ${sentence}`);
}

/** What the check of the settings tabs would say of the tabs as they would be filled. */
function fillingProblems(filling: Filling): readonly string[] {
  const cells = Object.fromEntries(
    SETTINGS_TABS.map((tab) => [
      tab.id,
      [tab.columns.map((column) => column.header), ...rowsFor(tab, filling)],
    ]),
  ) as unknown as SettingsCells;
  const { problems = [] } = checkSettings(cells, KNOWN);
  const own = (filling.choice.lines?.['owner'] ?? '').trim().toLowerCase();
  const isOther = own !== '' && own !== filling.owner.toLowerCase();
  return [
    ...problems.map(({ column, sentence }) => `${column}: ${sentence}`),
    ...(isOther
      ? [
          `Akun kantor: tertulis ${own}, sedangkan lembar ini milik ${filling.owner}. Buka lembar ini dengan akun kantor, atau pakai ${filling.owner}.`,
        ]
      : []),
  ];
}

/** *Siapkan pengaturan*: the settings tabs with villages, defaults, help and lists; one step a tab. */
export function prepareSteps(master: Workbook, choice: SetUpChoice, now: Instant): readonly Step[] {
  let filling: Filling | undefined;
  const fill = (): Filling => {
    if (filling !== undefined) return filling;
    const subdistrict = findSubdistrict(readRegions(), choice.subdistrict);
    if (subdistrict === undefined) throw new Error(`No sub-district has the code ${choice.subdistrict}.`);
    filling = { subdistrict, choice, owner: effectiveUser(), now };
    return filling;
  };
  return [
    ...SETTINGS_TABS.map((tab, place) => ({
      id: `tab:${tab.id}`,
      words: `Tab ${tab.name}`,
      run: () => {
        buildSettingsTab(master, tab, place, fill());
      },
      holds: () => master.has(tab.name),
    })),
    {
      id: 'name',
      words: 'Nama berkas dan zona waktu',
      run: () => {
        const { subdistrict } = fill();
        const programme = choice.lines?.['programme']?.trim() || profileOf(choice.profile).programme;
        const name = `${programme} ${subdistrict.name}`;
        if (master.name !== name) master.rename(name);
        master.setZone(IANA[zoneOf(subdistrict.code)]);
        removeBlankTab(
          master,
          settingsTabs().map((tab) => tab.name),
        );
      },
    },
  ];
}
