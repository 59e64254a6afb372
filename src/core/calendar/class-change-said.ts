import { type ActivityKind, isAway } from '../activity-kind.ts';
import { activitiesOn, type ClassDay } from '../class-day.ts';
import type { School } from '../classroom.ts';
import { lengthOf } from '../spans.ts';
import type { LocalDate, Minute, Span } from '../time.ts';
import type { What, When } from './change.ts';
import type { SaidHours } from './said-hours.ts';
import { schoolClockOf } from './school-clock-of.ts';

export type ClassChangeSaid = { readonly hours: SaidHours } & (
  | { readonly change: 'sub' }
  | { readonly change: 'add' | 'cancel' | 'move'; readonly kind: ActivityKind }
);

/** Why nothing was changed: no school that day or at that hour, no hour said, or the class does not do that then. */
export type ChangeFault = 'no-school' | 'outside-bells' | 'no-hour' | 'not-then';

/** What was said of a class, on one of its days. */
export const classChangeSaid = (
  said: ClassChangeSaid,
  c: ClassDay & { readonly school: School },
  date: LocalDate,
): What | ChangeFault => {
  const day = schoolClockOf(c.school).day(date);
  if (day === undefined) return 'no-school';
  const bells = { start: day.dayType.firstBell, end: day.dayType.lastBell };
  const when = whenOf(said.hours, bells);
  if (when === 'outside') return 'outside-bells';
  switch (said.change) {
    case 'sub':
      return { do: 'substitute', when: when ?? 'all day' };
    case 'add': {
      const { kind } = said;
      const whole = when ?? (kind === 'field_trip' ? 'all day' : undefined);
      return whole === undefined ? 'no-hour' : { do: 'add', when: whole, kind, withStudents: !isAway(kind) };
    }
    case 'cancel': {
      const own = spanOfKind(c, date, said.kind);
      const whole = when ?? own;
      return whole === undefined ? 'not-then' : { do: 'cancel', when: whole, kind: said.kind };
    }
    case 'move': {
      const from = spanOfKind(c, date, said.kind);
      if (from === undefined) return 'not-then';
      const to = newTime(said.hours, lengthOf(from), bells);
      return to === undefined ? 'no-hour' : { do: 'move', from, to, kind: said.kind };
    }
  }
};

const whenOf = (hours: SaidHours, bells: Span): When | 'outside' | undefined => {
  switch (hours.is) {
    case 'all day':
      return 'all day';
    case 'span':
      return within(hours.span, bells);
    case 'from':
      return within({ start: hours.minute, end: bells.end }, bells);
    case 'until':
      return within({ start: bells.start, end: hours.minute }, bells);
    case 'not said':
      return undefined;
  }
};

/** "Wednesday afternoon" ends with the school day. */
const clipped = (span: Span, bells: Span): Span => ({
  start: Math.max(span.start, bells.start),
  end: Math.min(span.end, bells.end),
});

const within = (span: Span, bells: Span): Span | 'outside' => {
  const inside = clipped(span, bells);
  return inside.start < inside.end ? inside : 'outside';
};

const spanOfKind = (c: ClassDay, date: LocalDate, kind: ActivityKind): Span | undefined => {
  const found = activitiesOn(c, date).find((known) => known.kind === kind);
  return found && { start: found.start, end: found.end };
};

/** As long as it always is, unless both ends are said. */
const newTime = (hours: SaidHours, minutes: Minute, bells: Span): Span | undefined => {
  if (hours.is === 'span') return clipped(hours.span, bells);
  return hours.is === 'from'
    ? clipped({ start: hours.minute, end: hours.minute + minutes }, bells)
    : undefined;
};
