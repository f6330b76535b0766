import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cleanUp, OWNER } from '../support/localProject';
import { SampleRun, type SampleOptions } from '../support/samples';

/*
 * Sample projects that Google publishes, each unmodified and driven as its page tells a person to. Their code is not
 * ours to keep: SAMPLES names a folder that holds them, one folder a sample, named as below. docs/local-workspace.md
 * lists where each comes from.
 */
const folder = process.env.SAMPLES;
if (folder === undefined)
  console.warn('SAMPLES names no folder: no published sample was run. docs/local-workspace.md tells how.');

afterEach(cleanUp);

/** One test a sample; a sample that the folder lacks fails by name. */
function sample(
  name: string,
  drive: (run: SampleRun) => Promise<void> | void,
  options: SampleOptions = {},
): void {
  (folder === undefined ? test.skip : test)(name, async () => {
    const place = join(folder ?? '', name);
    if (!existsSync(place)) throw new Error(`${folder} has no folder ${name}.`);
    await drive(new SampleRun(place, options));
  });
}

sample('equipment-requests', async (run) => {
  const heads = ['Status', 'Assignee', 'Due date', 'Employee', 'Desk', 'Equipment', 'Email'];
  run.template([
    { name: 'Pending requests', rows: [heads], frozen: 1 },
    { name: 'Completed requests', rows: [heads], frozen: 1 },
  ]);
  await run.menu(['Equipment requests', 'Set up']);
  await run.submit(
    {
      'Employee name': 'Sari <b>',
      'Desk location': 'Lantai 2',
      'Due date': '2026-08-20',
      Laptop: '13" lightweight laptop (Windows)',
      Monitor: 'Dual 24"',
    },
    'sari@example.com',
  );
  const [notice] = run.mails();
  expect(notice?.to).toEqual(['request_intake@example.com']);
  // A template's `<?= ?>` escapes what a person typed.
  expect(notice?.html).toContain('Employee name: Sari &lt;b&gt;<br/>');
  expect(run.read('Pending requests')[1]?.slice(0, 2)).toEqual(['New', '']);
  run.help('put', 'Pending requests', 'A2', 'Completed');
  const fired = await run.workspace.clock.advance('PT5M');
  expect(fired.map((one) => [one.function, one.status])).toEqual([['processCompletedItems_', 'completed']]);
  expect(run.read('Completed requests')[1]?.[3]).toBe('Sari <b>');
  expect(run.read('Pending requests')).toHaveLength(1);
  expect(run.mails().map(({ subject }) => subject)).toEqual([
    'New equipment request',
    'Equipment request completed',
  ]);
  await run.menu(['Equipment requests', 'Clean up']);
  expect(run.form()).toMatchObject({ responses: [], acceptingResponses: false });
  expect(run.workspace.store.get('project', run.projectId)?.triggers).toEqual([]);
});

sample('timesheets', async (run) => {
  await run.menu(['Timesheets', 'Form setup']);
  const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];
  const week = Object.fromEntries(days.map((day) => [`${day} Hours:`, '8']));
  await run.submit({ 'Employee Name:': 'Budi', ...week, 'HourlyWage:': '20' }, 'budi@example.com');
  const tab = 'Form Responses 1';
  expect(run.tabs()).toContain(tab);
  await run.menu(['Timesheets', 'Column setup'], { tab, range: 'A1' });
  expect(run.read(tab)[0]?.slice(9)).toEqual(['TOTAL HOURS', 'WEEKLY PAY', 'APPROVAL', 'NOTIFIED STATUS']);
  expect(run.read(tab)[1]?.slice(11)).toEqual(['IN PROGRESS', 'PENDING']);
  run.help('put', tab, 'L2', 'APPROVED');
  await run.menu(['Timesheets', 'Notify employees'], { tab, range: 'A1' });
  expect(run.mails()).toMatchObject([{ to: ['budi@example.com'], subject: 'Weekly Timesheet APPROVED' }]);
  expect(run.read(tab)[1]?.[12]).toBe('NOTIFIED');
});

