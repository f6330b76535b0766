/** Fast tests; thousands of histories; stories on the built bundle; a real browser; and the long ones, by hand. */
const { compilerOptions } = require('./tsconfig.jest.json');

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
      testPathIgnorePatterns: ['Histories\\.test\\.ts$'],
    },
    { ...common, displayName: 'histories', testMatch: ['<rootDir>/test/core/**/*Histories.test.ts'] },
    { ...common, displayName: 'stories', testMatch: ['<rootDir>/test/stories/**/*.test.ts'] },
    { ...common, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.test.ts'] },
    { ...common, displayName: 'long', testMatch: ['<rootDir>/test/long/**/*.test.ts'] },
  ],
};
