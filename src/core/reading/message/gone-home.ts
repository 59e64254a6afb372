import { hoursOf } from './hours-meant.ts';
import type { Said } from './said.ts';
import { textBefore } from './stretch.ts';
import type { MessageContext } from './understanding.ts';

const leave =
  /\b(?:we|kids|they|students|everyone|school)(?: all| will| are){0,2} (?:leaves?|go(?:es)? home|gets? out|lets? out|dismiss(?:es|ed)?|heads? home|gone|closes?)(?: early)?(?: at| by| around)? $/iu;

const sentHome =
  /\b(?:dismissal|release|dismissed|half day)(?: is| starts| will be)?(?: at| by| around)? $/iu;

/** "We leave at noon", "early dismissal 12:30", for a visit at one. */
export const areGoneBy = (said: Said, { asked }: MessageContext): boolean => {
  const wanted = asked?.start;
  // "Library, we leave at 11": for there, and not for home.
  const going = said.kinds.some(({ kind }) => kind !== 'dismissal');
  if (wanted === undefined || going || said.offers.length > 0) return false;
  return said.times.some((time) => {
    if (time.mention.is !== 'clock') return false;
    const before = textBefore(said.plain, time, 40);
    const { start, end } = hoursOf(said, [time]);
    const gone = start ?? end ?? Number.POSITIVE_INFINITY;
    return (leave.test(before) && gone <= wanted) || (sentHome.test(before) && gone < wanted);
  });
};
