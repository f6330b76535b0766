import { parseDate } from '../core/dates';
import { villageCalled } from '../core/operatorTable';
import { pinFrom } from '../core/pins';
import { opensStatus, usesPin } from '../core/senders';
import type { LocalDate, Settings, VillageCode } from '../core/settings';
import type { SettingsResult } from '../core/settingsCheck';
import { setOpenToAll } from '../google/linkAccess';
import { chanceBelow } from '../google/seal';
import type { Workbook } from '../google/workbook';
import type { VillageRow } from './registry';
import { readSettings } from './settingsDesk';
import { SettingsSheet, type SheetLine } from './settingsSheet';

/** Whose PIN the line of the office is, in the columns that people read. */
const OFFICE = { villageName: 'Kecamatan', name: 'Petugas kecamatan' } as const;

/** A PIN that stands nowhere in the tab yet. */
function freshPin(lines: readonly SheetLine[], taken: Set<string>): string {
  for (const line of lines) taken.add(line.text('pin'));
  for (;;) {
    const pin = pinFrom(chanceBelow(10_000));
    if (pin === undefined || taken.has(pin)) continue;
    taken.add(pin);
    return pin;
  }
}

/** The village of a line, by its code or, where there is none, by its name. */
function villageOfLine({ villages }: Settings, line: SheetLine): VillageCode | undefined {
  const code = line.text('village');
  return code === '' ? villageCalled(villages, line.text('villageName'))?.code : code;
}

/** Lines of a village's operators that are not over. */
function operatorLines(
  sheet: SettingsSheet,
  settings: Settings,
  village: VillageCode,
  today: LocalDate,
): readonly SheetLine[] {
  return sheet.lines.filter(
    (line) =>
      villageOfLine(settings, line) === village &&
      ['name', 'email', 'whatsapp'].some((column) => line.text(column) !== '') &&
      (parseDate(line.text('until')) ?? today) >= today,
  );
}

const officeLine = (sheet: SettingsSheet, settings: Settings): SheetLine | undefined =>
  sheet.lines.find((line) => line.text('village') === settings.subdistrict.code);

function writeOfficePin(sheet: SettingsSheet, settings: Settings, pin: string): void {
  const line = officeLine(sheet, settings);
  const named = line === undefined ? { village: settings.subdistrict.code, ...OFFICE } : {};
  sheet.put(line, { ...named, pin });
}

/** Whether somebody who may report by PIN has none yet. */
function lacksPin(settings: Settings, today: LocalDate): boolean {
  const villages = settings.villages.filter(({ code }) => usesPin(settings, code));
  if (villages.length === 0) return false;
  return (
    settings.officePin === undefined ||
    settings.operators.some(
      (one) => one.pin === undefined && usesPin(settings, one.village) && (one.until ?? today) >= today,
    )
  );
}

/**
 * The settings as their tabs have them; operators whose village is proven by PIN, and the office, get one into the tab
 * `Operator` where they have none.
 */
export function readSettingsWithPins(master: Workbook, today: LocalDate): SettingsResult {
  const result = readSettings(master);
  const { settings } = result;
  if (settings === undefined || !lacksPin(settings, today)) return result;
  const sheet = new SettingsSheet('operators');
  const taken = new Set<string>();
  for (const { code } of settings.villages.filter((one) => usesPin(settings, one.code)))
    for (const line of operatorLines(sheet, settings, code, today))
      if (line.text('pin') === '') sheet.put(line, { pin: freshPin(sheet.lines, taken) });
  if (settings.officePin === undefined) writeOfficePin(sheet, settings, freshPin(sheet.lines, taken));
  return readSettings(master);
}

/** Writes new PINs of a village's operators, or of the office, into the tab; says how many. */
export function renewPins(settings: Settings, village: VillageCode | undefined, today: LocalDate): number {
  const sheet = new SettingsSheet('operators');
  const taken = new Set<string>();
  if (village === undefined) {
    writeOfficePin(sheet, settings, freshPin(sheet.lines, taken));
    return 1;
  }
  const lines = operatorLines(sheet, settings, village, today);
  for (const line of lines) sheet.put(line, { pin: freshPin(sheet.lines, taken) });
  return lines.length;
}

/** Opens a village's status page to anyone with the link, or closes it; a sentence for the office where Google refused. */
export function shareStatus(
  row: VillageRow,
  settings: Settings,
  before: Settings | undefined,
): string | undefined {
  const [was, is] = [before, settings].map((one) => one !== undefined && opensStatus(one, row.code));
  if (row.sheet === '' || was === is) return undefined;
  const refused = setOpenToAll(row.sheet, 'read', is === true);
  if (refused === undefined) return undefined;
  return is === true
    ? 'Halaman status belum dapat dibuka bagi yang punya link. Buka lembarnya: Bagikan → Siapa saja yang memiliki link.'
    : 'Halaman status masih terbuka bagi yang punya link. Buka lembarnya: Bagikan → Dibatasi.';
}
