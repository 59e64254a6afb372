import type { Discipline } from '../people.ts';

export const disciplineLabel: Readonly<Record<Discipline, string>> = {
  ot: 'Occupational therapist',
  speech: 'Speech therapist',
  pt: 'Physical therapist',
  counseling: 'Counselor',
  behavior: 'Behavior specialist',
  setss: 'SETSS teacher',
};

/** Before a name or a time: "OT with Ms. Rivera". */
export const disciplineShort: Readonly<Record<Discipline, string>> = {
  ot: 'OT',
  speech: 'Speech',
  pt: 'PT',
  counseling: 'Counseling',
  behavior: 'Behavior',
  setss: 'SETSS',
};

/** Within a sentence: "occupational therapist", but "SETSS teacher". */
export const disciplineInSentence = (discipline: Discipline): string => {
  const [first = '', second = ''] = disciplineLabel[discipline];
  return second === second.toLowerCase()
    ? first.toLowerCase() + disciplineLabel[discipline].slice(1)
    : disciplineLabel[discipline];
};
