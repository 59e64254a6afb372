import { setTimeout as pause } from 'node:timers/promises';
import type { Instant } from '../../../src/core/time.ts';
import type { Acts } from '../acts.ts';
import { buttonOn } from '../demo/find-button.ts';
import { NotAsTold } from '../demo/not-as-told.ts';
import type { Ask, Filled, OpenForm, Sheet } from '../demo/sheet.ts';
import { wordsOf } from '../demo/sheet.ts';
import { sheetOf, topOf } from '../demo/watch.ts';
import type { Seat } from '../seats.ts';
import type { SeatState } from '../wire.ts';
import type { Step } from './deed.ts';
import type { Happening } from './happening.ts';

export interface PlayerDeps {
  readonly seats: readonly Seat[];
  readonly acts: Acts;
  readonly state: (seat: Seat) => SeatState;
  readonly now: () => Instant;
  /** Resolves when everything an act made due has been sent. */
  readonly settled: () => Promise<void>;
  /** Where what comes and what is done is kept, as it happens. */
  readonly lived: Happening[];
}

/** Nobody scrolls farther back for a button. */
const LOOKED_AT = 12;
/** Longer than any answer takes; then it did not go as told. In milliseconds. */
const PATIENCE = 15_000;

/** Sits down for everybody, and keeps what came and what was done. */
export const createPlayer = ({ seats, acts, state, now, settled, lived }: PlayerDeps) => {
  const met = new Map(seats.map((seat) => [seat.id, new Set(state(seat).messages.map(({ id }) => id))]));

  const seatOf = (name: string): Seat => {
    const found = seats.find((seat) => seat.name === name);
    if (!found) throw new NotAsTold(`Nobody is called ${name}`);
    return found;
  };

  /** What lies open before somebody: the latest messages, and a form or card over them. */
  const cardsOf = (seat: Seat): readonly Sheet[] => {
    const seen = state(seat);
    const top = topOf(seen);
    const latest = seen.messages.filter(({ by }) => by === 'bot').slice(-LOOKED_AT);
    return [...latest.map((message) => sheetOf(seat.id, message)), ...(top ? [top] : [])];
  };

  const faceOf = (seat: Seat): string => cardsOf(seat).map(wordsOf).join('\n\n');

  /** Notes what has come since; what `actor` sees is the answer to what they did. */
  const receive = (actor?: Seat): void => {
    for (const seat of seats) {
      const known = met.get(seat.id);
      for (const message of state(seat).messages) {
        if (known?.has(message.id)) continue;
        known?.add(message.id);
        if (message.by !== 'bot' || seat === actor) continue;
        const words = wordsOf(sheetOf(seat.id, message));
        lived.push({ person: seat.name, at: now(), what: 'arrived', words });
      }
    }
  };

  const until = async <T>(look: () => T | undefined, what: () => string): Promise<T> => {
    const deadline = performance.now() + PATIENCE;
    for (;;) {
      const found = look();
      if (found !== undefined) return found;
      if (performance.now() > deadline) throw new NotAsTold(what());
      await pause(2);
    }
  };

  const carryOut = async (seat: Seat, { act, body }: Ask): Promise<void> => {
    const before = faceOf(seat);
    const done = await acts(act, body);
    if (!done?.ok) throw new NotAsTold(`${seat.name} got the answer “${done?.error}”`);
    if (done.errors) throw new NotAsTold(`${seat.name}’s form said ${JSON.stringify(done.errors)}`);
    await until(
      () => (faceOf(seat) === before ? undefined : true),
      () => `${seat.name} got no answer to ${act}`,
    );
    await settled();
    receive(seat);
  };

  const openForm = (seat: Seat): OpenForm | undefined => {
    const top = topOf(state(seat));
    return top && 'fill' in top ? (top as OpenForm) : undefined;
  };

  /** Whatever lies over the conversation. */
  const closes = async (name: string): Promise<void> => {
    const seat = seatOf(name);
    for (let view = state(seat).views.at(-1); view; view = state(seat).views.at(-1))
      await acts('slack/dismiss', { seat: seat.id, view: view['id'] });
    if (state(seat).dialog) await acts('teams/dismiss', { seat: seat.id });
  };

  let because = { occasion: '', own: true };
  const noted = (seat: Seat, effort: { taps: number; typed: number; about: string }): void => {
    lived.push({ person: seat.name, at: now(), what: 'did', ...because, ...effort });
  };

  const fill = async (seat: Seat, filled: Filled): Promise<void> => {
    const form = await until(
      () => openForm(seat),
      () => `${seat.name} has no form open`,
    );
    // A list is opened and picked from; the last tap submits.
    const efforts = Object.entries(filled).map(([label, given]) =>
      form.isTyped(label)
        ? { taps: 1, typed: String(given).split(/\s+/).length }
        : { taps: typeof given === 'string' ? 2 : given.length, typed: 0 },
    );
    noted(seat, {
      taps: efforts.reduce((sum, { taps }) => sum + taps, 1),
      typed: efforts.reduce((sum, { typed }) => sum + typed, 0),
      about: form.title,
    });
    await carryOut(seat, form.fill(filled));
  };

  return {
    receive,
    /** What does not go as told is left out. */
    async tries(name: string, what: () => Promise<void>): Promise<void> {
      try {
        await what();
      } catch (fault) {
        if (!(fault instanceof NotAsTold)) throw fault;
        lived.push({ person: name, at: now(), what: 'skipped', why: fault.message });
      }
      await closes(name);
    },

    /** Why somebody does what comes next. */
    begins: (occasion: string, own: boolean): void => {
      because = { occasion, own };
    },
    cardsOf: (name: string) => cardsOf(seatOf(name)),

    /** The app is there for everybody. */
    async opens(): Promise<void> {
      for (const seat of seats) await acts('open', { seat: seat.id });
      await settled();
      receive();
    },

    async says(name: string, text: string): Promise<void> {
      const seat = seatOf(name);
      noted(seat, { taps: 1, typed: text.replace(/^\/pushin /, '').split(/\s+/).length, about: text });
      await carryOut(seat, { act: 'say', body: { seat: seat.id, text } });
    },

    /** One step; `on` tells cards with a button of the same name apart. */
    async takes(name: string, step: Step, on: RegExp = /./): Promise<void> {
      const seat = seatOf(name);
      if ('fills' in step) return fill(seat, step.fills);
      const what = `[${step.taps}]`;
      const find = () => buttonOn(cardsOf(seat), step.taps, on)?.press;
      const press = await until(find, () => `${name} has no ${what}:\n${faceOf(seat)}`);
      noted(seat, { taps: 1, typed: 0, about: what });
      await carryOut(seat, press);
    },
  };
};
