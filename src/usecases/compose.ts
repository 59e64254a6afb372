import { composeActivityNews } from './compose/activity-news.ts';
import { composeAsk } from './compose/ask.ts';
import { composeChangeNews, composeChangeUndone } from './compose/change-news.ts';
import type { Composer } from './compose/composer.ts';
import { composeFeedback, composeVisitWord } from './compose/feedback.ts';
import { composeInvitation, composePairingStatus } from './compose/pairing.ts';
import { composeReview } from './compose/review.ts';
import { composeStrategy, composeStrategyCheck } from './compose/strategy.ts';
import { composeTouchBase, composeTouchBaseNotes, composeTouchBaseReminder } from './compose/touch-base.ts';
import { composeUndelivered, composeUnreachable } from './compose/undelivered.ts';
import { composeVisitAsk, composeVisitStatus } from './compose/visit.ts';
import { composeVisitOutcome } from './compose/visit-outcome.ts';
import { composeHeard } from './heard/show-heard.ts';
import { composeSlotPattern } from './slot-patterns.ts';

/** Every message PushIn starts by itself, by purpose. */
const composers = {
  invitation: composeInvitation,
  'pairing-status': composePairingStatus,
  ask: composeAsk,
  heard: composeHeard,
  'activity-news': composeActivityNews,
  'change-news': composeChangeNews,
  'change-undone': composeChangeUndone,
  'visit-ask': composeVisitAsk,
  'visit-status': composeVisitStatus,
  'visit-outcome': composeVisitOutcome,
  'visit-feedback': composeFeedback,
  'visit-word': composeVisitWord,
  strategy: composeStrategy,
  'strategy-check': composeStrategyCheck,
  'slot-pattern': composeSlotPattern,
  'pair-review': composeReview,
  'touch-base': composeTouchBase,
  'touch-base-reminder': composeTouchBaseReminder,
  'touch-base-notes': composeTouchBaseNotes,
  undelivered: composeUndelivered,
  unreachable: composeUnreachable,
} as const satisfies Record<string, Composer>;

export type Purpose = keyof typeof composers;

export const compose = (purpose: string): Composer | undefined =>
  Object.hasOwn(composers, purpose) ? composers[purpose as Purpose] : undefined;
