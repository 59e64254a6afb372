import type { Card } from '../card.ts';
import type { Block } from '../classroom.ts';
import type { Form, Option } from '../form.ts';
import { note } from './parts.ts';
import { routineText } from './routine.ts';

/** Hours of every week outside the class; of the pair that is chosen. */
export const pullOutForm = (pairs: readonly Option[], known: readonly Block[]): Form => ({
  name: 'minutes.standing',
  ref: '',
  title: 'Standing pull-out',
  intro:
    'The teacher’s week shows when it is, and that it is with you. Nothing is proposed or sent to you then.',
  submit: 'Save',
  fields: [
    {
      kind: 'choice',
      name: 'pairing',
      label: 'Where',
      options: pairs,
      ...(pairs.length === 1 && pairs[0] ? { value: pairs[0].value } : {}),
    },
    {
      kind: 'text',
      name: 'words',
      label: 'When, every week',
      placeholder: 'Tue and Thu 10–10:30',
      hint: 'All of this class, one per line. Empty means there are none.',
      multiline: true,
      maxLength: 500,
      optional: true,
      ...(known.length > 0 ? { value: pullOutTimes(known) } : {}),
    },
  ],
});

export const pullOutFault = 'Please choose where.';

export const pullOutKeptCard = (room: string, teacher: string, times: readonly Block[]): Card =>
  times.length === 0
    ? note('pull-out', `No more hours outside ${room}`, `${teacher}’s week no longer shows any.`)
    : note('pull-out', `Every week outside ${room}`, `${pullOutTimes(times)}\n${teacher}’s week shows it.`);

/** As they can be typed back: “Tue 10:00–10:30”. */
const pullOutTimes = (times: readonly Block[]): string =>
  routineText(times, false).replaceAll(/^students /gm, '');

/** On the teacher’s week. */
export const pullOutWords = (therapist: string): string => `with ${therapist}`;
