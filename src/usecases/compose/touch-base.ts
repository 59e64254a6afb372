import type { Card } from '../../core/card.ts';
import { partnerOf, sideOf } from '../../core/partner.ts';
import { localTime } from '../../core/time.ts';
import {
  touchBaseCard,
  touchBaseNotesCard,
  touchBaseQuestionsCard,
  touchBaseReminderCard,
} from '../../core/wording/touch-base.ts';
import { pairingById } from '../../store/pairings.ts';
import type { Row } from '../../store/schema.ts';
import { touchBaseById } from '../../store/touch-bases.ts';
import { agendaOf } from '../agenda.ts';
import { calendarLink } from '../calendar-file.ts';
import type { Desk } from '../desk.ts';
import type { Composer } from './composer.ts';

/** A touch-base as one of its two people sees it; undefined for anybody else, and once their pairing is over. */
export const ownTouchBase = async ({ trx, me }: Desk, touchBaseId: string) => {
  const touchBase = await touchBaseById(trx, touchBaseId);
  const pairing = touchBase && (await pairingById(trx, touchBase.pairing_id));
  const side = pairing && sideOf(pairing, me.id);
  return side && pairing.state === 'active'
    ? { touchBase, pairing, side, partner: partnerOf(pairing, me.id) }
    : undefined;
};

export type OwnTouchBase = NonNullable<Awaited<ReturnType<typeof ownTouchBase>>>;

export const drawTouchBase = async (desk: Desk, seen: OwnTouchBase): Promise<Card> => {
  const { touchBase, partner, side } = seen;
  const agenda = await agendaOf(desk, seen.pairing);
  if (touchBase.at === null) return touchBaseQuestionsCard(touchBase.id, partner.name, agenda);
  const { date, minute } = localTime(touchBase.at, desk.school.zone);
  const [mine, theirs] =
    side === 'teacher'
      ? [touchBase.teacher_says, touchBase.therapist_says]
      : [touchBase.therapist_says, touchBase.teacher_says];
  const { id, version, minutes } = touchBase;
  const facts = {
    id,
    version,
    partner: partner.name,
    minutes,
    date,
    minute,
    mine,
    theirs,
    passed: touchBase.at <= desk.now,
    talked: touchBase.talked_at !== null,
    agenda,
    calendar: calendarLink(desk, touchBase),
  };
  return touchBaseCard(facts, desk.local.date);
};

export const composeTouchBase: Composer = async (desk, id) => {
  const seen = await ownTouchBase(desk, id);
  return seen && drawTouchBase(desk, seen);
};

export const isAgreed = (touchBase: Row<'touch_bases'>): boolean =>
  touchBase.teacher_says === 'yes' && touchBase.therapist_says === 'yes';

export const composeTouchBaseReminder: Composer = async (desk, id) => {
  const seen = await ownTouchBase(desk, id);
  if (!seen || seen.touchBase.at === null || !isAgreed(seen.touchBase)) return undefined;
  const { minute } = localTime(seen.touchBase.at, desk.school.zone);
  return touchBaseReminderCard(id, seen.partner.name, minute, await agendaOf(desk, seen.pairing));
};

export const composeTouchBaseNotes: Composer = async (desk, id) => {
  const seen = await ownTouchBase(desk, id);
  return seen && touchBaseNotesCard(id, seen.partner.name);
};
