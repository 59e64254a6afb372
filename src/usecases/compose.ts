import { composeActivityNews } from './compose/activity-news.ts';
import { composeAsk } from './compose/ask.ts';
import { composeChangeNews, composeChangeUndone } from './compose/change-news.ts';
import type { Composer } from './compose/composer.ts';
import { composeInvitation, composePairingStatus } from './compose/pairing.ts';
import { composeTouchBase, composeTouchBaseNotes, composeTouchBaseReminder } from './compose/touch-base.ts';
import { composeUndelivered, composeUnreachable } from './compose/undelivered.ts';
import { composeVisitAsk, composeVisitStatus } from './compose/visit.ts';
import { composeHeard } from './heard/show-heard.ts';

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
  'touch-base': composeTouchBase,
  'touch-base-reminder': composeTouchBaseReminder,
  'touch-base-notes': composeTouchBaseNotes,
  undelivered: composeUndelivered,
  unreachable: composeUnreachable,
} as const satisfies Record<string, Composer>;

export type Purpose = keyof typeof composers;

export const compose = (purpose: string): Composer | undefined =>
  Object.hasOwn(composers, purpose) ? composers[purpose as Purpose] : undefined;
