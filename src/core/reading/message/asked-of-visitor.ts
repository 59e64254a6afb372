import type { Stretch } from './stretch.ts';

const requests =
  /\b(?:can|could|would|will|do|did) (?:you|u|ya) (?:also |please |maybe |possibly |still ){0,2}(?:have|bring|look|know|see|check|get|show|send|grab|print|share|give|lend)\b[^.?!]*/giu;

/** "Can you bring the pencil grips", "do you have extra fidgets": what a visitor is asked for, and nothing the class does. */
export const askedOfVisitor = (plain: string): readonly Stretch[] =>
  [...plain.matchAll(requests)].map(({ 0: { length }, index }) => ({ from: index, to: index + length }));
