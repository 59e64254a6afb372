import { closeAddress, confirmAddress, markUnreachable } from '../../store/addresses.ts';
import { countAsk } from '../../store/asks.ts';
import { markSent, settleRows, standsAs } from '../../store/outbox-claims.ts';
import type { Trx } from '../../store/schema.ts';
import type { Attempt } from './attempt.ts';
import { APART } from './claim.ts';
import { LOOK_AFTER } from './deps.ts';
import { holdBack } from './put-off.ts';
import { tellPartners, tellSender } from './tell-sender.ts';

/** Writes down what became of a message; the same twice changes nothing. Gives whether what was sent stands there twice. */
export const record = async (
  trx: Trx,
  { claim: { rows, to, heldUntil, digestId, timetable }, ending, account, at, again }: Attempt,
): Promise<boolean> => {
  const ids = rows.map((row) => row.id);
  if (account === 'confirmed') await confirmAddress(trx, to, at);
  switch (ending.kind) {
    case 'sent': {
      const sent = { platform: to.platform, message: ending.message, ...(digestId ? { digestId } : {}) };
      const noted = await markSent(trx, ids, heldUntil, sent, at);
      for (const row of rows)
        if (row.purpose === 'ask' && noted.includes(row.id)) await countAsk(trx, row.subject_id);
      return noted.length === 0 && !(await standsAs(trx, ids, ending.message));
    }
    case 'asleep': {
      const { doNotDisturb = [] } = timetable;
      const restful = { ...timetable, doNotDisturb: [...doNotDisturb, ending.quiet] };
      await holdBack(trx, rows, restful, at, 'does not want to be disturbed');
      return false;
    }
    case 'rate-limited':
      await settleRows(trx, ids, heldUntil, { state: 'queued', reason: 'rate limited', due: again });
      return false;
    case 'withheld':
      await settleRows(trx, ids, heldUntil, { state: 'queued', reason: 'put back' });
      return false;
    case 'uncertain': {
      const { reason, sendAgain } = ending;
      for (const row of rows)
        await settleRows(
          trx,
          [row.id],
          heldUntil,
          sendAgain && !row.twin_possible
            ? { state: 'queued', reason, due: again, twinPossible: true }
            : { state: 'uncertain', reason, lookAt: at + LOOK_AFTER },
        );
      return false;
    }
    case 'unreachable': {
      await settleRows(trx, ids, heldUntil, { state: 'failed', reason: ending.reason });
      const isNews = await markUnreachable(trx, to);
      // Nothing comes from there either, should Slack's own word of it have been lost.
      if (account === 'departed') await closeAddress(trx, to, at);
      const told = isNews ? await tellPartners(trx, rows[0]?.member_id ?? '', to, at) : new Set<string>();
      for (const row of rows) await tellSender(trx, row, at, told);
      return false;
    }
    case 'refused':
      if (digestId !== undefined) {
        await settleRows(trx, ids, heldUntil, { state: 'queued', reason: APART });
        return false;
      }
      await settleRows(trx, ids, heldUntil, { state: 'failed', reason: ending.reason });
      for (const row of rows) await tellSender(trx, row, at);
      return false;
  }
};
