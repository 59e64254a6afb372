import type { Card } from '../../core/card.ts';
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
export const sideOf = async (desk: Desk, touchBaseId: string) => {
  const touchBase = await touchBaseById(desk.trx, touchBaseId);
  const pairing = touchBase && (await pairingById(desk.trx, touchBase.pairing_id));
  if (!touchBase || pairing?.state !== 'active') return undefined;
  if (desk.me.id === pairing.therapistId) {
    return {
      touchBase,
      pairing,
      side: 'therapist' as const,
      partner: pairing.teacherName,
      partnerId: pairing.teacherId,
    };
  }
  if (desk.me.id === pairing.teacherId) {
    return {
      touchBase,
      pairing,
      side: 'teacher' as const,
      partner: pairing.therapistName,
      partnerId: pairing.therapistId,
    };
  }
  return undefined;
};

export type TouchBaseSide = NonNullable<Awaited<ReturnType<typeof sideOf>>>;

export const drawTouchBase = async (desk: Desk, seen: TouchBaseSide): Promise<Card> => {
  const { touchBase, partner, side } = seen;
  const agenda = await agendaOf(desk, seen.pairing);
  if (touchBase.at === null) return touchBaseQuestionsCard(touchBase.id, partner, agenda);
  const { date, minute } = localTime(touchBase.at, desk.school.zone);
  const [mine, theirs] =
    side === 'teacher'
      ? [touchBase.teacher_says, touchBase.therapist_says]
      : [touchBase.therapist_says, touchBase.teacher_says];
  const { id, version, minutes } = touchBase;
  const passed = touchBase.at <= desk.now;
  const talked = touchBase.talked_at !== null;
  const calendar = calendarLink(desk, touchBase);
  const facts = {
    id,
    version,
    partner,
    minutes,
    date,
    minute,
    mine,
    theirs,
    passed,
    talked,
    agenda,
    calendar,
  };
  return touchBaseCard(facts, desk.local.date);
};

export const composeTouchBase: Composer = async (desk, id) => {
  const seen = await sideOf(desk, id);
  return seen && drawTouchBase(desk, seen);
};

export const isAgreed = (touchBase: Row<'touch_bases'>): boolean =>
  touchBase.teacher_says === 'yes' && touchBase.therapist_says === 'yes';

export const composeTouchBaseReminder: Composer = async (desk, id) => {
  const seen = await sideOf(desk, id);
  if (!seen || seen.touchBase.at === null || !isAgreed(seen.touchBase)) return undefined;
  const { minute } = localTime(seen.touchBase.at, desk.school.zone);
  return touchBaseReminderCard(id, seen.partner, minute, await agendaOf(desk, seen.pairing));
};

export const composeTouchBaseNotes: Composer = async (desk, id) => {
  const seen = await sideOf(desk, id);
  return seen && touchBaseNotesCard(id, seen.partner);
};
