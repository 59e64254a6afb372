import type { Mention } from '../time-phrase/mention.ts';
import type { Token } from '../tokens.ts';
import type { KindHeard } from './kinds-heard.ts';
import { meets, type Stretch, textAfter, textBefore, textIn } from './stretch.ts';

export type TimeHeard = Stretch & { readonly mention: Mention };

export const preparing =
  /\b(?:review|reviewing|prep|prepping|preparing|prepare|practice|practicing|study|studying|ready)\b/iu;

/** The times a text means: not those that are part of a name, nor what something is prepared for. */
export const timesHeard = (
  plain: string,
  tokens: readonly Token[],
  mentions: readonly Mention[],
  kinds: readonly KindHeard[],
  named: readonly KindHeard[],
): readonly TimeHeard[] =>
  mentions
    .map((mention) => ({
      mention,
      from: tokens[mention.from]?.from ?? 0,
      to: tokens[mention.to - 1]?.to ?? 0,
    }))
    // "Skits for Friday", while they are still made.
    .filter(
      (time) =>
        time.mention.is !== 'day' ||
        !/\bfor(?: |$)/iu.test(plain.slice(Math.max(0, time.from - 4), time.from + 4)) ||
        !preparing.test(textBefore(plain, time, 40)),
    )
    // "Friday's test", "letter of the day".
    .filter(
      (time) => !kinds.some((kind) => kind.prepared && kind.from > time.from && kind.from - time.to <= 8),
    )
    .filter(
      (time) =>
        !/^of the day/iu.test(textIn(plain, time)) &&
        (!/\bof $/iu.test(textBefore(plain, time, 3)) || !/^(?:the|my) day/iu.test(textIn(plain, time))),
    )
    // "Just the first 15 min": no first of the month.
    .filter(
      (time) =>
        !/^(?:the |my |our )?(?:first|second|third)$/iu.test(textIn(plain, time)) ||
        !/^ (?:\w{1,8} )?(?:\d{1,2} ?)?(?:min|mins|minutes|hour|half|part|bit|thing|block|period|group|batch|time|graders?|grade|one|few)\b/iu.test(
          textAfter(plain, time, 28),
        ),
    )
    // "Our last day with the student teacher": not yesterday.
    .filter((time) => !/^(?:\w{2,4} )?last day$/iu.test(textIn(plain, time)))
    // "Try the week after": no week of its own.
    .filter(
      (time) =>
        !/^the (?:week|wk)$/iu.test(textIn(plain, time)) ||
        !/^ after\b(?! next)/iu.test(textAfter(plain, time, 12)),
    )
    // "Twice a week": how often, and no week.
    .filter(
      (time) =>
        !/^(?:a|per|each) (?:day|week|wk)\b/iu.test(textIn(plain, time)) ||
        !/(?:\b\d ?x|\bonce|\btwice|\btimes) $/iu.test(textBefore(plain, time, 8)),
    )
    .filter((time) => !/\b(?:happy|fun) $/iu.test(textBefore(plain, time, 6)))
    // "Daily 5" and "100th day" are names.
    .filter(
      (time) =>
        time.mention.is === 'day' || !named.some((kind) => meets(time, kind) && kind.phrase.includes(' ')),
    );
