import type { LocalDate } from '../../time.ts';
import { daysOf } from './days-meant.ts';
import type { Marked, Said } from './said.ts';
import { isWithin, type Stretch, textAfter } from './stretch.ts';
import type { TimeHeard } from './times-heard.ts';
import type { MessageContext } from './understanding.ts';

const yes =
  /^(?:'s| is| are| would be| will be)?[,: -]{0,3}(?:yes|yep|yeah|yup|ok|okay|good|fine|great|perfect|works?)\b/iu;
const no =
  /^(?:'s| is| are| would be| will be)?[,: -]{0,3}(?:no|nope|nah|not|bad|doesnt|doesn't|wont|won't|cant|can't)\b/iu;

/** The days with their verdicts right behind them: "Wed yes, Thurs no". */
const verdictsIn = (said: Said) => {
  const days = said.times.filter(({ mention }) => mention.is === 'day');
  const found = (verdict: RegExp) =>
    days.flatMap((day): Stretch[] => {
      const words = verdict.exec(textAfter(said.plain, day, 24))?.[0];
      return words === undefined ? [] : [{ from: day.from, to: day.to + words.length }];
    });
  return { good: found(yes), bad: found(no) };
};

const keepsAway = ({ value }: Marked<string>): boolean => ['no', 'closed', 'not', 'away'].includes(value);
const letsIn = ({ value }: Marked<string>): boolean => value === 'yes' || value === 'welcome';

/** Clauses about other days only, beside one that says yes to the day asked about: "Friday is good. I'm out Monday". */
const asidesIn = (said: Said, context: MessageContext): readonly Stretch[] => {
  const { asked } = context;
  if (asked === undefined) return [];
  const inside = <T extends Stretch>(clause: Stretch, all: readonly T[]) =>
    all.filter((one) => isWithin(one, clause));
  const daysIn = (clause: Stretch): readonly LocalDate[] =>
    daysOf(said, inside<TimeHeard>(clause, said.times), context, true);
  const isAgreed = said.clauses.some(
    (clause) =>
      daysIn(clause).includes(asked.day) &&
      inside(clause, said.welcome).some(letsIn) &&
      !inside(clause, said.welcome).some(keepsAway),
  );
  if (!isAgreed) return [];
  return said.clauses.filter((clause) => {
    const days = daysIn(clause);
    return days.length > 0 && !days.includes(asked.day) && !inside(clause, said.welcome).some(letsIn);
  });
};

/** What a message says of the day that is meant, where it says otherwise of others. */
export const saidOfMeantDay = (said: Said, context: MessageContext): Said => {
  const { good, bad } = verdictsIn(said);
  const apart = good.length > 0 && bad.length > 0 ? bad : asidesIn(said, context);
  if (apart.length === 0) return said;
  const meant = <T extends Stretch>(all: readonly T[]): readonly T[] =>
    all.filter((one) => !apart.some((other) => isWithin(one, other)));
  return { ...said, times: meant(said.times), welcome: meant(said.welcome), kinds: meant(said.kinds) };
};