sample('course-feedback-response', async (run) => {
  const questions = [
    'Email address',
    'Name',
    'What industry do you work in?',
    'How did you find out about this course?',
    'On a scale of 1 - 5 how would you rate this course?',
    'What could be different to make it a 5 rating?',
    'Any other feedback?',
  ];
  run.linkedForm('Course feedback', questions);
  await run.menu(['Form Reply Tool', 'Enable auto draft replies']);
  await run.submit(
    Object.fromEntries(questions.map((title, at) => [title, at === 0 ? 'sari@example.com' : `A${at}`])),
    '',
  );
  const [draft] = run.mails();
  expect(draft).toMatchObject({ draft: true, to: ['sari@example.com'] });
  expect(draft?.subject).toMatch(/^Thanks for your course feedback! \d/);
  expect(draft?.html).toContain('Hi A1,<br><br>');
});

sample('offsite-activity-signup', async (run) => {
  const rows = Array.from({ length: 8 }, (_, at) => [
    `Activity ${at + 1}`,
    `2026-09-0${1 + (at % 4)} ${at < 4 ? '09:00' : '13:00'}:00`,
    `2026-09-0${1 + (at % 4)} ${at < 4 ? '11:00' : '15:00'}:00`,
    40,
  ]);
  run.template([
    { name: 'Activity Schedule', rows: [['Name', 'Start', 'End', 'Capacity'], ...rows], frozen: 1 },
  ]);
  await run.menu(['Activities', 'Create form']);
  const grid = run.form().items.find(({ type }) => type === 'GRID');
  expect(grid?.rows?.[0]).toBe('Activity 1 (Tue 09:00 AM-11:00 AM)');
  expect(grid?.columns).toEqual(['1st', '2nd', '3rd', '4th', '5th']);
  await run.menu(['Activities', 'Generate test data']);
  expect(run.read('Form Responses 1')).toHaveLength(151);
  await run.menu(['Activities', 'Assign activities']);
  const people = run.read('Activities by person');
  expect(people).toHaveLength(151);
  expect(
    people.slice(1).every(([email = '', first = '']) => email.endsWith('@example.com') && first !== ''),
  ).toBe(true);
  expect(run.read('Activity rosters')[0]).toHaveLength(8);
});

sample('mail-merge', async (run) => {
  run.template([
    {
      name: 'Sheet1',
      rows: [
        ['Recipient', 'First name', 'Description', 'Email Sent'],
        ['sari@example.com', 'Sari', 'kursi "baru"', ''],
        ['budi@example.com', 'Budi', 'meja', ''],
        ['tini@example.com', 'Tini', 'lampu', '2026-08-01'],
      ],
    },
  ]);
  run.help('draft', OWNER, 'Hello {{First name}}', 'About {{Description}}', {
    htmlBody: '<p>About {{Description}}</p><img src="cid:logo" alt="logo.png" width="4">',
    attachments: [{ name: 'list.txt', text: 'one' }],
    inlineImages: { logo: { name: 'logo.png', text: 'png' } },
  });
  const [question] = await run.menu(['Mail Merge', 'Send Emails'], undefined, {
    button: 'OK',
    text: 'Hello {{First name}}',
  });
  expect(question?.kind).toBe('prompt');
  const sent = run.mails().filter(({ draft }) => !draft);
  expect(sent.map(({ to, subject, text }) => [to[0], subject, text.trim()])).toEqual([
    ['sari@example.com', 'Hello Sari', 'About kursi "baru"'],
    ['budi@example.com', 'Hello Budi', 'About meja'],
  ]);
  expect(sent[0]?.attachments.map(({ name }) => name)).toEqual(['list.txt', 'logo.png']);
  expect(run.read('Sheet1').map((row) => row[3] !== '')).toEqual([true, true, true, true]);
});

