import type { Happening } from '../../adapters/playground/month/happening.ts';

/**
 * Seconds. A tap is a decision, a movement and a press (Card, Moran and Newell's keystroke-level model: 1.35 + 1.1 + 0.2);
 * a word is typed on a phone at 36 a minute (Palin and others, 2019) and read at 238 a minute (Brysbaert, 2019).
 */
const TAP = 2.65;
const TYPED_WORD = 60 / 36;
const READ_WORD = 60 / 238;

export interface Week {
  readonly person: string;
  /** Weeks after the first Monday that was seen. */
  readonly week: number;
  /** Questions that PushIn asks by itself. */
  readonly asks: number;
  /** What came unasked; several in one count as one. */
  readonly messages: number;
  readonly taps: number;
  readonly typed: number;
  /** To answer. */
  readonly seconds: number;
  /** To read what came. */
  readonly reading: number;
  /** Visits that were given their word. */
  readonly visits: number;
}

const DAY = 86_400_000;
const question = /What’s happening \w+ at|visit for you\?|Did it get a chance\?/g;
const outcomeTaps = ['[As planned]', '[Adapted]', '[Could not]'];

/** `firstMonday` is an instant; what was before it is the week in which people got to know each other. */
export const weeksOf = (happenings: readonly Happening[], firstMonday: number): readonly Week[] => {
  const weekOf = ({ at }: Happening): number => Math.floor((at - firstMonday) / (7 * DAY));
  const people = [...new Set(happenings.map(({ person }) => person))];
  const last = Math.max(...happenings.map(weekOf));
  return people.flatMap((person) =>
    Array.from({ length: last + 1 }, (_, week) =>
      reckoned(
        person,
        week,
        happenings.filter((one) => one.person === person && weekOf(one) === week),
      ),
    ),
  );
};

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

const reckoned = (person: string, week: number, happenings: readonly Happening[]): Week => {
  const came = happenings.flatMap((one) => (one.what === 'arrived' ? [one.words] : []));
  const did = happenings.flatMap((one) => (one.what === 'did' ? [one] : []));
  const taps = sum(did.map((one) => one.taps));
  const typed = sum(did.map((one) => one.typed));
  return {
    person,
    week,
    asks: sum(came.map((words) => words.match(question)?.length ?? 0)),
    messages: came.length,
    taps,
    typed,
    seconds: taps * TAP + typed * TYPED_WORD,
    reading: sum(came.map((words) => words.split(/\s+/).length)) * READ_WORD,
    visits: did.filter(({ about }) => outcomeTaps.includes(about)).length,
  };
};
