/** Fast tests; thorough ones; stories on the built bundle; a real browser; and the long ones, by hand. */
const { compilerOptions } = require('./tsconfig.jest.json');

/** Thousands of histories, whole set-ups, processes that are killed, millions of cells: seconds each. */
const thorough = [
  'core/ledgerHistories',
  'flows/setUp',
  'flows/setUpOdd',
  'local/killed',
  'local/limits',
  'local/spreadsheet/files',
].map((name) => `test/${name}.test.ts`);

const esm = ['hucre', 'postal-mime'].join('|');
const common = {
  setupFiles: ['<rootDir>/test/support/seed.ts'],
  testEnvironment: 'node',
  transform: {
    // Types are checked once, before (`pretest`), instead of with every file that imports another.
    '^.+\\.ts$': ['ts-jest', { tsconfig: { ...compilerOptions, isolatedModules: true } }],
    [`node_modules/(${esm})/.+\\.m?js$`]: '<rootDir>/test/support/esmTransform.cjs',
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esm})/)`],
  // Its package.json promises a CommonJS file under a name that is not in the package.
  moduleNameMapper: { '^numfmt$': '<rootDir>/node_modules/numfmt/dist/index.js' },
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
};

module.exports = {
  // Of two cores jest would use one.
  maxWorkers: '100%',
  testSequencer: '<rootDir>/test/support/longestFirst.cjs',
  reporters: ['default', '<rootDir>/test/support/tallyReporter.cjs'],
  projects: [
    {
      ...common,
      displayName: 'fast',
      testMatch: ['<rootDir>/test/{core,reports,flows,local,bundle}/**/*.test.ts'],
      testPathIgnorePatterns: thorough.map((name) => `/${name}$`),
    },
    { ...common, displayName: 'thorough', testMatch: thorough.map((name) => `<rootDir>/${name}`) },
    { ...common, displayName: 'stories', testMatch: ['<rootDir>/test/stories/**/*.test.ts'] },
    { ...common, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.test.ts'] },
    { ...common, displayName: 'long', testMatch: ['<rootDir>/test/long/**/*.test.ts'] },
  ],
};
