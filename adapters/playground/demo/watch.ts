import type { Place, SeatState, Shown } from '../wire.ts';
import { readBlocks, readView } from './read-slack.ts';
import { readCard, readDialog } from './read-teams.ts';
import { type Sheet, wordsOf } from './sheet.ts';

/** Something that appeared before somebody's eyes, or changed there. */
export interface News {
  readonly seat: string;
  readonly at: number;
  readonly what: 'arrived' | 'changed' | 'opened';
  readonly sheet: Sheet;
}

export const sheetOf = (seat: string, { id, text, blocks, card }: Shown): Sheet => {
  if (blocks) return readBlocks(blocks, { seat, on: 'message', id });
  if (card) return readCard(card, { seat, message: id });
  return { title: '', lines: text.split('\n').map((line) => ({ text: line })), buttons: [] };
};

/** The form or card that lies over everything else. */
export const topOf = ({ seat, views, dialog }: SeatState): Sheet | undefined => {
  const view = views.at(-1);
  if (view) return readView(view, seat);
  if (dialog?.card) return readDialog(dialog.title, dialog.card, seat);
  return dialog?.text === undefined
    ? undefined
    : { title: dialog.title, lines: [{ text: dialog.text }], buttons: [] };
};

/** A card drawn anew with the same words has not changed for its reader. */
const faceOf = (seat: string, message: Shown): string => wordsOf(sheetOf(seat, message));
const topFaceOf = (state: SeatState | undefined): string | undefined => {
  const top = state && topOf(state);
  return top && wordsOf(top);
};

/** What is there now and was not there before. What people typed themselves is no news. */
export const newsBetween = (before: Place, after: Place): readonly News[] =>
  after.states.flatMap((state) => {
    const old = before.states.find((one) => one.seat === state.seat);
    const faces = new Map(old?.messages.map((message) => [message.id, faceOf(state.seat, message)]));
    const messages = state.messages
      .filter((message) => message.by !== 'person' && faces.get(message.id) !== faceOf(state.seat, message))
      .map((message): News => {
        const what = faces.has(message.id) ? 'changed' : 'arrived';
        const at = what === 'arrived' ? message.at : after.clock.now;
        return { seat: state.seat, at, what, sheet: sheetOf(state.seat, message) };
      });
    const top = topOf(state);
    return top && topFaceOf(old) !== topFaceOf(state)
      ? [...messages, { seat: state.seat, at: after.clock.now, what: 'opened', sheet: top }]
      : messages;
  });
