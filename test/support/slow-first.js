const { default: Sequencer } = require('@jest/test-sequencer');

/** Suites that take longest, longest first. Started last they would leave the other workers idle at the end. */
const slow = ['excel/faults', 'browser/', 'excel/generate', 'excel/analyses', 'excel/', 'intake/large', 'cli/', 'taskpane/'];

/** On a fresh checkout Jest knows no durations and goes by file size; this order is known. */
module.exports = class SlowFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const place = slow.findIndex((part) => path.replaceAll('\\', '/').includes(`/test/${part}`));
      return place < 0 ? slow.length : place;
    };
    return super.sort(tests).sort((a, b) => rank(a) - rank(b));
  }
};
