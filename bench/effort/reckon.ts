import type { Happening } from '../../adapters/playground/month/happening.ts';

/**
 * Seconds. A tap on a phone is a decision, a finger's way and a press (the keystroke-level model for phones: 1.35 + 0.23 +
 * 0.39; Holleis and others, 2007); a word is typed there at 36 a minute (Palin and others, 2019) and read at 238 a minute
 * (Brysbaert, 2019).
 */
const TAP = 1.97;
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
  /** To answer, not what people do by themselves. */
  readonly taps: number;
  readonly typed: number;
  readonly seconds: number;
  /** To plan, prepare and record visits, whoever began it. */
  readonly visitTaps: number;
  /** To read what came. */
  readonly reading: number;
  /** Visits that were given their word. */
  readonly visits: number;
}

const DAY = 86_400_000;
const question = /What’s happening \w+ at|visit for you\?|Did it get a chance\?/g;
const aboutVisits = /How did it go|What do you have in mind|held for you|schedule week/;
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
  const answers = did.filter(({ own }) => !own);
  const taps = sum(answers.map((one) => one.taps));
  const typed = sum(answers.map((one) => one.typed));
  return {
    person,
    week,
    asks: sum(came.map((words) => words.match(question)?.length ?? 0)),
    messages: came.length,
    taps,
    typed,
    seconds: taps * TAP + typed * TYPED_WORD,
    visitTaps: sum(did.filter(({ occasion }) => aboutVisits.test(occasion)).map((one) => one.taps)),
    reading: sum(came.map((words) => words.split(/\s+/).length)) * READ_WORD,
    visits: did.filter(({ about }) => outcomeTaps.includes(about)).length,
  };
};
