import { officeState } from '../support/officeState';
import { ALL_REPORTS } from '../support/setUpCrashes';
import { KASI, OWNER, openOffice, progressOf, setUpDirectory, type Office } from '../support/setUpWorkspace';

const directory = setUpDirectory('setUp');

/** An office whose settings tabs are there and filled in: one kelurahan and two desa of Paringin. */
function prepared(): Office {
  const office = openOffice(directory);
  progressOf(office.run('prepare', ['63.11.06', 'kudapanmas']));
  expect(office.run('fillSettings').error).toBeUndefined();
  expect(office.run('useReports', [ALL_REPORTS]).error).toBeUndefined();
  return office;
}

/** *Pasang* to its end, slice by slice. */
function install(office: Office): void {
  let progress = progressOf(office.run('install'));
  for (let slices = 0; !progress.finished && slices < 10; slices += 1) {
    progress = progressOf(office.run('takeNextSlice'));
  }
  expect(progress).toMatchObject({ finished: true, problems: [] });
}

const linesOf = (office: Office, start: string): string[] =>
  officeState(office.workspace).filter((line) => line.startsWith(start));

/** What stands in a cell of the master, row and column from 1. */
function cell(office: Office, tab: string, row: number, column: number): unknown {
  const sheet = office.workspace.store
    .get('spreadsheet', office.master)
    ?.sheets.find((one) => one.name === tab);
  return sheet?.rows[row - 1]?.values[column - 1];
}

describe('Siapkan pengaturan', () => {
  test('fills the settings tabs with the real villages and defaults that pass the check', () => {
    const office = openOffice(directory);
    const progress = progressOf(office.run('prepare', ['63.11.06', 'kudapanmas']));
    expect(progress).toMatchObject({ finished: true, done: 10, total: 10 });
    expect(linesOf(office, '  tab ').map((line) => line.split(' ').slice(3, -3).join(' '))).toEqual([
      'Pengaturan',
      'Desa',
      'Operator',
      'RT',
      'Saldo Awal',
      'Program Wajib',
      'Libur',
      'Pengumuman',
      'Dasar Hukum',
    ]);
    expect(cell(office, 'Desa', 4, 1)).toBe('63.11.06.2005');
    expect(cell(office, 'Desa', 4, 2)).toBe('Balang');
    expect(cell(office, 'Desa', 17, 2)).toBe('Sungai Ketapi');
    expect(linesOf(office, 'spreadsheet ')).toEqual(['spreadsheet KUDAPANMAS Paringin in_ID Asia/Makassar']);
  });

  test.each([
    ['63.11.01', 'sinar-linmas', 'SINAR LINMAS Juai', 22, 'Asia/Makassar'],
    ['11.01.01', 'kudapanmas', 'KUDAPANMAS Bakongan', undefined, 'Asia/Jakarta'],
    ['81.01.01', 'kudapanmas', 'KUDAPANMAS Amahai', undefined, 'Asia/Jayapura'],
  ])('any kecamatan: %s with %s', (code, profile, name, rows, zone) => {
    const office = openOffice(directory);
    const progress = progressOf(office.run('prepare', [code, profile]));
    expect(progress.finished).toBe(true);
    expect(linesOf(office, 'spreadsheet ')).toEqual([`spreadsheet ${name} in_ID ${zone}`]);
    if (rows !== undefined) expect(cell(office, 'Desa', rows, 1)).toMatch(new RegExp(`^${code}`));
  });

  test('never writes over what a person typed, nor over another kecamatan', () => {
    const office = prepared();
    const before = officeState(office.workspace);
    progressOf(office.run('prepare', ['63.11.06', 'kudapanmas']));
    expect(officeState(office.workspace)).toEqual(before);
    const other = progressOf(office.run('prepare', ['63.11.01', 'sinar-linmas']));
    expect(other).toMatchObject({ finished: false, stopped: true });
    expect(other.problems[0]).toContain('63.11.06');
    expect(officeState(office.workspace)).toEqual(before);
  });

  test('a code that does not exist is named', () => {
    const progress = progressOf(openOffice(directory).run('prepare', ['99.99.99', 'kudapanmas']));
    expect(progress.problems).toEqual([expect.stringContaining('99.99.99')]);
  });
});

