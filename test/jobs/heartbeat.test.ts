import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { createHeartbeat, type Pulse } from '../../src/jobs/heartbeat.ts';
import { createGate, createLines } from '../web/on-loopback.ts';

/** A pulse beaten by hand. */
const createHand = () => {
  let beat: (() => Promise<void>) | undefined;
  const pulse: Pulse = {
    start: (given) => {
      beat = given;
    },
    stop: () => {
      beat = undefined;
    },
  };
  return { pulse, beat: async () => beat?.(), beating: () => beat !== undefined };
};

describe('the heartbeat', () => {
  test('ticks once at the start and then at every beat', async () => {
    const hand = createHand();
    let ticks = 0;
    const heartbeat = createHeartbeat({
      tick: async () => ++ticks,
      log: createLines().log,
      pulse: hand.pulse,
    });
    heartbeat.start();
    await hand.beat();
    expect(ticks).toBe(1);
    await hand.beat();
    await hand.beat();
    expect(ticks).toBe(3);
    await heartbeat.stop();
    expect(hand.beating()).toBe(false);
  });

  test('runs one tick at a time: a beat during a long one is dropped', async () => {
    const hand = createHand();
    const gate = createGate();
    let ticks = 0;
    const tick = async () => {
      ticks += 1;
      await gate.opened;
    };
    const heartbeat = createHeartbeat({ tick, log: createLines().log, pulse: hand.pulse });
    heartbeat.start();
    const during = [hand.beat(), hand.beat()];
    gate.open();
    await Promise.all(during);
    expect(ticks).toBe(1);
    await hand.beat();
    expect(ticks).toBe(2);
    await heartbeat.stop();
  });

  test('goes on after a tick that failed, and logs the code but not the words', async () => {
    const hand = createHand();
    const { log, lines } = createLines();
    let ticks = 0;
    const tick = async () => {
      ticks += 1;
      if (ticks === 1) throw Object.assign(new Error('Kim is not there'), { code: '57P01' });
    };
    const heartbeat = createHeartbeat({ tick, log, pulse: hand.pulse });
    heartbeat.start();
    await hand.beat();
    await hand.beat();
    expect(ticks).toBe(2);
    expect(lines).toEqual([
      {
        level: 'error',
        event: 'tick failed',
        fields: expect.objectContaining({ fault: 'Error', code: '57P01' }),
      },
    ]);
    expect(JSON.stringify(lines)).not.toContain('Kim');
    await heartbeat.stop();
  });

  test('stops only when the running tick is through', async () => {
    const gate = createGate();
    const order: string[] = [];
    const tick = async () => {
      await gate.opened;
      order.push('tick ended');
    };
    const heartbeat = createHeartbeat({ tick, log: createLines().log, pulse: createHand().pulse });
    heartbeat.start();
    const stopped = heartbeat.stop().then(() => order.push('stopped'));
    gate.open();
    await stopped;
    expect(order).toEqual(['tick ended', 'stopped']);
  });
});

describe('the real pulse', () => {
  afterEach(() => {
    jest.useRealTimers();
  });

  test('beats every minute through the night the clocks go back in New York', async () => {
    const hourBefore = Date.UTC(2026, 10, 1, 4, 59, 30);
    jest.useFakeTimers({ now: hourBefore, doNotFake: ['nextTick', 'queueMicrotask', 'performance'] });
    let ticks = 0;
    const heartbeat = createHeartbeat({ tick: async () => ++ticks, log: createLines().log });
    heartbeat.start();
    await jest.advanceTimersByTimeAsync(180 * 60_000);
    await heartbeat.stop();
    expect(ticks).toBe(1 + 180);
    await jest.advanceTimersByTimeAsync(5 * 60_000);
    expect(ticks).toBe(1 + 180);
  });
});
