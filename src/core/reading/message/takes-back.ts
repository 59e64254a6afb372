import { isDenied } from './offered.ts';
import type { Said } from './said.ts';
import { isWithin } from './stretch.ts';

const begins = (said: Said, place: { from: number }): boolean =>
  said.words.filter((word) => word.kind === 'word' && word.from < place.from).length <= 2;

/** Words that are no time. */
export const wordsBeside = (said: Said): number =>
  said.words.filter((word) => word.kind === 'word' && !said.times.some((time) => isWithin(word, time)))
    .length;

/** "Maybe 10:15", "for Thursday then": a time and no word that could speak against it. */
export const isOnlyTime = (said: Said): boolean =>
  said.words.every(
    (word) =>
      word.kind !== 'word' || besideTime.has(word.text) || said.times.some((time) => isWithin(word, time)),
  );
const besideTime: ReadonlySet<string> = new Set([
  ...['at', 'on', 'around', 'by', 'from', 'like', 'about', 'maybe', 'perhaps', 'or', 'and', 'then', 'so'],
  ...[
    'please',
    'for',
    'how',
    'what',
    'well',
    'um',
    'hi',
    'hey',
    'hello',
    'thanks',
    'is',
    'its',
    'say',
    'try',
  ],
  ...['do', 'make', 'it', 'lets', 'go', 'with', 'us', 'me', 'just', 'only', 'could', 'can', 'we', 'you'],
]);

/** "10:15, not 10", "Monday not Tuesday". */
const takesBack = (said: Said): boolean =>
  (['clock', 'day'] as const).some((is) => {
    const times = said.times.filter(({ mention }) => mention.is === is);
    const isBack =
      said.offers.length === 0 &&
      times.length > 1 &&
      times.some((time, at) => at > 0 && isDenied(said, time));
    return isBack && !/\bthan\b/iu.test(said.plain) && (is === 'clock' || wordsBeside(said) <= 3);
  });

/** "Not writing - reading", "library not music": nothing but the two. */
const isExchange = ({ plain, kinds }: Said): boolean => {
  const rest = kinds.reduceRight((text, { from, to }) => text.slice(0, from) + text.slice(to), plain);
  return (
    kinds.some(({ denied }) => denied) &&
    kinds.some(({ denied }) => !denied) &&
    /^(?:[\s,.;:!-]|its|it's|not|no|sorry|oops|but|just)+$/iu.test(rest)
  );
};

/** "No, it's science, not math." */
const takesBackKind = (said: Said): boolean =>
  /^(?:no|nope|oops|sorry|wait|oh|hang on)\b/iu.test(said.plain) &&
  said.kinds.some(({ denied }, at) => denied && at > 0) &&
  said.kinds.some(({ denied }) => !denied);

/** Nobody begins so but to take something back. */
const startles =
  /^(?:oh |ah |ugh |um )?(?:wait(?! (?:til|till|until|a|for|on)\b)|oops|ooops|whoops|woops|no wait|nope wait|hold on|hang on|my bad|ack|argh|meant)\b[^?]*$/iu;
/** "*1:10": how chats mend a slip. */
const starred = /^\*[^*]|[^*\s]\*$|^(?:edit|correction|update):/iu;

/** "Today's 10:30 needs to be 10:45". */
const needsToBe = (said: Said): boolean => {
  const clocks = said.times.filter(({ mention }) => mention.is === 'clock');
  return clocks.some(
    (time, at) =>
      at > 0 &&
      /^ (?:(?:needs|has|should|ought)(?: to)? be|is (?:now|actually|really))(?: at)? $/iu.test(
        said.plain.slice(clocks[at - 1]?.to ?? 0, time.from),
      ),
  );
};

export const isCorrection = (said: Said): boolean =>
  needsToBe(said) ||
  starred.test(said.plain) ||
  takesBack(said) ||
  takesBackKind(said) ||
  isExchange(said) ||
  said.corrections.some((one) => one.value === 'strong') ||
  (said.corrections.some((one) => one.value === 'weak' && begins(said, one)) &&
    (said.kinds.length > 0 || said.times.length > 0) &&
    (startles.test(said.plain) ||
      wordsBeside(said) <= 1 ||
      said.kinds.some(({ denied }) => denied) ||
      said.words.some(({ text }) => text === 'not' || text === 'its')));
