import { type Button, buttonsOf, type Sheet, wordsOf } from './sheet.ts';

const named = (sheet: Sheet, label: string): Button | undefined =>
  buttonsOf(sheet).find((button) => button.label === label);

/** The button of that name on the newest card that reads so; the newest card is the last. */
export const buttonOn = (cards: readonly Sheet[], label: string, on: RegExp): Button | undefined => {
  const card = cards.findLast((sheet) => on.test(wordsOf(sheet)) && named(sheet, label));
  if (!card) return undefined;
  // In a digest several have a button of that name; the one meant is below the words.
  const below = { ...card, lines: card.lines.slice(card.lines.findIndex(({ text }) => on.test(text))) };
  return named(below, label) ?? named(card, label);
};

/** The button of a row, and the row's words, in the newest card that has such a row. */
export const buttonInRow = (
  cards: readonly Sheet[],
  row: RegExp,
): { readonly text: string; readonly button: Button } | undefined => {
  const rows = cards.map(({ lines }) => lines.find(({ text, button }) => button && row.test(text)));
  const line = rows.findLast((found) => found !== undefined);
  return line?.button && { text: line.text, button: line.button };
};
