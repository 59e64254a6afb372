import type { Card } from '../core/card.ts';
import { partnerOf } from '../core/partner.ts';
import { isoWeekOf, localTime } from '../core/time.ts';
import { formatWhen } from '../core/wording/clock-words.ts';
import { noTouchBaseCard, touchBaseStateWords, touchBasesCard } from '../core/wording/touch-base.ts';
import { activePairingsOf } from '../store/pairings.ts';
import { touchBaseOfWeek } from '../store/touch-bases.ts';
import { isAgreed } from './compose/touch-base.ts';
import type { Desk } from './desk.ts';

/** `/pushin touchbase`: where this week's five minutes stand, with each partner. */
export const showTouchBases = async (desk: Desk): Promise<Card> => {
  const pairings = await activePairingsOf(desk.trx, desk.me.id);
  if (pairings.length === 0) return noTouchBaseCard();
  const lines = [];
  for (const pairing of pairings) {
    lines.push({ partner: partnerOf(pairing, desk.me.id).name, words: await stateWords(desk, pairing.id) });
  }
  return touchBasesCard(lines);
};

const stateWords = async (desk: Desk, pairingId: string): Promise<string> => {
  const touchBase = await touchBaseOfWeek(desk.trx, pairingId, isoWeekOf(desk.local.date));
  if (!touchBase) return touchBaseStateWords.none;
  if (touchBase.talked_at !== null) return touchBaseStateWords.talked;
  const refused = touchBase.teacher_says === 'no' || touchBase.therapist_says === 'no';
  if (touchBase.at === null || refused || (touchBase.at <= desk.now && !isAgreed(touchBase)))
    return touchBaseStateWords.writing;
  const { date, minute } = localTime(touchBase.at, desk.school.zone);
  const time = formatWhen(date, minute, desk.local.date);
  return isAgreed(touchBase) ? touchBaseStateWords.agreed(time) : touchBaseStateWords.waiting(time);
};
