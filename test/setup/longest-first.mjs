import Sequencer from '@jest/test-sequencer';

/** Half a minute and more. By its size a suite that starts processes or a browser looks like a short one. */
const longest = [
  'soak/delivery',
  'security/probe-matrix',
  'store/embedded/embedded',
  'stories/the-main-job',
  'stories/two-weeks',
  'usecases/fail-at-nth',
  'usecases/touch-base',
  'planning/plan-caseload',
  'app/canary',
  'core/calendar/promises',
  'adapters/playground/page',
];
const rank = ({ path }) => {
  const at = longest.findIndex((name) => path.includes(`/${name}`));
  return at === -1 ? longest.length : at;
};

/** On a machine that has never run them, so that both workers end together; afterwards jest knows the times itself. */
// biome-ignore lint/style/noDefaultExport: jest asks for one
export default class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((one, other) => rank(one) - rank(other));
  }
}
