import { nextSchoolDay } from '../core/next-school-day.ts';
import { type Instant, localTime } from '../core/time.ts';
import { schoolNow } from '../store/calendars.ts';
import { memberById } from '../store/members.ts';
import type { PairingView } from '../store/pairings.ts';
import type { Row, Trx } from '../store/schema.ts';
import { moveTouchBase, noteMissed } from '../store/touch-bases.ts';
import { noticedTalkGap } from './talk-gap.ts';
import { tellOfTalk } from './tell-of-talk.ts';

/** A missed talk gets minutes on the next school day, once; where there are none, the questions in writing. */
export const retryTalk = async (
  trx: Trx,
  touchBase: Row<'touch_bases'>,
  pairing: PairingView,
  now: Instant,
): Promise<void> => {
  const school = await schoolNow(trx, (await memberById(trx, pairing.teacherId)).schoolId, now);
  const today = localTime(now, school.zone).date;
  const next = nextSchoolDay(school, today);
  const moved = touchBase.moved_from !== null;
  const at = moved || next === undefined ? undefined : await noticedTalkGap(trx, pairing, school, next, now);
  await moveTouchBase(trx, touchBase.id, at);
  if (touchBase.at !== null) await noteMissed(trx, touchBase.id, touchBase.at);
  await tellOfTalk(trx, pairing, { id: touchBase.id, at, occasion: moved ? 'in writing' : 'moved' }, now);
};
