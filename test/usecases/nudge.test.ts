import { expect, test } from '@jest/globals';
import type { Log } from '../../src/ports/log.ts';
import { createNudge } from '../../src/usecases/nudge.ts';
import { silentLog } from '../setup/silent-log.ts';

/** Sends that end when told to. */
const sends = () => {
  const open: (() => void)[] = [];
  return {
    open,
    sendDue: () => new Promise<void>((resolve) => void open.push(resolve)),
  };
};

test('many nudges during one send make it send once more, never two at a time', async () => {
  const { open, sendDue } = sends();
  const { nudge, settled } = createNudge(sendDue, silentLog);
  nudge();
  for (let more = 0; more < 5; more++) nudge();
  expect(open).toHaveLength(1);
  open[0]?.();
  await new Promise(setImmediate);
  expect(open).toHaveLength(2);
  open[1]?.();
  await settled();
  expect(open).toHaveLength(2);
});

test('a send that fails is logged by what it was, and the next nudge sends again', async () => {
  let tries = 0;
  const events: string[] = [];
  const log: Log = { ...silentLog, error: (_fields, event) => void events.push(event) };
  const { nudge, settled } = createNudge(async () => {
    tries += 1;
    if (tries === 1) throw new Error('the database is gone');
  }, log);
  nudge();
  await settled();
  nudge();
  await settled();
  expect([tries, events]).toEqual([2, ['sending failed']]);
});

test('with nothing going on it has settled', async () => {
  const { settled } = createNudge(async () => undefined, silentLog);
  await expect(settled()).resolves.toBeUndefined();
});
