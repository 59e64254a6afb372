import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { HOUR } from '../../src/core/time.ts';
import type { InboundEvent } from '../../src/ports/inbound.ts';
import { queue } from '../../src/store/outbox.ts';
import { createReceive } from '../../src/usecases/receive.ts';
import { at, type MapleStreet, openMapleStreet } from './maple-street.ts';
import { agreeVisit, beforeSchool, count, idOf, lastOf, settleRoom12, stored } from './scenes.ts';

let school: MapleStreet;
beforeAll(async () => {
  school = await openMapleStreet();
});
beforeEach(() => school.restart(at(...beforeSchool)));
afterAll(() => school.close());

let acts = 0;
/** As Slack knows her now: an account of nobody who works here. */
const act = (event: InboundEvent) => {
  acts += 1;
  return createReceive({
    db: school.database.db,
    clock: school.clock,
    directory: { describe: async () => undefined },
    nudge: () => undefined,
    improve: () => undefined,
  })({ dedupeKey: `closed ${acts}`, from: school.from('Maya Brooks'), inPrivate: true, event });
};
const close = (standing: 'closed' | 'open', seconds = 0) =>
  act({ kind: 'account', standing, since: school.clock.now() + seconds * 1000 });

test('once her account is closed, no word, no old button and none of fifty waiting messages tells her anything', async () => {
  await settleRoom12(school);
  const schedule = await school.says('Maya Brooks', 'schedule');
  const [option] = schedule.parts.flatMap((part) => (part.kind === 'option' ? [part.action] : []));
  const memberId = await idOf(school, 'Maya Brooks');
  const now = school.clock.now();
  await stored(school, async (trx) => {
    const [pairing] = await trx
      .selectFrom('pairings')
      .select('id')
      .where('therapist_id', '=', memberId)
      .execute();
    for (let n = 0; n < 50; n += 1) {
      const times = { notBefore: now, due: now, usefulUntil: now + 8 * HOUR };
      const subjectId = pairing?.id ?? '';
      await queue(
        trx,
        { key: `waiting ${n}`, memberId, purpose: 'pairing-status', subjectId, ...times },
        now,
      );
    }
  });
  expect(await close('closed')).toEqual({ kind: 'none' });
  const before = school.inbox('Maya Brooks').length;
  const tap: InboundEvent = {
    kind: 'tap',
    action: 'visit.propose',
    ref: option?.ref ?? '',
    value: option?.value ?? '',
  };
  for (const event of [
    { kind: 'words', text: 'schedule' },
    { kind: 'words', text: 'week' },
    { kind: 'home' },
    tap,
  ] as const)
    expect(await act(event)).toMatchObject({ kind: 'card', card: { kind: 'stranger' } });
  await school.tick();
  expect(school.inbox('Maya Brooks')).toHaveLength(before);
});

test('a card she had before tells her nothing new either', async () => {
  await settleRoom12(school);
  await agreeVisit(school, 'Maya Brooks', 'Tue 9:00');
  const { ref } = lastOf(school, 'Maya Brooks', 'visit-status');
  const before = school.shown(ref);
  await close('closed');
  await stored(school, (trx) =>
    trx.updateTable('outbox').set({ stale: true }).where('state', '=', 'sent').execute(),
  );
  await school.says('Ms. Rivera', 'Tuesday we have a field trip');
  await school.tick();
  expect(school.shown(ref)).toEqual(before);
  const waiting = await stored(school, (trx) =>
    trx.selectFrom('outbox').select('id').where('stale', '=', true).execute(),
  );
  expect(waiting).toEqual([]);
});

test('an account that is hers again is served again, as the same person', async () => {
  await close('closed');
  await close('open', 1);
  expect(await school.says('Maya Brooks', 'schedule')).toMatchObject({
    kind: expect.not.stringMatching('stranger'),
  });
});

test('a full member by the platform’s own word is served again when she writes, should its news have been lost', async () => {
  await close('closed');
  school.setTo(school.clock.now() + 60_000);
  expect(await school.says('Maya Brooks', 'settings')).toMatchObject({ kind: 'settings' });
  expect(await count(school, 'members')).toBe(4);
});

test('a word that it is hers, said before it was closed and delivered late, changes nothing', async () => {
  await close('closed');
  await close('open', -60);
  expect(await act({ kind: 'words', text: 'schedule' })).toMatchObject({ card: { kind: 'stranger' } });
});

test('of an account that nobody here has, or of a workspace that never joined, nothing is kept', async () => {
  const stranger = { ...school.from('Maya Brooks'), userId: 'U-NOBODY', tenantId: 'T9' };
  const answer = await school.act(stranger, {
    kind: 'account',
    standing: 'closed',
    since: school.clock.now(),
  });
  expect(answer).toEqual({ kind: 'none' });
});
