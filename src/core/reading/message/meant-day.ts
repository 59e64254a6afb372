import type { LocalDate, Minute } from '../../time.ts';
import { askedOfVisitor } from './asked-of-visitor.ts';
import type { Clause } from './clauses.ts';
import { daysOf } from './days-meant.ts';
import type { Marked, Said } from './said.ts';
import { shuts } from './shuts.ts';
import { isWithin, type Stretch, textAfter, textIn } from './stretch.ts';
import type { TimeHeard } from './times-heard.ts';
import { atAnotherHour } from './timetable.ts';
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

/** "I moved it to Thursday": something else is on that day now. */
const movedAway =
  /\b(?:moved|pushed|postponed|rescheduled|switched|bumped|changed)(?: [\w']{1,10}){1,3} (?:to|until|till?) /iu;

const keepsAway = ({ value }: Marked<string>): boolean => ['no', 'closed', 'not', 'away'].includes(value);
const letsIn = ({ value }: Marked<string>): boolean => value === 'yes' || value === 'welcome';

const isOtherPart = (times: readonly TimeHeard[], asked: Minute | undefined): boolean =>
  asked !== undefined &&
  times.every(({ mention }) => mention.is !== 'clock') &&
  times.some(({ mention }) => mention.is === 'part' && (asked < mention.start || asked >= mention.end));

/** One clause, and how it stands to the visit. */
interface Part {
  readonly clause: Clause;
  readonly days: readonly LocalDate[];
  readonly opens: boolean;
  readonly closes: boolean;
  readonly named: boolean;
  /** A lesson that does not shut the door. */
  readonly lesson: boolean;
  readonly offers: boolean;
  readonly moved: boolean;
  /** In another part of the day: "movie in the afternoon", for a visit at ten. */
  readonly otherPart: boolean;
}

const partsOf = (said: Said, context: MessageContext): readonly Part[] =>
  said.clauses.map((clause) => {
    const inside = <T extends Stretch>(all: readonly T[]) => all.filter((one) => isWithin(one, clause));
    const [welcome, kinds] = [inside(said.welcome), inside(said.kinds)];
    return {
      clause,
      days: daysOf(said, inside<TimeHeard>(said.times), context, true),
      opens: welcome.some(letsIn),
      closes: welcome.some(keepsAway),
      named: kinds.length > 0,
      lesson: kinds.some((kind) => !kind.denied && !shuts(kind)),
      offers: inside(said.offers).length > 0,
      moved: movedAway.test(textIn(said.plain, clause)),
      otherPart: isOtherPart(inside<TimeHeard>(said.times), context.asked?.start),
    };
  });

/** Clauses about other days only, beside one that tells of the day asked about: "Friday is good. I'm out Monday". */
const ofOtherDays = (parts: readonly Part[], day: LocalDate): readonly Part[] => {
  const here = parts.filter((part) => part.days.includes(day) && !part.closes);
  const isAgreed = here.some(({ opens }) => opens);
  const [first] = parts;
  // "Spelling, we test Friday": the day nobody names is the one asked about.
  const isUnnamed = first?.days.length === 0 && first.lesson && !first.closes;
  const isTold = here.some(({ lesson }) => lesson);
  const isAside = (part: Part): boolean => {
    if (part.otherPart && part.named && !part.opens && !part.offers)
      return parts.some((other) => other !== part && other.lesson && !other.otherPart);
    if (part.opens || part.days.length === 0 || part.days.includes(day)) return false;
    if (isAgreed || (part.moved && parts.some((other) => other !== part && other.lesson))) return true;
    if (part.offers) return false;
    return isTold ? part.named || part.closes : isUnnamed && part.named && !part.closes;
  };
  return parts.filter((part, at) => {
    const before = parts[at - 1];
    const goesOn = part.clause.lead === 'so' && part.days.length === 0;
    return isAside(part) || (goesOn && before !== undefined && !before.moved && isAside(before));
  });
};

/** What is said of other days, or is over by the hour that was asked about. */
const asidesIn = (said: Said, context: MessageContext): readonly Stretch[] => {
  const { asked } = context;
  if (asked === undefined || said.clauses.length < 2 || said.times.length === 0) return [];
  const parts = partsOf(said, context);
  const today = parts.filter(({ days }) => days.length === 0 || days.includes(asked.day));
  const elsewhen = atAnotherHour(
    said,
    asked,
    today.map(({ clause }) => clause),
  );
  return [...ofOtherDays(parts, asked.day).map(({ clause }) => clause), ...elsewhen];
};

/** What a message says of the day and hour that are meant, where it says otherwise of others. */
export const saidOfMeantDay = (all: Said, context: MessageContext): Said => {
  const requests = askedOfVisitor(all.plain);
  const isAsked = (one: Stretch) => requests.some((request) => isWithin(one, request));
  const said = requests.length === 0 ? all : { ...all, kinds: all.kinds.filter((kind) => !isAsked(kind)) };
  const { good, bad } = verdictsIn(said);
  const apart = good.length > 0 && bad.length > 0 ? bad : asidesIn(said, context);
  if (apart.length === 0) return said;
  const meant = <T extends Stretch>(all: readonly T[]): readonly T[] =>
    all.filter((one) => !apart.some((other) => isWithin(one, other)));
  return {
    ...said,
    clauses: meant(said.clauses),
    times: meant(said.times),
    welcome: meant(said.welcome),
    kinds: meant(said.kinds),
  };
};
