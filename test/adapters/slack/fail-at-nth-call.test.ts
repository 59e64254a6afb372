import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createDirectory } from '../../../adapters/slack/directory.ts';
import { createMessenger } from '../../../adapters/slack/messenger.ts';
import { sdkLogger } from '../../../adapters/slack/sdk-logger.ts';
import { createWeb } from '../../../adapters/slack/web.ts';
import { DAY, MINUTE } from '../../../src/core/time.ts';
import { queue, refresh } from '../../../src/store/outbox.ts';
import { createSendDue } from '../../../src/usecases/send-due.ts';
import { silentLog } from '../../setup/silent-log.ts';
import { at, type MapleStreet, openMapleStreet } from '../../usecases/maple-street.ts';
import { beforeSchool, idOf, invite, stored } from '../../usecases/scenes.ts';
import { createFailingSlack, failures } from './failing-slack.ts';

let school: MapleStreet;
let slack: Awaited<ReturnType<typeof createFailingSlack>>;
beforeAll(async () => {
  school = await openMapleStreet();
  slack = await createFailingSlack();
});
afterAll(async () => {
  await slack.close();
  await school.close();
});

const start = at(...beforeSchool);
/** Milliseconds until a silent Slack is given up on; its own limit is 5 s. */
const patience = 300;

test.each(failures)(
  'a message is sent and changed whichever call to Slack fails by “%s”',
  async (failure) => {
    await school.restart(at('2026-11-28', '12:00'));
    await invite(school, 'Maya Brooks', 'Ms. Rivera');
    const memberId = await idOf(school, 'Maya Brooks');
    const [pairing] = await stored(school, (trx) => trx.selectFrom('pairings').select('id').execute());
    const subjectId = pairing?.id ?? '';
    const web = createWeb(
      { tokenFor: async () => 'xoxb-1', apiUrl: slack.apiUrl, logger: sdkLogger(silentLog) },
      patience,
    );

    let nth = 0;
    do {
      nth += 1;
      slack.restart(nth, failure);
      await stored(school, async (trx) => {
        await trx.deleteFrom('outbox').execute();
        await trx
          .updateTable('addresses')
          .set({ conversation: '{}', confirmed_at: null, reachable: true })
          .execute();
        const times = { notBefore: start, due: start, usefulUntil: start + DAY };
        await queue(trx, { key: 'it', memberId, purpose: 'pairing-status', subjectId, ...times }, start);
      });
      // As a process that has just started: no conversation is known yet.
      const sendDue = createSendDue({
        db: school.database.db,
        clock: school.clock,
        messengers: { slack: createMessenger({ web, quickWeb: web }) },
        directory: createDirectory(web, web),
        log: silentLog,
        limits: {},
      });
      const rounds = async (from: number) => {
        for (const minutes of [0, 1, 2, 3]) {
          school.setTo(from + minutes * MINUTE);
          await sendDue();
        }
      };
      await rounds(start);
      await stored(school, (trx) => refresh(trx, subjectId));
      await rounds(start + 5 * MINUTE);

      expect(slack.standing()).toHaveLength(1);
      const [row] = await stored(school, (trx) => trx.selectFrom('outbox').selectAll().execute());
      expect(row).toMatchObject({ state: 'sent', stale: false, lease_until: null });
    } while (slack.hasFailed());
    // Whether she wants quiet, who she is, her conversation, the message, its change.
    expect(nth - 1).toBeGreaterThanOrEqual(5);
  },
);