sample('generate-pdfs', async (run) => {
  run.template([
    {
      name: 'Customers',
      rows: [
        ['Customer Name', 'Email', 'Address'],
        ['Toko Sari', 'sari@example.com', 'Jl. Mawar 1'],
        ['Toko Budi', 'budi@example.com', 'Jl. Melati 2'],
      ],
    },
    {
      name: 'Products',
      rows: [
        ['SKU Name', 'SKU Description', 'Price'],
        ['K1', 'Kursi', 12.5],
        ['M1', 'Meja', 40],
      ],
    },
    {
      name: 'Transactions',
      rows: [
        ['Customer Name', 'SKU', 'Licenses'],
        ['Toko Sari', 'K1', 2],
        ['Toko Sari', 'M1', 1],
        ['Toko Budi', 'M1', 3],
      ],
    },
    {
      name: 'Invoices',
      rows: [
        [
          'Invoice Number',
          'Invoice Date',
          'Customer',
          'Email',
          'Invoice Amount',
          'Total',
          'Due Date',
          'Invoice Link',
          'Email Sent',
        ],
      ],
    },
    { name: 'Invoice Template', rows: [['INVOICE']] },
  ]);
  await run.menu(['Generate and send PDFs', 'Process invoices']);
  const invoices = run.read('Invoices');
  expect(invoices.slice(1).map((row) => [row[2], row[5], row[8]])).toEqual([
    ['Toko Sari', '65', 'No'],
    ['Toko Budi', '120', 'No'],
  ]);
  expect(run.files('application/pdf')).toHaveLength(2);
  await run.menu(['Generate and send PDFs', 'Send emails']);
  expect(run.mails().map(({ to, attachments }) => [to[0], attachments.length])).toEqual([
    ['sari@example.com', 1],
    ['budi@example.com', 1],
  ]);
  expect(run.read('Invoices')[2]?.[8]).toBe('Yes');
  await run.menu(['Generate and send PDFs', 'Reset template']);
  expect(run.read('Invoice Template')[9]).toBeUndefined();
});

sample(
  'import-csv-sheets',
  async (run) => {
    run.run('setupSample');
    const fired = await run.workspace.clock.advance('PT17H');
    expect(fired.map((one) => [one.function, one.status])).toEqual([['updateApplicationSheet', 'completed']]);
    const report = run.spreadsheet('Import CSVs');
    expect(report.sheets[0]?.rows.filter((row) => typeof row?.values[0] === 'string')).toHaveLength(8);
    // Dates of the CSV became dates, as if typed.
    expect(typeof report.sheets[0]?.rows[1]?.values[5]).toBe('number');
    expect(run.mails()).toMatchObject([
      { to: [OWNER], subject: 'Automated email from Trigger-driven CSV import [App Script Sample]' },
    ]);
    expect(run.mails()[0]?.html).toContain('Files successfully updated:</b> 3');
    run.run('removeSample');
    expect(run.workspace.store.get('project', run.projectId)?.triggers).toEqual([]);
  },
  { standalone: true },
);

sample('bracket-maker', async (run) => {
  run.template([
    { name: 'Players', rows: [['Players'], ...'ABCDEF'.split('').map((one) => [`Player ${one}`])] },
    { name: 'Bracket', rows: [] },
  ]);
  run.help('named', 'FirstPlayer', 'Players', 'A2');
  await run.menu(['Bracket maker', 'Create bracket']);
  const drawn = run
    .read('Bracket')
    .flat()
    .filter((text) => text !== '');
  expect(drawn.sort()).toEqual('ABCDEF'.split('').map((one) => `Player ${one}`));
});

sample('clean-sheet', async (run) => {
  const menu = run.addOnMenu();
  run.template([
    {
      name: 'Sheet1',
      rows: [
        ['a', '', 'c'],
        ['', '', ''],
        ['1', '', ''],
        ['', '', '3'],
      ],
    },
  ]);
  await run.menu([menu, 'Delete blank rows (from selected rows only)'], { tab: 'Sheet1', range: 'A1:C4' });
  await run.menu([menu, 'Delete blank columns (from selected columns only)'], {
    tab: 'Sheet1',
    range: 'A1:C3',
  });
  expect(run.read('Sheet1')).toEqual([
    ['a', 'c'],
    ['1', ''],
    ['', '3'],
  ]);
  await run.menu([menu, 'Crop sheet to data range']);
  await run.menu([menu, 'Fill in blank rows below'], { tab: 'Sheet1', range: 'A2' });
  expect(run.read('Sheet1')).toEqual([
    ['a', 'c'],
    ['1', ''],
    ['1', '3'],
  ]);
  const [about] = await run.menu([menu, 'About']);
  expect(about).toMatchObject({ kind: 'alert', title: 'About this application' });
});

