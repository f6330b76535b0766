/** The last line of a test run, in words that a build server can read. */
module.exports = class TallyReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests > 0 ? `, ${results.numPendingTests} skipped` : '';
    // jest prints its own summary after its reporters: the very last words are said on leaving.
    process.once('exit', () => {
      process.stdout.write(`\ntests: ${results.numPassedTests} passed, ${failed} failed${skipped}\n`);
    });
  }
};
