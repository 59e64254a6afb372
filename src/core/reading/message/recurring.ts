import type { Said } from './said.ts';
import type { Understanding } from './understanding.ts';

/** Whether it is so every week. */
export const recurringOf = (said: Said): Pick<Understanding, 'recurring'> => {
  if (/\bbi-?weekly\b|\bevery other\b/iu.test(said.plain)) return { recurring: 'biweekly' };
  const repeats = said.times.some(({ mention }) => mention.is === 'repeat' && mention.everyWeeks === 1);
  return repeats || /\b(?:always|weekly|every week)\b/iu.test(said.plain) ? { recurring: 'weekly' } : {};
};
