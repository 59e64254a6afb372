import type { LocalTime } from '../time.ts';
import { normalize } from './normalize.ts';
import { namedIn } from './places-in.ts';
import { readKind } from './read-kind.ts';
import { readMessage } from './read-message.ts';
import { readWhen } from './read-when.ts';

/** What somebody's visits are called by. */
export interface VisitNames {
  readonly people: readonly string[];
  readonly rooms: readonly string[];
}

const visit = /\b(?:visits?|sessions?|appointments?)\b/iu;
const change =
  /\b(?:cancel|canceling|cancelling|cancell?ed|reschedule|rescheduling|move|moving|postpone|call off|swap|switch|skip|push back)\b/iu;
const question = /\b(?:when|what (?:time|day)|which day|is|are|does|will)\b/iu;
const timeAsked = /\b(?:when|what (?:time|day)|which day)\b/iu;
const coming = /\b(?:come|comes|coming|here|visiting)\b/iu;
const none = /\bno (?:more )?(?:visits?|sessions?)\b/iu;

/** A person's names without their title: somebody is “Maya” as well as “Maya Brooks”, “Ms. Brooks” and “Brooks”. */
const waysToCall = (name: string): string[] => {
  const parts = name.split(' ').filter((part) => !/^(?:mr|mrs|ms|miss|mx|dr)\.?$/iu.test(part));
  return [name, parts.join(' '), ...parts];
};

export const isNamed = (text: string, name: string): boolean =>
  namedIn(
    text,
    waysToCall(name).map((way) => ({ value: name, name: way })),
  ).length > 0;

const withoutNames = (text: string, people: readonly string[]): string => {
  const called = new Set(people.flatMap(waysToCall).map((name) => name.toLowerCase()));
  return text
    .split(' ')
    .filter((word) => !called.has(word.toLowerCase().replace(/'s\b|[?!.,]/gu, '')))
    .join(' ');
};

/**
 * Whether somebody asks for a visit or wants one otherwise: “cancel Maya on Monday”, “when is Maya coming”, “I can’t make
 * it Tuesday”. `refuses`: it says no more than that none shall be, which may be the answer to a question. Nothing is done
 * by these words; the visits they may mean are shown, with their taps.
 */
export const readVisitWish = (
  text: string,
  role: 'teacher' | 'therapist',
  names: VisitNames,
  now: LocalTime,
): 'asks' | 'refuses' | undefined => {
  const plain = normalize(text);
  const named = names.people.some((name) => isNamed(plain, name)) || visit.test(plain);
  if (role === 'therapist') {
    const placed = named || names.rooms.some((name) => isNamed(plain, name));
    const wants = placed && (change.test(plain) || timeAsked.test(plain));
    const isAway = readMessage(text, { role, now, asked: undefined }).intent === 'notify_absence';
    return wants || isAway ? 'asks' : undefined;
  }
  // What the class does says more than a visit, and is heard; but Maya is a person here, and not of Yucatán.
  if (readKind(withoutNames(plain, names.people)) !== undefined) return undefined;
  if (named && change.test(plain)) return 'asks';
  if (named && (timeAsked.test(plain) || (question.test(plain) && coming.test(plain)))) return 'asks';
  const when = readWhen(text, now);
  return none.test(plain) && when.ok && when.start === undefined ? 'refuses' : undefined;
};
