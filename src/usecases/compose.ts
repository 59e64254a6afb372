import type { Card } from '../core/card.ts';
import { composeActivityNews } from './compose/activity-news.ts';
import { composeAsk } from './compose/ask.ts';
import { composeInvitation, composePairingStatus } from './compose/pairing.ts';
import { composeTouchBase, composeTouchBaseNotes, composeTouchBaseReminder } from './compose/touch-base.ts';
import { composeVisitAsk, composeVisitStatus } from './compose/visit.ts';
import type { Desk } from './desk.ts';

/** Draws what is true now about a subject for one person; undefined when there is nothing left to say. */
export type Composer = (desk: Desk, subjectId: string) => Promise<Card | undefined>;

/** Every message PushIn starts by itself, by purpose. */
const composers = {
  invitation: composeInvitation,
  'pairing-status': composePairingStatus,
  ask: composeAsk,
  'activity-news': composeActivityNews,
  'visit-ask': composeVisitAsk,
  'visit-status': composeVisitStatus,
  'touch-base': composeTouchBase,
  'touch-base-reminder': composeTouchBaseReminder,
  'touch-base-notes': composeTouchBaseNotes,
} as const satisfies Record<string, Composer>;

export type Purpose = keyof typeof composers;

export const compose = (purpose: string): Composer | undefined =>
  Object.hasOwn(composers, purpose) ? composers[purpose as Purpose] : undefined;
