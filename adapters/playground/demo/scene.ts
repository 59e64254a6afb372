import { setTimeout } from 'node:timers/promises';
import type { Seat } from '../seats.ts';
import type { Done, Place } from '../wire.ts';
import { buttonInRow, buttonOn } from './find-button.ts';
import { NotAsTold } from './not-as-told.ts';
import { type Ask, type Filled, type OpenForm, type Sheet, wordsOf } from './sheet.ts';
import type { Transcript } from './transcript.ts';
import { type News, newsBetween, sheetOf, topOf } from './watch.ts';

/** Longer than a planned week is thought about; what has not come by then does not come. In milliseconds. */
const PATIENCE = 30_000;
const LOOK_AGAIN = 30;

/** What somebody is to have before their eyes after a deed. */
export interface Sight {
  readonly who: Seat;
  readonly words: RegExp;
  /** Told in one line. */
  readonly short?: true;
}

const shows = ({ seat, sheet }: News, { who, words }: Sight): boolean =>
  seat === who.id && words.test(wordsOf(sheet));

/** A message that came by itself, not as the answer to something its reader did at that moment. */
export interface Delivered {
  readonly seat: string;
  readonly at: number;
  readonly title: string;
}

interface Row {
  /** As the transcript tells the tap. */
  readonly told: string;
  readonly press: Ask;
}

interface SceneDeps {
  readonly url: string;
  readonly transcript: Transcript;
}