describe('Pasang', () => {
  const office = prepared();
  const start = office.workspace.snapshot();
  install(office);
  const built = officeState(office.workspace);

  test('makes a folder, a form and a Sheet for each village, published, linked and opened to its people', () => {
    expect(built).toContain(
      'file KUDAPANMAS Paringin/Desa Balang/Formulir Desa Balang form [[],[],["operator1@contoh.id","kasi.paringin@contoh.id"]]',
    );
    expect(built).toContain(
      'file KUDAPANMAS Paringin/Desa Balang/Lembar Desa Balang spreadsheet [[],["operator1@contoh.id"],[]]',
    );
    const forms = built.filter((line) => line.startsWith('form ') && line.includes('Laporan'));
    expect(forms).toHaveLength(3);
    for (const form of forms)
      expect(form).toMatch(
        /published true, accepting true, verified, edits false, to KUDAPANMAS Paringin\/Respons$/,
      );
    // One for the form, one for the form for personal data.
    expect(built.filter((line) => line.includes('(answers)'))).toHaveLength(6);
  });

  test('a page before a section that ends sends the form; branches lead to their page', () => {
    const lines = built.join('\n');
    expect(lines).toContain('PAGE_BREAK Laporan Kegiatan Linmas dan RT|Satu laporan');
    expect(lines).toMatch(/PAGE_BREAK Laporan Kegiatan Linmas dan RT\|[^\n]*\|SUBMIT\|/);
    expect(lines).toMatch(/PAGE_BREAK Laporan Bulanan Kependudukan \(LAMPID\)\|[^\n]*\|false\|\|\|/);
    expect(lines).toContain('Ya>Laporan Bulanan Kependudukan (LAMPID): lanjutan;Tidak>SUBMIT');
  });

  test('the section names the opening that is known', () => {
    expect(built.some((line) => line.includes('Awal Juli 2026: 610 L, 592 P, 351 KK.'))).toBe(true);
  });

  test('creates four triggers, and none is left of set-up', () => {
    expect(built.filter((line) => line.startsWith('trigger ')).map((line) => line.split(' ')[1])).toEqual([
      'everyHour',
      'onMasterEdit',
      'onPersonalSubmit',
      'onReportSubmit',
    ]);
  });

  test('run again it changes nothing', () => {
    install(office);
    expect(officeState(office.workspace)).toEqual(built);
  });

  test('a tab that somebody deleted is made anew by running it again', () => {
    const there = office.workspace.snapshot();
    const sheets = office.workspace.store.get('spreadsheet', office.master)?.sheets ?? [];
    sheets.splice(
      sheets.findIndex((sheet) => sheet.name === 'Selisih'),
      1,
    );
    const progress = progressOf(office.run('install'));
    expect(progress.message).toContain('Bangun ulang');
    // Rebuilding brings back what stood in it, and the links to it.
    const isSame = (line: string): boolean =>
      !line.includes('"Selisih\",\"Buka\"') && !line.includes('"Selisih","Buka"');
    expect(officeState(office.workspace).filter(isSame)).toEqual(built.filter(isSame));
    office.workspace.restore(there);
  });

  test('anybody but the owner reads which account to use, and nothing changes', () => {
    const before = officeState(office.workspace);
    for (const step of ['prepare', 'install', 'takeNextSlice']) {
      const progress = progressOf(office.run(step, ['63.11.06', 'kudapanmas'], KASI));
      if (step !== 'takeNextSlice') expect(progress).toMatchObject({ finished: false, stopped: true });
      if (step !== 'takeNextSlice') expect(progress.message).toContain(OWNER);
    }
    expect(officeState(office.workspace)).toEqual(before);
  });

  test('a bad line is named with its tab and row, and nothing is built', () => {
    const fresh = prepared();
    const before = officeState(fresh.workspace);
    expect(fresh.run('typeCell', ['Operator', 3, 4, 'bukan alamat']).error).toBeUndefined();
    const progress = progressOf(fresh.run('install'));
    expect(progress).toMatchObject({ finished: false, stopped: true });
    expect(progress.problems).toEqual([expect.stringMatching(/^Operator, baris 3, Email: /)]);
    expect(officeState(fresh.workspace).length).toBe(before.length);
  });

  test('before the settings tabs are there, it says what to do first', () => {
    expect(progressOf(openOffice(directory).run('install')).problems[0]).toContain('Siapkan pengaturan');
  });

  test('interrupted at calls that change something and run again it ends in the same place', () => {
    // Each one, and every part by itself: `stories/crashSetUp` and the long tests.
    const crashes = [77, 610, 950];
    for (const at of crashes) {
      office.workspace.restore(start);
      office.workspace.faults.set({ crashAtChange: at, until: 'next' });
      expect(office.run('install').status).toBe('crashed');
      office.workspace.faults.clear();
      install(office);
      expect(officeState(office.workspace)).toEqual(built);
    }
  });
});
