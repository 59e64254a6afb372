import { type ActivityKind, isEvent } from '../activity-kind.ts';
import type { SaidHours } from '../calendar/said-hours.ts';
import type { DateSpan } from '../calendar/school-calendar.ts';
import type { LocalDate, LocalTime, Minute, Span } from '../time.ts';
import {
  clauseAround,
  dayWordsIn,
  isAsked,
  isCalledOff,
  isDoubted,
  isOwn,
  returns,
  staysAway,
} from './change-stance.ts';
import { amountAt } from './clock-at.ts';
import { allDayPhrases, type ChangeWord, changeWords, dayPartPhrases } from './lexicon/change-words.ts';
import { normalize, READ_LIMIT } from './normalize.ts';
import { type PhraseMatch, phraseTable, phraseWords } from './phrases.ts';
import { readDates } from './read-dates.ts';
import { type KindSaid, kindsIn } from './read-kind.ts';
import { readWhen } from './read-when.ts';
import { tokenize } from './tokens.ts';

interface Dated {
  /** Empty where no day was named. */
  readonly spans: readonly DateSpan[];
  readonly hours: SaidHours;
}

export type ChangeSaid =
  /** `ofSchool`: not by that word, but as "no early release after all". */
  | { readonly change: 'undo'; readonly ofSchool?: true }
  /** "Might be a snow day": nothing is changed by it. */
  | { readonly change: 'unsure'; readonly about: ChangeWord | 'activity' }
  | { readonly change: 'back' }
  | ({ readonly change: 'away'; readonly untilDoubt?: LocalDate } & Dated)
  | ({ readonly change: 'close'; readonly snow: boolean } & Dated)
  | ({
      readonly change: 'day-type';
      readonly type: 'early' | 'late' | 'exams';
      /** "Two-hour delay". */
      readonly delay?: Minute;
    } & Dated)
  | ({ readonly change: 'sub' } & Dated)
  | ({ readonly change: 'add' | 'cancel' | 'move'; readonly kind: ActivityKind } & Dated);

const changes = phraseTable<ChangeWord>(changeWords);
const allDay = phraseTable(allDayPhrases.map((words) => [words, true] as const));
const dayParts = phraseTable(dayPartPhrases);

/** Clock parts of a day without a lunch bell to go by. */
const NOON: Minute = 12 * 60;
const parts: Readonly<Record<'am' | 'pm', Span>> = {
  am: { start: 0, end: NOON },
  pm: { start: NOON, end: 24 * 60 },
};

/** That a day goes otherwise: somebody is away, the bells change, an event comes in, something is off or moved. */
export const readChange = (text: string, now: LocalTime): ChangeSaid | undefined => {
  if (text.length > READ_LIMIT) return undefined;
  const plain = normalize(text);
  const words = phraseWords(plain);
  const said = changes.all(words).filter(({ value }) => value !== 'nothing');
  if (isAsked(words)) return undefined;
  if (said[0]?.value === 'undo' && said[0].at === 0 && words.length - said[0].to <= 3)
    return { change: 'undo' };
  const days = dayWordsIn(plain);
  const has = (...means: readonly ChangeWord[]) => said.find(({ value }) => means.includes(value));
  const { spans, untilDoubt, rest } = readDates(plain, now);
  const dated = { spans, hours: hoursOf(rest, words, now) };
  const back = has('back');
  if (back && returns(words, back) && isOwn(words, days, back) && !isAhead(dated, now))
    return isDoubted(clauseAround(words, back)) ? undefined : { change: 'back' };
  const away = said.find((one) => one.value === 'away' && isOwn(words, days, one) && staysAway(words, one));
  if (away) {
    if (isDoubted(clauseAround(words, away))) return { change: 'unsure', about: 'away' };
    return { change: 'away', ...dated, ...(untilDoubt === undefined ? {} : { untilDoubt }) };
  }
  const ofSchool = has('close', 'early', 'late', 'exams');
  if (ofSchool) {
    if (isDoubted(words)) return { change: 'unsure', about: ofSchool.value };
    if (isCalledOff(words, days, ofSchool)) return { change: 'undo', ofSchool: true };
  }
  const closing = has('close');
  if (closing) return { change: 'close', snow: /snow|ice|weather/u.test(closing.phrase), ...dated };
  const bells = said.find(isBells);
  if (bells) return { change: 'day-type', type: bells.value, ...delayOf(plain, bells), ...dated };
  const sub = has('sub');
  if (sub && isDoubted(clauseAround(words, sub))) return { change: 'unsure', about: 'sub' };
  if (sub) return isCalledOff(words, days, sub) ? { change: 'undo' } : { change: 'sub', ...dated };
  // "Cancel the writing visit" calls off no writing.
  const isOff = has('off') ?? (has('visit') ? undefined : has('call-off'));
  const found = ofActivity(kindsIn(words), dated, isOff !== undefined, has('move') !== undefined);
  // Doubt about what comes in is for those to read who know how to ask back.
  if (found === undefined || !isDoubted(words)) return found;
  return found.change === 'add' ? undefined : { change: 'unsure', about: 'activity' };
};

