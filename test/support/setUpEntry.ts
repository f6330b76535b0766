import {
  startFromDialog,
  continueFromDialog,
  subdistrictLines,
  subdistrictShown,
} from '../../src/flows/setUpDialog';
import { showSetUp } from '../../src/ui/setUp';
import { nextSetUpSlice, startInstall, startPrepare } from '../../src/flows/setUp';

/** Entry points of set-up alone, for tests that need no more of the product. */
const whole = globalThis as unknown as Record<string, unknown>;
whole['prepare'] = (subdistrict: string, profile: string, budgetMs?: number) =>
  startPrepare({ subdistrict, profile }, budgetMs);
whole['install'] = (budgetMs?: number) => startInstall(budgetMs);
whole['takeNextSlice'] = () => nextSetUpSlice();
whole['onReportSubmit'] = () => undefined;
whole['onMasterEdit'] = () => undefined;
whole['everyHour'] = () => undefined;
whole['pageStartSetUp'] = startFromDialog;
whole['pageContinueSetUp'] = continueFromDialog;
whole['pageSubdistricts'] = subdistrictLines;
whole['pageSubdistrict'] = subdistrictShown;

/** What a person would do in the settings tabs: leave three villages, name operators, Kasi and balances. */
whole['fillSettings'] = () => {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  const villages = book.getSheetByName('Desa');
  const operators = book.getSheetByName('Operator');
  const openings = book.getSheetByName('Saldo Awal');
  const settings = book.getSheetByName('Pengaturan');
  if (villages === null || operators === null || openings === null || settings === null)
    throw new Error('no tabs');
  const kept = ['63.11.06.1019', '63.11.06.2005', '63.11.06.2006'];
  const rows = villages.getDataRange().getValues();
  for (let row = rows.length; row > 1; row -= 1) {
    if (!kept.includes(String(rows[row - 1]?.[0]))) villages.deleteRow(row);
  }
  operators
    .getRange(2, 1, 3, 5)
    .setValues(
      kept.map((code, at) => [code, '', `Operator ${String(at)}`, `operator${String(at)}@contoh.id`, '']),
    );
  openings
    .getRange(2, 1, 1, 9)
    .setValues([['63.11.06.2005', '', 'Juni 2026', '610', '592', '0', '0', '351', 'uji']]);
  const labels = settings
    .getDataRange()
    .getValues()
    .map((row) => String(row[0]));
  settings.getRange(labels.indexOf('Email Kasi Trantib') + 1, 2).setValue('kasi.paringin@contoh.id');
};

/** Says which reports are in use, by their short titles. */
whole['useReports'] = (titles: string) => {
  const settings = SpreadsheetApp.getActiveSpreadsheet().getSheetByName('Pengaturan');
  const labels = settings?.getDataRange().getValues() ?? [];
  const at = labels.findIndex((row) => row[0] === 'Laporan yang dipakai');
  if (settings === null || at < 0) throw new Error('no line');
  settings.getRange(at + 1, 2).setValue(titles);
};

/** The same for all villages of the list. */
whole['fillAllSettings'] = () => {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  const villages = book.getSheetByName('Desa');
  const operators = book.getSheetByName('Operator');
  const settings = book.getSheetByName('Pengaturan');
  if (villages === null || operators === null || settings === null) throw new Error('no tabs');
  const codes = villages
    .getDataRange()
    .getValues()
    .map((row) => String(row[0]))
    .filter((code) => code.startsWith('63.'));
  operators
    .getRange(2, 1, codes.length, 5)
    .setValues(
      codes.map((code, at) => [code, '', `Operator ${String(at)}`, `operator${String(at)}@contoh.id`, '']),
    );
  const labels = settings
    .getDataRange()
    .getValues()
    .map((row) => String(row[0]));
  settings.getRange(labels.indexOf('Email Kasi Trantib') + 1, 2).setValue('kasi.paringin@contoh.id');
};

/** Types into one cell of a tab of the master. */
whole['typeCell'] = (tab: string, row: number, column: number, text: string) => {
  SpreadsheetApp.getActiveSpreadsheet().getSheetByName(tab)?.getRange(row, column).setValue(text);
};

/** Makes a copy of the master, as *Buat salinan* does; gives its id. */
whole['copyMaster'] = () =>
  DriveApp.getFileById(SpreadsheetApp.getActiveSpreadsheet().getId()).makeCopy('Salinan').getId();

whole['onOpen'] = () => {
  SpreadsheetApp.getUi()
    .createMenu('KUDAPANMAS')
    .addItem('Siapkan pengaturan…', 'menuPrepareSettings')
    .addItem('Pasang…', 'menuInstall')
    .addToUi();
};
whole['menuPrepareSettings'] = () => showSetUp('prepare');
whole['menuInstall'] = () => showSetUp('install');
