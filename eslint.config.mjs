import tseslint from 'typescript-eslint';

const google = [
  'SpreadsheetApp',
  'FormApp',
  'DriveApp',
  'MailApp',
  'GmailApp',
  'ScriptApp',
  'PropertiesService',
  'CacheService',
  'LockService',
  'HtmlService',
  'CardService',
  'Session',
  'Utilities',
  'UrlFetchApp',
  'Logger',
  'ContentService',
  'Charts',
  'DocumentApp',
  'Drive',
  'MimeType',
  'Browser',
  'Jdbc',
];
const forbid = (names, message) => names.map((name) => ({ name, message }));
const localDates = [
  'getFullYear',
  'getMonth',
  'getDate',
  'getDay',
  'getHours',
  'getMinutes',
  'getSeconds',
  'getTimezoneOffset',
  'toLocaleString',
  'toLocaleDateString',
  'toLocaleTimeString',
  'toDateString',
  'toTimeString',
  'setFullYear',
  'setMonth',
  'setDate',
  'setHours',
  'setMinutes',
  'setSeconds',
];
/** A wall: files here import nothing whose path matches. */
const wall = (group, message) => ({ 'no-restricted-imports': ['error', { patterns: [{ group, message }] }] });

export default tseslint.config(
  { ignores: ['dist/', 'build/', 'node_modules/', '.workspace/', 'coverage/', '**/*.json'] },
  ...tseslint.configs.strict.map((config) => ({ ...config, files: ['**/*.ts'] })),
  {
    files: ['**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-extraneous-class': 'off',
      '@typescript-eslint/unified-signatures': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' },
      ],
      eqeqeq: 'error',
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
    },
  },
  {
    files: ['src/**/*.ts', 'local/**/*.ts'],
    rules: { 'max-lines-per-function': ['error', { max: 70, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['src/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...localDates.map((property) => ({
          property,
          message: 'A script cannot set its own zone: use core/dates with the zone of the settings.',
        })),
      ],
    },
  },
  {
    files: ['src/core/**/*.ts', 'src/reports/**/*.ts', 'src/flows/**/*.ts', 'src/index.ts'],
    rules: {
      'no-restricted-globals': ['error', ...forbid(google, "Only src/google names Google's services.")],
    },
  },
  {
    files: ['src/ui/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...forbid(
          google.filter((name) => !['SpreadsheetApp', 'HtmlService', 'CardService'].includes(name)),
          "Only src/google names Google's services.",
        ),
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "MemberExpression[object.name='SpreadsheetApp'][property.name!='getUi']",
          message: 'src/ui names nothing of SpreadsheetApp but getUi.',
        },
      ],
    },
  },
  {
    files: ['src/core/**/*.ts'],
    rules: {
      ...wall(
        ['**/reports/**', '**/google/**', '**/flows/**', '**/ui/**', '**/local/**', 'node:*'],
        'core imports core only.',
      ),
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
          message: 'Now is an argument.',
        },
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Today is an argument.',
        },
        {
          selector: "MemberExpression[object.name='Math'][property.name='random']",
          message: 'Core is deterministic.',
        },
      ],
    },
  },
  {
    files: ['src/reports/**/*.ts'],
    rules: wall(
      ['**/google/**', '**/flows/**', '**/ui/**', '**/local/**', 'node:*'],
      'reports imports core only.',
    ),
  },
  {
    files: ['src/google/**/*.ts'],
    rules: wall(
      ['**/reports/**', '**/flows/**', '**/ui/**', '**/local/**', 'node:*'],
      "google imports core's types only.",
    ),
  },
  {
    files: ['src/flows/**/*.ts'],
    rules: wall(['**/ui/**', '**/local/**', 'node:*'], 'flows imports core, reports and google.'),
  },
  {
    files: ['src/ui/**/*.ts'],
    rules: wall(['**/google/**', '**/reports/**', '**/local/**', 'node:*'], 'ui imports core and flows.'),
  },
  {
    files: ['src/index.ts'],
    rules: {
      ...wall(
        ['**/google/**', '**/reports/**', '**/core/**', '**/local/**', 'node:*'],
        'index imports flows and ui.',
      ),
      'max-lines-per-function': ['error', { max: 5 }],
    },
  },
  {
    files: ['local/services/**/*.ts', 'local/state/**/*.ts'],
    rules: wall(
      [
        'node:*',
        'fs',
        'path',
        '**/host/**',
        '**/isolate/**',
        '**/drive/*',
        '!../drive/*',
        '!./drive/*',
        '**/web/**',
        '**/src/**',
      ],
      'Services are pure: what they need of the machine comes through Platform.',
    ),
  },
  {
    files: ['local/**/*.ts'],
    ignores: ['local/services/**', 'local/state/**'],
    rules: wall(['**/src/**', '**/dist/**'], 'The local workspace knows nothing of the product.'),
  },
  {
    // Style sheets as text, and functions that cross into an isolate as text and so must be whole.
    files: ['local/web/**/*tyle*.ts', 'local/isolate/boot*.ts'],
    rules: { 'max-lines': 'off', 'max-lines-per-function': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    rules: { 'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }] },
  },
);
