import { type Minute, overlaps } from '../time.ts';
import type { What } from './change.ts';

/** Whether nobody needs to be asked any more what a class does then. */
export const takesUp = (what: What, minute: Minute): boolean => {
  if (what.do === 'close') return true;
  if (what.do !== 'add' && what.do !== 'substitute') return false;
  const { when } = what;
  return when === 'all day' || ('start' in when && overlaps(when, { start: minute, end: minute + 1 }));
};
