import type { ActivityKind } from '../activity-kind.ts';
import type { Card, Part } from '../card.ts';
import type { LocalDate, LocalTime, Span } from '../time.ts';
import type { VisitState } from '../visit-state.ts';
import { kindLabel } from './activity-kinds.ts';
import { formatClock, formatSpan, formatWhen, shortDay } from './clock-words.ts';
import { action, counted, muted, text } from './parts.ts';
import { fitWords } from './week-plan.ts';

interface SwapVisit extends Span {
  readonly id: string;
  readonly version: number;
  readonly classroomName: string;
  readonly date: LocalDate;
  readonly kind: ActivityKind;
  readonly state: VisitState;
}

/** A lost visit and what was found instead; why not, where nothing was. */
export interface SwapLine {
  readonly lost: SwapVisit;
  readonly swap: (SwapVisit & { readonly fit: number; readonly until: LocalTime | undefined }) | undefined;
  readonly why: string;
}

/** What took the visits, in words. */
export interface SwapCause {
  readonly title: string;
  readonly more: readonly string[];
  /** Empty where nobody is to be named. */
  readonly saidBy: string;
}

/** For one therapist: all visits that one thing took, each with another time, decided by one tap or one by one. */
export const swapsCard = (
  facts: {
    readonly subjectId: string;
    readonly cause: SwapCause;
    readonly lines: readonly SwapLine[];
  },
  now: LocalTime,
): Card => {
  const { cause, lines, subjectId } = facts;
  const held = lines.flatMap(({ swap }) => (swap?.state === 'held' ? [swap] : []));
  return {
    kind: 'swaps',
    push: held.length > 0 ? 'A visit needs another time' : 'A day changes',
    title: cause.title,
    parts: [
      ...(cause.more.length > 0 ? [text(cause.more.join('\n'))] : []),
      ...(cause.saidBy === '' ? [] : [muted(`Told by ${cause.saidBy}.`)]),
      ...lines.map((line) => linePart(line, now)),
      ...(held.length > 0 ? [muted(heldNote(held, now))] : []),
    ],
    actions: [
      ...(held.length > 0
        ? [
            action('swaps.ask', held.length === 1 ? 'Ask for this' : 'Ask for all of these', subjectId, {
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

const linePart = ({ lost, swap, why }: SwapLine, now: LocalTime): Part => {
  const was = `${lost.classroomName}, ${shortDay(lost.date)} ${formatSpan(lost)}`;
  if (swap === undefined) return text(`${was}: ${why}`);
  const to = `${was} → ${formatWhen(swap.date, swap, now.date)} · ${kindLabel[swap.kind]}`;
  switch (swap.state) {
    case 'held':
      return {
        kind: 'option',
        text: to,
        detail: `${fitWords[swap.fit] ?? ''}; nothing else moves`,
        action: action('swaps.drop', 'Not this one', swap.id, { value: 'drop', version: swap.version }),
      };
    case 'proposed':
      return text(`${to}: asked.`);
    case 'agreed':
      return text(`${to}: agreed.`);
    case 'expired':
      return muted(`${to}: the room is free again.`);
    default:
      return muted(`${was}: no other time taken.`);
  }
};

const heldNote = (held: readonly { readonly until: LocalTime | undefined }[], now: LocalTime): string => {
  const untils = held.flatMap(({ until }) => until ?? []);
  const first = untils.sort((a, b) =>
    a.date === b.date ? a.minute - b.minute : a.date < b.date ? -1 : 1,
  )[0];
  const rooms = counted(held.length, 'The room is', 'Rooms are').replace(/^\d+ /, '');
  return first === undefined
    ? `${rooms} held for you.`
    : `${rooms} held for you until ${first.date === now.date ? formatClock(first.minute) : formatWhen(first.date, first.minute, now.date)}.`;
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

export const lookAgain = '“See other times” shows what is left.';