/** "I'm back Thursday", "back at 2": to come, and still away until then. */
const isAhead = ({ spans, hours }: Dated, now: LocalTime): boolean =>
  spans.some(({ start }) => start > now.date) || (hours.is === 'from' && hours.minute > now.minute);

type BellsMatch = PhraseMatch<ChangeWord> & { readonly value: 'early' | 'late' | 'exams' };
const isBells = (match: PhraseMatch<ChangeWord>): match is BellsMatch =>
  match.value === 'early' || match.value === 'late' || match.value === 'exams';

/** "Two-hour delay", "90 minute delay", "2 hr delay"; its length, when one is said. */
const delayOf = (plain: string, bells: BellsMatch): { delay?: Minute } => {
  if (bells.value !== 'late') return {};
  const tokens = tokenize(plain);
  for (let at = 0; at < tokens.length; at += 1) {
    const amount = amountAt(tokens, at);
    const next = tokens.slice(amount?.to, (amount?.to ?? 0) + 2).map(({ text }) => text);
    if (amount && next.some((word) => ['delay', 'delayed', 'late'].includes(word)))
      return { delay: amount.minutes };
  }
  return {};
};

const ofActivity = (
  kinds: readonly KindSaid[],
  dated: Dated,
  isOff: boolean,
  isMoved: boolean,
): Extract<ChangeSaid, { kind: ActivityKind }> | undefined => {
  const denied = kinds.find((kind) => kind.denied);
  const [named] = kinds.filter((kind) => !kind.denied);
  if (denied && !named && dated.spans.length > 0) return { change: 'cancel', kind: denied.value, ...dated };
  if (!named) return undefined;
  if (isOff) return { change: 'cancel', kind: named.value, ...dated };
  if (isMoved && (dated.hours.is === 'span' || dated.hours.is === 'from'))
    return { change: 'move', kind: named.value, ...dated };
  const dayNamed = dated.spans.length > 0;
  // "Centers Tue and Thu" tells an ordinary week; "testing Tue and Thu" never does.
  if (dayNamed && (isEvent(named.value) || dated.hours.is === 'all day'))
    return { change: 'add', kind: named.value, ...dated };
  return undefined;
};

const hoursOf = (plain: string, words: ReturnType<typeof phraseWords>, now: LocalTime): SaidHours => {
  if (allDay.all(words).length > 0) return { is: 'all day' };
  // The day was read already; one that is over must not hide the hours.
  const when = readWhen(plain, { ...now, minute: 0 });
  if (when.ok && when.start !== undefined && when.end !== undefined)
    return { is: 'span', span: { start: when.start, end: when.end } };
  if (when.ok && when.start !== undefined) return { is: 'from', minute: when.start };
  if (when.ok && when.end !== undefined) return { is: 'until', minute: when.end };
  // "I am off Friday" names no morning.
  const [part] = dayParts
    .all(words)
    .filter(({ phrase, at }) => phrase !== 'am' || words[at - 1]?.text !== 'i');
  return part === undefined ? { is: 'not said' } : { is: 'span', span: parts[part.value] };
};
