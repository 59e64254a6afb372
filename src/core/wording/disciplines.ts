import type { Discipline } from '../people.ts';

export const disciplineLabel: Readonly<Record<Discipline, string>> = {
  ot: 'Occupational therapist',
  speech: 'Speech therapist',
  pt: 'Physical therapist',
  counseling: 'Counselor',
  behavior: 'Behavior specialist',
  setss: 'SETSS teacher',
};