/** Plays the story through the page's own doors, and tells what everybody sees. */
export const createScene = async ({ url, transcript }: SceneDeps) => {
  const api = `${url}/playground/api/`;
  const look = async (): Promise<Place> => (await (await fetch(`${api}place`)).json()) as Place;
  let seen = await look();
  const delivered: Delivered[] = [];
  let broken = 0;

  const ask = async ({ act, body }: Ask): Promise<Done> => {
    const response = await fetch(api + act, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return (await response.json()) as Done;
  };

  const seat = (id: string): Seat => {
    const found = seen.seats.find((one) => one.id === id);
    if (!found) throw new Error(`Nobody sits at ${id}`);
    return found;
  };
  const stateOf = (who: Seat) => seen.states.find((state) => state.seat === who.id);

  /** Every message and card in front of somebody, the newest last. */
  const cardsOf = (who: Seat): readonly Sheet[] => {
    const state = stateOf(who);
    const top = state && topOf(state);
    const sheets = state?.messages.filter(({ by }) => by === 'bot').map((one) => sheetOf(who.id, one)) ?? [];
    return top ? [...sheets, top] : sheets;
  };

  const missing = (news: readonly News[], sights: readonly Sight[]): Sight | undefined =>
    sights.find((sight) => !news.some((one) => shows(one, sight)));

  /** Waits until everybody sees what they are to see, then tells it in the order of the seats named. */
  const witness = async (actors: readonly Seat[], sights: readonly Sight[]): Promise<void> => {
    const before = seen;
    const deadline = performance.now() + PATIENCE;
    let calm = false;
    // What nobody named may still be on its way: it is over when two looks see the same.
    for (let lacks = true; (lacks || !calm) && performance.now() < deadline; await setTimeout(LOOK_AGAIN)) {
      const last = seen;
      seen = await look();
      calm = newsBetween(last, seen).length === 0;
      lacks = missing(newsBetween(before, seen), sights) !== undefined;
    }
    const news = newsBetween(before, seen);
    const order = [...actors, ...sights.map(({ who }) => who)].map(({ id }) => id);
    const rank = ({ seat: id }: News): number => (order.includes(id) ? order.indexOf(id) : order.length);
    const told = new Set<string>();
    for (const one of [...news].sort((a, b) => a.at - b.at || rank(a) - rank(b))) {
      transcript.time(one.at);
      if (one.what === 'arrived' && !actors.some(({ id }) => id === one.seat))
        delivered.push({ seat: one.seat, at: one.at, title: one.sheet.title });
      // The same words on a second card of that person, or a form still empty, tell nothing new.
      const words = one.seat + wordsOf(one.sheet);
      const sight = sights.find((known) => shows(one, known));
      const glimpsed = sight?.short ? { glimpsed: lineWith(one.sheet, sight.words) } : {};
      if (!told.has(words) && !('fill' in one.sheet))
        transcript.card(seat(one.seat), one.sheet, { changed: one.what === 'changed', ...glimpsed });
      told.add(words);
    }
    transcript.time(seen.clock.now);
    const lacking = missing(news, sights);
    if (!lacking) return;
    const cards = cardsOf(lacking.who).slice(-3).map(wordsOf).join('\n\n');
    throw new NotAsTold(
      `${lacking.who.name} should see ${lacking.words}.\nThe latest they have is:\n${cards}`,
    );
  };

  const deed = (who: Seat, what: string): void => {
    transcript.time(seen.clock.now);
    transcript.deed(who, what);
  };

  const carryOut = async (who: Seat, act: Ask): Promise<void> => {
    const done = await ask(act);
    if (!done.ok) throw new NotAsTold(`${who.name} got the answer “${done.error}”`);
    if (done.errors) throw new NotAsTold(`${who.name}'s form said ${JSON.stringify(done.errors)}`);
  };

  const find = (who: Seat, label: string, on: RegExp): Ask => {
    const button = buttonOn(cardsOf(who), label, on);
    if (!button) throw new NotAsTold(`${who.name} has no [${label}] on a card that reads ${on}.`);
    return button.press;
  };

  /** The button of a row, in the newest card that has such a row. */
  const findRow = (who: Seat, row: RegExp): Row => {
    const found = buttonInRow(cardsOf(who), row);
    if (!found) throw new NotAsTold(`${who.name} has no row that reads ${row}.`);
    return { told: `‹${found.button.label}› ${found.text}`, press: found.button.press };
  };

  return {
    transcript,
    delivered: delivered as readonly Delivered[],
    cardsOf,
    now: () => seen.clock.now,
    person: (name: string): Seat => {
      const found = seen.seats.find((one) => one.name === name);
      if (!found) throw new Error(`Nobody is called ${name}`);
      return found;
    },

    async types(who: Seat, text: string, ...sights: readonly Sight[]): Promise<void> {
      deed(who, text);
      await carryOut(who, { act: 'say', body: { seat: who.id, text } });
      await witness([who], sights);
    },

    async opens(who: Seat, ...sights: readonly Sight[]): Promise<void> {
      deed(who, 'opens PushIn');
      await carryOut(who, { act: who.platform === 'teams' ? 'open' : 'home', body: { seat: who.id } });
      await witness([who], sights);
    },

    async taps(who: Seat, label: string, on: RegExp, ...sights: readonly Sight[]): Promise<void> {
      const press = find(who, label, on);
      deed(who, `‹${label}›`);
      await carryOut(who, press);
      await witness([who], sights);
    },

    async picks(who: Seat, row: RegExp, ...sights: readonly Sight[]): Promise<void> {
      const { told, press } = findRow(who, row);
      deed(who, told);
      await carryOut(who, press);
      await witness([who], sights);
    },

    /** Both in the same moment; what comes of it is told together. */
    async bothPick(both: readonly [Seat, Seat], row: RegExp, ...sights: readonly Sight[]): Promise<void> {
      const rows = both.map((who) => ({ who, ...findRow(who, row) }));
      for (const { who, told } of rows) deed(who, told);
      await Promise.all(rows.map(({ who, press }) => carryOut(who, press)));
      await witness(both, sights);
    },

    /** A button as it is drawn now, to be tapped when the card has long changed. */
    remembers: find,

    async tapsOld(who: Seat, label: string, press: Ask, ...sights: readonly Sight[]): Promise<void> {
      deed(who, `‹${label}› on another device, which still shows the old card`);
      await carryOut(who, press);
      await witness([who], sights);
    },

    async fills(who: Seat, filled: Filled, ...sights: readonly Sight[]): Promise<void> {
      const state = stateOf(who);
      const form = state && topOf(state);
      if (!form || !('fill' in form)) throw new NotAsTold(`${who.name} has no form open`);
      const { title, submit, fill } = form as OpenForm;
      const told = Object.entries(filled).map(
        ([label, given]) =>
          [label, typeof given === 'string' ? given.replaceAll('\n', '; ') : given.join(', ')] as const,
      );
      transcript.form(title, told, submit);
      await carryOut(who, fill(filled));
      await witness([who], sights);
    },

    /** Moves the school's clock; whatever falls due on the way is told where it happens. */
    async move(how: string, ...sights: readonly Sight[]): Promise<void> {
      const moved = await ask({ act: 'clock', body: { move: how } });
      if (!moved.ok) throw new NotAsTold(`The clock does not know “${how}”`);
      await witness([], sights);
    },

    /** One sentence of the story, and whether it is so. */
    check(sentence: string, holds: boolean, found: string): void {
      if (holds) transcript.held(sentence);
      else {
        broken += 1;
        transcript.broken(sentence, found);
      }
    },
    broken: () => broken,
  };
};

export type Scene = Awaited<ReturnType<typeof createScene>>;

export const sees = (who: Seat, words: RegExp): Sight => ({ who, words });

/** Seen all the same, but it resembles something already told. */
/** The line that was looked for: in a digest the title says little. */
const lineWith = (sheet: Sheet, words: RegExp): string =>
  [sheet.title, ...sheet.lines.map(({ text }) => text)].find((line) => words.test(line)) ?? sheet.title;

export const glimpses = (who: Seat, words: RegExp): Sight => ({ who, words, short: true });
