import type { ActivityKind } from '../activity-kind.ts';
import type { Card, Part } from '../card.ts';
import type { LocalDate, LocalTime, Span } from '../time.ts';
import type { VisitSetting } from '../visit-setting.ts';
import type { VisitState } from '../visit-state.ts';
import { kindLabel } from './activity-kinds.ts';
import { formatClock, formatSpan, formatWhen, shortDay } from './clock-words.ts';
import { action, counted, muted, strong, text } from './parts.ts';
import { whatWords } from './visit-settings.ts';
import { fitWords } from './week-plan.ts';

interface SwapVisit extends Span {
  readonly id: string;
  readonly version: number;
  readonly classroomName: string;
  readonly date: LocalDate;
  readonly kind: ActivityKind;
  readonly setting: VisitSetting;
  readonly state: VisitState;
}

interface Swap extends SwapVisit {
  readonly fit: number;
  readonly swapRank: number | null;
  readonly until: LocalTime | undefined;
}

/** A lost visit and what was found instead; why not, where nothing was. */
export interface SwapLine {
  readonly lost: SwapVisit;
  readonly swaps: readonly Swap[];
  readonly why: string;
}

/** What took the visits, in words. */
export interface SwapCause {
  readonly title: string;
  readonly more: readonly string[];
  /** Empty where nobody is to be named. */
  readonly saidBy: string;
}

/** For one therapist: all visits that one thing took, each with the best other times, decided by one tap or one by one. */
export const swapsCard = (
  facts: {
    readonly subjectId: string;
    readonly cause: SwapCause;
    readonly lines: readonly SwapLine[];
  },
  now: LocalTime,
): Card => {
  const { cause, lines, subjectId } = facts;
  const open = lines.map(({ swaps }) => heldOf(swaps)).filter((one) => one.length > 0);
  const held = open.flat();
  return {
    kind: 'swaps',
    push: held.length > 0 ? 'A visit needs another time' : 'A day changes',
    title: cause.title,
    parts: [
      ...(cause.more.length > 0 ? [text(cause.more.join('\n'))] : []),
      ...(cause.saidBy === '' ? [] : [muted(`Told by ${cause.saidBy}.`)]),
      ...lines.flatMap((line, nth) => lineParts(line, nth < MOST_WITH_BUTTONS, now)),
      ...(held.length > 0 ? [muted(heldNote(held, now))] : []),
    ],
    actions: [
      ...(open.length > 1
        ? [
            action('swaps.ask', 'Ask for the first of each', subjectId, {
              value: 'all',
              version: held.reduce((sum, { version }) => sum + version, held.length),
              tone: 'primary',
            }),
          ]
        : []),
      action('schedule.show', 'See other times', ''),
    ],
  };
};

/** A message holds 50 blocks (Slack) and 28 KB (Teams); “the first of each” takes the rest along. */
const MOST_WITH_BUTTONS = 10;

const heldOf = (swaps: readonly Swap[]): Swap[] =>
  swaps.filter(({ state }) => state === 'held').sort((a, b) => (a.swapRank ?? 1) - (b.swapRank ?? 1));

const lineParts = ({ lost, swaps, why }: SwapLine, hasButtons: boolean, now: LocalTime): Part[] => {
  const was = `${lost.classroomName}, ${shortDay(lost.date)} ${formatSpan(lost)}`;
  if (lost.state === 'agreed') return [text(`${was}: agreed after all.`)];
  const words = (swap: Swap) => `${formatWhen(swap.date, swap, now.date)} · ${whatWords(swap)}`;
  const asked = swaps.find(({ state }) => state === 'proposed' || state === 'agreed');
  if (asked) return [text(`${was} → ${words(asked)}: ${asked.state === 'agreed' ? 'agreed' : 'asked'}.`)];
  const held = heldOf(swaps);
  const [first] = held;
  if (first && !hasButtons) return [text(`${was} → ${words(first)}`)];
  if (first)
    return [
      strong(was),
      ...held.map(
        (swap, nth): Part => ({
          kind: 'option',
          text: `${held.length > 1 ? `${nth + 1}. ` : ''}${words(swap)}`,
          detail: reason(swap, lost),
          action: action('swaps.take', 'Ask for this', swap.id, { value: 'take', version: swap.version }),
          second: action('swaps.drop', 'Not this one', swap.id, { value: 'drop', version: swap.version }),
        }),
      ),
    ];
  if (swaps.length === 0) return [text(`${was}: ${why}`)];
  return [
    muted(
      swaps.some(({ state }) => state === 'expired')
        ? `${was}: the rooms kept for it are free again.`
        : `${was}: no other time taken.`,
    ),
  ];
};

/** Why it stands where it stands in the list. */
const reason = (swap: Swap, lost: SwapVisit): string =>
  [
    ...(fitWords[swap.fit] === undefined ? [] : [fitWords[swap.fit]]),
    ...(swap.date === lost.date ? ['the same day'] : []),
    'nothing else moves',
  ].join('; ');

const heldNote = (held: readonly { readonly until: LocalTime | undefined }[], now: LocalTime): string => {
  const untils = held.flatMap(({ until }) => until ?? []);
  const sorted = untils.sort((a, b) => (a.date === b.date ? a.minute - b.minute : a.date < b.date ? -1 : 1));
  const words = ({ date, minute }: LocalTime) =>
    date === now.date ? formatClock(minute) : formatWhen(date, minute, now.date);
  const [first, last] = [sorted[0], sorted.at(-1)];
  const rooms = held.length === 1 ? 'The room is' : 'Rooms are';
  if (first === undefined || last === undefined) return `${rooms} held for you.`;
  const until =
    words(first) === words(last) ? words(last) : `${words(last)}, the first until ${words(first)}`;
  return `${rooms} held for you until ${until}.`;
};

export const declinedCause = (teacher: string, count: number): SwapCause => ({
  title: `${teacher} would rather have another time for ${counted(count, 'visit', 'visits')}`,
  more: [],
  saidBy: '',
});

export const classChangedCause = (room: string, when: string, kind: ActivityKind): SwapCause => ({
  title: `${room}, ${when}: ${kindLabel[kind].toLowerCase()}`,
  more: [],
  saidBy: '',
});

export const lookingFor = 'I’m looking for other times. They come here in a moment.';
export const lookAgain = '“See other times” shows what is left.';
