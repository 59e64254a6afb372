import type { Absence } from '../calendar/absence.ts';
import type { Card } from '../card.ts';
import type { LocalDate } from '../time.ts';
import { alsoAction } from './change.ts';
import { formatClock, formatDates, formatSpan } from './clock-words.ts';
import { action, capital, counted, note, text } from './parts.ts';

export const absenceLine = ({ part, ...dates }: Absence, today: LocalDate): string =>
  `${capital(formatDates(dates, today))}${part === undefined ? '' : ` ${partWords(part)}`}`;

/** A part that is open to one side is said so; a school day has no midnight. */
const partWords = ({ start, end }: NonNullable<Absence['part']>): string => {
  if (start === 0) return `until ${formatClock(end)}`;
  if (end === 24 * 60) return `from ${formatClock(start)}`;
  return formatSpan({ start, end });
};

export const absenceCard = (
  facts: {
    readonly id: string;
    readonly absences: readonly Absence[];
    /** Visits taken back because of it. */
    readonly visits: number;
    readonly doubt?: LocalDate;
  },
  today: LocalDate,
): Card => ({
  kind: 'absence',
  push: 'Noted',
  title: `You’re away: ${facts.absences.map((absence) => absenceLine(absence, today)).join(', ')}`,
  parts: [
    text(
      facts.visits === 0
        ? 'I won’t write to you then, and nobody counts it as a miss.'
        : `I won’t write to you then. I took back ${counted(facts.visits, 'visit', 'visits')}; the teachers hear of it.`,
    ),
  ],
  actions: [
    ...(facts.doubt === undefined ? [] : [alsoAction('absence.also', facts.id, facts.doubt, today)]),
    action('absence.undo', 'Undo', facts.id),
  ],
});

export const absenceUndoneCard = (): Card =>
  note(
    'absence',
    'Taken back',
    'You’re there as always. Visits I took back stay free; “schedule” finds times again.',
  );

export const backCard = (): Card => note('absence', 'Good to have you', 'I write to you as always.');
