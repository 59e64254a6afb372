import type { Card } from '../core/card.ts';
import { addDays, HOUR, type Instant, instantOf } from '../core/time.ts';
import { type Hush, hushCard, hushes } from '../core/wording/hush.ts';
import { outdatedCard } from '../core/wording/trouble.ts';
import { setHush } from '../store/members.ts';
import type { Counter } from './desk.ts';
import type { OnTap } from './door.ts';
import { replanQueued } from './replan.ts';

/** “Stop”: nothing more is sent from this moment on, and the card says how to have it otherwise. */
export const hush = async (counter: Counter, how: Hush = 'for-good'): Promise<Card> => {
  await setHush(counter.trx, counter.me.id, endOf(counter, how));
  await replanQueued(counter.trx, counter.me, counter.now);
  return hushCard(how);
};

/** The button may lie in front of somebody for days; each tap counts from its own moment. */
export const setHushTap: OnTap = async (counter, tap) => {
  const how = hushes.find((known) => known === tap.value);
  return { kind: 'replace', card: how ? await hush(counter, how) : outdatedCard() };
};

/** The last instant a database and a Date both hold, for all we care. */
const FOR_GOOD = Date.UTC(9999, 0);

const endOf = ({ now, local, school }: Counter, how: Hush): Instant | undefined => {
  switch (how) {
    case 'two-hours':
      return now + 2 * HOUR;
    case 'today':
      return instantOf(addDays(local.date, 1), 0, school.zone);
    case 'for-good':
      return FOR_GOOD;
    case 'over':
      return undefined;
  }
};
