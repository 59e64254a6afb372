import { isoWeekOf, localTime } from '../../core/time.ts';
import { schoolNow } from '../../store/calendars.ts';
import { classroomById } from '../../store/classrooms.ts';
import { cancelQueued, refresh } from '../../store/outbox.ts';
import type { PairingView } from '../../store/pairings.ts';
import { moveTouchBase, touchBaseOfWeek } from '../../store/touch-bases.ts';
import type { Desk } from '../desk.ts';
import { TALK_NOTICE, talkGap } from '../talk-gap.ts';
import { tellOfTalk } from '../tell-of-talk.ts';

/**
 * A talk found for today is looked at again when the day changes: it moves to other minutes that both have free, or
 * becomes the three questions in writing.
 */
export const moveTalks = async (desk: Desk, pairings: readonly PairingView[]): Promise<void> => {
  for (const pairing of pairings) await moveTalk(desk, pairing);
};

const moveTalk = async ({ trx, now }: Desk, pairing: PairingView): Promise<void> => {
  const room = await classroomById(trx, pairing.classroomId);
  const school = room && (await schoolNow(trx, room.schoolId, now));
  if (!school) return;
  const today = localTime(now, school.zone).date;
  const talk = await touchBaseOfWeek(trx, pairing.id, isoWeekOf(today));
  const at = talk?.at ?? undefined;
  if (!talk || at === undefined || at <= now || localTime(at, school.zone).date !== today) return;
  if ((await talkGap(trx, pairing, school, today, at, at)) === at) return;
  const other = await talkGap(trx, pairing, school, today, now + TALK_NOTICE, at);
  await moveTouchBase(trx, talk.id, other);
  await cancelQueued(trx, talk.id, 'the day changed');
  await refresh(trx, talk.id);
  // A card that changed silently would let them wait for each other.
  await tellOfTalk(trx, pairing, { id: talk.id, at: other, occasion: `after ${talk.version}` }, now);
};
