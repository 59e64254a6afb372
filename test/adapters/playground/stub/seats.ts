import type { Seat } from '../../../../adapters/playground/index.ts';

const seat = (id: string, name: string, platform: Seat['platform'], role: string, color: string): Seat => ({
  id,
  name,
  platform,
  role,
  avatar: { initials: name.replace(/^M[rs]+\. /, '').slice(0, 2), color },
});

export const ot = seat('U0OT', 'Dana Whitfield', 'slack', 'Occupational therapist', '#b45309');
export const grade1 = seat('U0GRADE1', 'Ms. Okafor', 'slack', 'Grade 1 teacher', '#4d7c0f');
export const grade2 = seat('0b5c-grade2', 'Ms. Rivera', 'teams', 'Grade 2 teacher, Room 12', '#7c3aed');
export const speech = seat('7f21-speech', 'Joel Tan', 'teams', 'Speech therapist', '#0369a1');
export const seats = [ot, grade1, grade2, speech];
