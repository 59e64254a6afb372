import { expect } from '@jest/globals';
import { pagesOf } from '../../src/core/minutes/pair-ledger.ts';
import { isQuiet } from '../../src/core/quiet-hours.ts';
import { addDays, type Instant, type LocalDate } from '../../src/core/time.ts';
import { schoolNow } from '../../src/store/calendars.ts';
import { memberById } from '../../src/store/members.ts';
import type { Trx } from '../../src/store/schema.ts';
import { timetableOf } from '../../src/store/timetables.ts';
import { ledgersOf } from '../../src/usecases/pair-ledger.ts';
import type { MapleStreet, Sent } from '../usecases/maple-street.ts';
import { stored } from '../usecases/scenes.ts';

/** Every pair's minutes: mandated = delivered + planned + displaced + open, period by period. */
export const expectBalanced = (school: MapleStreet): Promise<void> =>
  stored(school, (trx) => expectLedgersBalanced(trx, school.wall().date, school.clock.now()));

export const expectLedgersBalanced = async (trx: Trx, today: LocalDate, now: Instant): Promise<void> => {
  const pairs = await trx.selectFrom('pairings').select(['id', 'therapist_id']).execute();
  expect(pairs.length).toBeGreaterThan(0);
  for (const { id, therapist_id } of pairs) {
    const { schoolId } = await memberById(trx, therapist_id);
    const place = await schoolNow(trx, schoolId, now);
    const ledger = (await ledgersOf(trx, [id], today, place)).get(id);
    const pages = ledger ? pagesOf(ledger) : [];
    expect(pages.length).toBeGreaterThan(0);
    for (const { mandated, delivered, planned, displaced, open } of pages) {
      const lost = displaced.reduce((sum, { minutes }) => sum + minutes, 0);
      expect(delivered + planned + lost + open).toBe(mandated);
    }
  }
};

/** No message came while students were with its reader, and none shows more than a class may see. */
export const expectNobodyDisturbed = (school: MapleStreet): Promise<void> =>
  stored(school, async (trx) => {
    const people = await trx
      .selectFrom('addresses')
      .select(['user_id as userId', 'member_id as memberId'])
      .execute();
    const students = (await trx.selectFrom('students').select('alias').execute()).map(({ alias }) => alias);
    for (const message of school.sent) {
      const { memberId } = people.find(({ userId }) => userId === message.to) ?? { memberId: '' };
      const from = school.dateAt(message.at);
      const week = await timetableOf(
        trx,
        await memberById(trx, memberId),
        addDays(from, -1),
        addDays(from, 1),
      );
      expect([message.card.kind, isQuiet(week, message.at)]).toEqual([message.card.kind, false]);
      expect(exposed(school, message, students)).toEqual([]);
    }
  });

/** The therapist's own list of times is hers alone, and she asked for it; everything else names nobody. */
const exposed = (school: MapleStreet, { card }: Sent, students: readonly string[]): string[] => {
  const words = `${card.push}\n${school.text(card)}`;
  return students.filter((alias) => words.split(/[\s,;:()]+/).includes(alias));
};
