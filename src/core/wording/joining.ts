import type { Card } from '../card.ts';
import { action, counted, muted, note, text } from './parts.ts';

/** A Slack workspace and a Teams tenant of one district become one organization. */

const start = action('joining.start', 'Make a code', '');

export const joiningCodeCard = (id: string, code: string): Card => ({
  kind: 'joining',
  push: 'A code to bring two sides together',
  title: `Your code: ${code}`,
  parts: [
    text(
      'Give it to a coordinator of the other side, who types it to me there. Then tap “Who typed it?”. Nothing happens before your yes.',
    ),
    muted('It works once, for an hour.'),
  ],
  actions: [action('joining.look', 'Who typed it?', id, { tone: 'primary' })],
});

export const nobodyTypedCard = (id: string): Card => ({
  ...note('joining', 'Nobody has typed the code yet'),
  actions: [action('joining.look', 'Look again', id)],
});

export const codeTooOldCard = (): Card => ({
  ...note('joining', 'That code is used up or too old', 'A new one takes a moment.'),
  actions: [start],
});

/** To the coordinator who typed the code, whose side moves. */
export const joinQuestionCard = (
  code: string,
  host: string,
  { people, rooms }: { readonly people: number; readonly rooms: number },
): Card => ({
  kind: 'joining',
  push: 'Become one organization?',
  title: `Join ${host}?`,
  parts: [
    text('Your people and theirs can then pair across Slack and Teams. It cannot be taken apart again.'),
    text(
      `What I was told on your side is forgotten: ${counted(people, 'person', 'people')} and ${counted(rooms, 'class', 'classes')}. You stay a coordinator; the others tell me who they are the next time they write.`,
    ),
  ],
  actions: [action('joining.answer', 'Yes, ask them', code, { tone: 'primary' })],
});

export const joinAskedCard = (): Card =>
  note(
    'joining',
    'Almost there',
    'The coordinator who made the code now says yes. Write to me after that, and I know you on their side.',
  );

/** To the coordinator who made the code. */
export const joinConfirmCard = (id: string, person: string, organization: string): Card => ({
  kind: 'joining',
  push: 'Somebody typed your code',
  title: `${person} of ${organization} typed your code`,
  parts: [
    text(
      'With your yes their workspace or tenant becomes part of your organization, and everybody in it can tell me who they are. It cannot be taken apart again.',
    ),
    muted('If you do not know them, say no.'),
  ],
  actions: [
    action('joining.confirm', 'Yes, make us one', id, { tone: 'primary' }),
    action('joining.refuse', 'No', id),
  ],
});

export const joinedCard = (person: string): Card =>
  note('joining', 'You are one organization now', `I know ${person} as a coordinator here.`);

export const joinRefusedCard = (): Card => note('joining', 'The code is torn up', 'Nothing was changed.');

/** Visits, minutes and agreements are not carried over, so a side that has any does not move. */
export const cannotMoveCard = (): Card => ({
  ...note(
    'joining',
    'The side that types the code cannot have pairings yet',
    'Make the code there, and let it be typed on the other side. If both sides have pairings, they stay as they are.',
  ),
  actions: [start],
});
