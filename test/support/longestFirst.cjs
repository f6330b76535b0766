const Sequencer = require('@jest/test-sequencer').default;

/** Files that take half a minute of a core or more, the longest first. */
const LONG = [
  'browser/localPages',
  'stories/crashSetUp',
  'stories/crashRuns',
  'stories/year',
  'stories/backlog',
  'stories/crashSubmission',
  'stories/rowsFigures',
  'stories/rowsPersons',
  'browser/reportStory',
  'browser/setUpDialog',
  'stories/events',
  'stories/personal',
  'local/killed',
  'core/ledgerHistories',
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
