import { composeActivityNews } from './compose/activity-news.ts';
import { composeAgreement } from './compose/agreement.ts';
import { composeAsk } from './compose/ask.ts';
import { composeChangeNews, composeChangeUndone } from './compose/change-news.ts';
import type { Composer } from './compose/composer.ts';
import { composeFavor, composeFavorStatus } from './compose/favor.ts';
import { composeFeedback, composeVisitWord } from './compose/feedback.ts';
import { composeIntention } from './compose/intention.ts';
import { composeInvitation, composePairingStatus } from './compose/pairing.ts';
import { composePrebrief, composePrebriefWord } from './compose/prebrief.ts';
import { composeRequest, composeRequestStatus } from './compose/request.ts';
import { composeReview } from './compose/review.ts';
import { composeRoles } from './compose/roles.ts';
import { composeStrategy, composeStrategyCheck, composeStrategyReview } from './compose/strategy.ts';
import { composeTouchBase, composeTouchBaseNotes, composeTouchBaseReminder } from './compose/touch-base.ts';
import { composeUndelivered, composeUnreachable } from './compose/undelivered.ts';
import { composeVisitAsk, composeVisitStatus } from './compose/visit.ts';
import { composeVisitOutcome } from './compose/visit-outcome.ts';
import { composeHeard } from './heard/show-heard.ts';
import { composeClassPara } from './paras/class-para.ts';
import { composeParaOffer } from './paras/para-offer.ts';
import { composeParaVisit } from './paras/para-visits.ts';
import { composePreference } from './preferences.ts';
import { composeSlotPattern } from './slot-patterns.ts';
import { composeSwaps } from './swaps/draw-swaps.ts';
import { composeTeamPlan } from './team-plan/plan-team.ts';
import { composeVisitsAsk } from './week-plan/answer-bundle.ts';
import { composeWeekPlan } from './week-plan/draw-week-plan.ts';

/** Every message PushIn starts by itself, by purpose. */
const composers = {
  invitation: composeInvitation,
  'pairing-status': composePairingStatus,
  agreement: composeAgreement,
  ask: composeAsk,
  heard: composeHeard,
  'activity-news': composeActivityNews,
  'change-news': composeChangeNews,
  'change-undone': composeChangeUndone,
  'visit-ask': composeVisitAsk,
  'visit-status': composeVisitStatus,
  swaps: composeSwaps,
  'visits-ask': composeVisitsAsk,
  'week-plan': composeWeekPlan,
  'team-plan': composeTeamPlan,
  roles: composeRoles,
  intention: composeIntention,
  favor: composeFavor,
  'favor-status': composeFavorStatus,
  'favor-due': composeFavorStatus,
  request: composeRequest,
  'request-status': composeRequestStatus,
  prebrief: composePrebrief,
  'prebrief-word': composePrebriefWord,
  'visit-outcome': composeVisitOutcome,
  'visit-feedback': composeFeedback,
  'visit-word': composeVisitWord,
  strategy: composeStrategy,
  'strategy-check': composeStrategyCheck,
  'strategy-review': composeStrategyReview,
  preference: composePreference,
  'class-para': composeClassPara,
  'para-visit': composeParaVisit,
  'para-offer': composeParaOffer,
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