sample(
  'feedback-sentiment-analysis',
  async (run) => {
    run.template([
      {
        name: 'Review Data',
        rows: [
          ['id', 'comments', 'entity_sentiment'],
          [1, 'Good chairs', ''],
          [2, 'Bad tables', 'complete'],
        ],
      },
      {
        name: 'Entity Sentiment Data',
        rows: [['Review ID', 'Entity', 'Salience', 'Score', 'Magnitude', 'Mentions']],
      },
    ]);
    await run.menu(['Sentiment Tools', 'Mark entities and sentiment']);
    expect(run.read('Entity Sentiment Data')[1]).toEqual(['1', 'chairs', '0.9', '0.5', '0.5', '1']);
    expect(run.read('Review Data')[1]?.[2]).toBe('complete');
  },
  {
    switches: {
      cannedReplies: [
        {
          url: 'https://language.googleapis.com/v1/documents:analyzeEntitySentiment*',
          method: 'post',
          body: JSON.stringify({
            entities: [
              { name: 'chairs', salience: 0.9, sentiment: { score: 0.5, magnitude: 0.5 }, mentions: [{}] },
            ],
          }),
        },
      ],
    },
  },
);

sample('removing-duplicates', (run) => {
  run.template([
    {
      name: 'Sheet1',
      rows: [
        ['a', 1],
        ['b', 2],
        ['a', 1],
        ['c', 3],
        ['b', 2],
      ],
    },
  ]);
  run.run('removeDuplicates');
  expect(run.read('Sheet1')).toEqual([
    ['a', '1'],
    ['b', '2'],
    ['c', '3'],
  ]);
});

sample('custom-functions', (run) => {
  const value = (name: string, ...args: unknown[]): unknown => run.run(name, ...args).result;
  expect(value('SAY_HELLO', 'Sari')).toBe('Hello Sari');
  expect(
    value('INCREMENT', [
      [1, 2],
      [3, 4],
    ]),
  ).toEqual([
    [2, 3],
    [4, 5],
  ]);
  expect(
    value('CORNER_SUM', [
      [1, 2, 3],
      [4, 5, 6],
    ]),
  ).toBe(14);
  expect((value('POWERS_AND_ROOTS', 2) as unknown[][])[10]).toEqual([10, 1024, 2 ** 0.1]);
  expect(value('GET_DAY_OF_YEAR', new Date('2026-02-01T12:00:00-05:00'))).toBe(32);
  expect(value('CONVERT_DURATION_TO_SECONDS', new Date('1899-12-30T01:01:01-05:00'))).toBe(3661);
});

sample('menus', async (run) => {
  const [first] = await run.menu(['Custom Menu', 'First item']);
  expect(first?.text).toBe('You clicked the first menu item!');
  const [second] = await run.menu(['Custom Menu', 'Sub-menu', 'Second item']);
  expect(second?.text).toBe('You clicked the second menu item!');
  run.run('showMessageBox');
  run.run('sitesLink');
  expect(run.mails()).toMatchObject([{ to: [OWNER], subject: 'Email from your site' }]);
});

sample('prompt', async (run) => {
  const path = ['Custom Menu', 'Show prompt'];
  const said = async (button: string, text: string): Promise<string | undefined> =>
    (await run.menu(path, undefined, { button, text })).at(-1)?.text;
  expect(await said('OK', 'Sari')).toBe('Your name is Sari.');
  expect(await said('CANCEL', '')).toBe("I didn't get your name.");
  expect(await said('CLOSE', '')).toBe('You closed the dialog.');
});

sample('custom-sidebar', async (run) => {
  await run.menu(['Custom Menu', 'Show sidebar']);
  expect(run.workspace.whatIsShown(run.fileId).sidebar).toMatchObject({ title: 'My custom sidebar' });
  expect(run.workspace.whatIsShown(run.fileId).sidebar?.html).toContain('Hello, world!');
});
