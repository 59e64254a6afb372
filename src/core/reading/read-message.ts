import { noHours } from './message/hours-meant.ts';
import { readTeacher } from './message/read-teacher.ts';
import { readTherapist } from './message/read-therapist.ts';
import { sayingsOf } from './message/said.ts';
import type { MessageContext, Understanding } from './message/understanding.ts';
import { normalize, READ_LIMIT } from './normalize.ts';
import type { Bells } from './time-phrase/bell-at.ts';

const noBells: Bells = new Map();

const tooLong: Understanding = {
  intent: 'other',
  days: [],
  ...noHours,
  activity: undefined,
  available: undefined,
  welcome: undefined,
  tooLong: true,
};

/** What a person means by a message, in the light of the question it answers. Always an answer, never a throw. */
export const readMessage = (text: string, context: MessageContext): Understanding => {
  if (text.length > READ_LIMIT) return tooLong;
  const said = sayingsOf(normalize(text), context.now, context.bells ?? noBells);
  return context.role === 'teacher' ? readTeacher(said, context) : readTherapist(said, context);
};
