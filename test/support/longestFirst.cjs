const Sequencer = require('@jest/test-sequencer').default;

/** Files that take a minute of a core or nearly, the longest first. */
const LONG = [
  'stories/crashSetUp',
  'browser/localPages',
  'core/ledgerHistories',
  'stories/backlog',
  'stories/crashRuns',
  'stories/crashSubmission',
  'browser/reportStory',
  'stories/events',
];

/**
 * In a fresh clone jest goes by the size of a file, and the longest test, a short file, would start last and leave the
 * other core idle.
 */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const place = ({ path }) => {
      const at = LONG.findIndex((name) => path.replace(/\\/g, '/').includes(`test/${name}.`));
      return at < 0 ? LONG.length : at;
    };
    return [...super.sort(tests)].sort((a, b) => place(a) - place(b));
  }
};
