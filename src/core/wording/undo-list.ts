import type { Absence } from '../calendar/absence.ts';
import type { Action, Card, Part } from '../card.ts';
import type { LocalDate } from '../time.ts';
import { absenceLine } from './absence.ts';
import { type ChangeFacts, changeLine } from './change.ts';
import { type HeardLine, heardWords } from './heard.ts';
import { action, note } from './parts.ts';

/** One saying, and the tap that takes it back. */
export interface UndoOption {
  readonly words: string;
  readonly action: Action;
}

/** A card has no room for a week of lines under each tap. */
const LINES = 2;

const together = (lines: readonly string[]): string => {
  const all = [...new Set(lines)];
  const more = all.length - LINES;
  return `${all.slice(0, LINES).join('; ')}${more > 0 ? `; and ${more} more` : ''}`;
};

export const changeOption = (id: string, changes: readonly ChangeFacts[], today: LocalDate): UndoOption => ({
  words: together(changes.map((change) => changeLine(change, today))),
  action: action('change.undo', 'Undo', id),
});

export const absenceOption = (id: string, absences: readonly Absence[], today: LocalDate): UndoOption => ({
  words: `You’re away: ${together(absences.map((absence) => absenceLine(absence, today)))}`,
  action: action('absence.undo', 'Undo', id),
});

export const heardOption = (
  saying: string,
  place: string,
  lines: readonly HeardLine[],
  today: LocalDate,
): UndoOption => ({
  words: `${place}, ${together(lines.map((line) => heardWords(line, today)))}`,
  action: action('heard.undo', 'Undo', saying),
});

/** "Undo" without a card at hand: what can still be taken back. */
export const undoListCard = (options: readonly UndoOption[]): Card => ({
  kind: 'undo-list',
  push: 'What you told me',
  title: 'Which one shall I take back?',
  parts: options.map((option): Part => ({ kind: 'option', text: option.words, action: option.action })),
  actions: [],
});

export const nothingToUndoCard = (): Card =>
  note('undo-list', 'There is nothing to take back', 'A card with a button changes what was tapped on it.');
