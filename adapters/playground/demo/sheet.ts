import type { Json } from '../wire.ts';

/** A card or form as somebody reads it, with what can be pressed on it. */
export interface Sheet {
  readonly title: string;
  readonly lines: readonly Line[];
  /** Under everything else; a line may have one of its own. */
  readonly buttons: readonly Button[];
}

export interface Line {
  readonly text: string;
  readonly button?: Button;
  /** A row of buttons in the middle of a card, without words. */
  readonly row?: readonly Button[];
}

/** What the page would ask its server for. */
export interface Ask {
  readonly act: string;
  readonly body: Json;
}

export interface Button {
  readonly label: string;
  readonly press: Ask;
}

/** By a field's label: what was typed, or the labels of what was chosen. */
export type Filled = Readonly<Record<string, string | readonly string[]>>;

export interface OpenForm extends Sheet {
  readonly submit: string;
  /** Whether that field is typed into rather than picked from. */
  isTyped(label: string): boolean;
  fill(filled: Filled): Ask;
}

export const buttonsOf = ({ lines, buttons }: Sheet): readonly Button[] => [
  ...lines.flatMap(({ button, row }) => row ?? button ?? []),
  ...buttons,
];

export const rowOf = (buttons: readonly Button[]): string =>
  buttons.map(({ label }) => `[${label}]`).join(' ');

/** Everything a person could read on it, line by line. */
export const wordsOf = (sheet: Sheet): string =>
  [
    sheet.title,
    ...sheet.lines.map(({ text, button, row }) =>
      row ? rowOf(row) : button ? `${text} [${button.label}]` : text,
    ),
    ...sheet.buttons.map(({ label }) => `[${label}]`),
  ].join('\n');

interface Choice {
  readonly label: string;
  readonly value: string;
}

/** Picked by whoever takes what stands first. */
export const THE_FIRST = '(the first)';

/** A label that is no choice is a story told wrong, not an answer. */
export const chosen = (choices: readonly Choice[], label: string): string => {
  const choice = label === THE_FIRST ? choices[0] : choices.find((one) => one.label === label);
  if (choice === undefined) throw new Error(`“${label}” is not among: ${choices.map((one) => one.label)}`);
  return choice.value;
};
