import type { Purpose } from '../compose.ts';

/**
 * What becomes of an open card when its reader’s class begins. One that says who comes, where, when and what the class
 * does may stay on the screen; one about how something went, or what somebody wants, thinks or finds hard, folds
 * (docs/decisions/0017-cards-fold-at-the-bell.md).
 */
const atTheBell: Readonly<Record<Purpose, 'stays' | 'folds'>> = {
  invitation: 'stays',
  'pairing-status': 'stays',
  ask: 'stays',
  heard: 'stays',
  'activity-news': 'stays',
  'change-news': 'stays',
  'change-undone': 'stays',
  'visit-ask': 'stays',
  'visit-status': 'stays',
  swaps: 'stays',
  'visits-ask': 'stays',
  'week-plan': 'stays',
  'team-plan': 'stays',
  prebrief: 'stays',
  'class-para': 'stays',
  'para-visit': 'stays',
  undelivered: 'stays',
  unreachable: 'stays',

  agreement: 'folds',
  roles: 'folds',
  intention: 'folds',
  favor: 'folds',
  'favor-status': 'folds',
  'favor-due': 'folds',
  request: 'folds',
  'request-status': 'folds',
  'para-offer': 'folds',
  preference: 'folds',
  'prebrief-word': 'folds',
  'visit-outcome': 'folds',
  'visit-feedback': 'folds',
  'visit-word': 'folds',
  strategy: 'folds',
  'strategy-check': 'folds',
  'strategy-review': 'folds',
  'slot-pattern': 'folds',
  'pair-review': 'folds',
  // What there is to talk about stands on it.
  'touch-base': 'folds',
  'touch-base-reminder': 'folds',
  'touch-base-notes': 'folds',
};

export const folding: readonly string[] = Object.entries(atTheBell).flatMap(([purpose, becomes]) =>
  becomes === 'folds' ? [purpose] : [],
);
