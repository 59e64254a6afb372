import { type Stretch, textBefore } from './stretch.ts';

/** "While I confer with them", "they talk about feelings": a lesson, and no talk with a visitor. */
const othersTalk =
  /\b(?:while|as) (?:i|we) $|\b(?:they|kids|students|he|she)(?: will| all| can| get to)? $|\b(?:per|earlier|previous|last)(?: \w{1,9})? $/iu;

/** "Talk with my team", "our last conversation": not with the visitor, or not any more. */
const withOthers =
  /^(?!.{0,40}\byou\b)[^.,;!?]{0,24}\b(?:with|to|w) (?:my|our|the) (?:[a-z-]{1,12} ){0,3}(?:team|principal|admin|co-?teacher|partner|office|parents?|mom|dad|family|aide|para|grade)\b/iu;

/** "Catch up on grading": with nobody. */
const chores =
  /^[^.,;!?]{0,12}\b(?:catch|catching) up on (?:my |some |our )?(?:grad|work|report|paper|data|email|assess|missing|test|sleep|plan|lesson)/iu;

/** Whether a talk that is spoken of is one with who reads this. */
export const isWithVisitor = (plain: string, talk: Stretch): boolean =>
  !othersTalk.test(textBefore(plain, talk, 24)) &&
  !withOthers.test(plain.slice(talk.from, talk.to + 40)) &&
  !chores.test(plain.slice(talk.from, talk.to + 30));
