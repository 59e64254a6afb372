import { expect, test } from '@jest/globals';
import { guideFor } from '../../../adapters/playground/guide.ts';
import { grade1, grade2, ot, seats, speech } from './stub/seats.ts';

const moves = [
  { id: 'free', label: 'Next student-free minute' },
  { id: 'tomorrow', label: 'Next morning' },
];

test('the guide tells the story with a therapist on Slack and a teacher on Teams', () => {
  const steps = guideFor(seats, moves);
  expect(new Set(steps.map((step) => step.seat))).toEqual(new Set([ot.id, grade2.id]));
  expect(steps.length).toBeGreaterThanOrEqual(3);
  expect(steps.length).toBeLessThanOrEqual(7);
  expect(steps.find((step) => step.move)?.move).toBe('tomorrow');
});

test('a para is named by the teacher, with her own hand', () => {
  const para = { ...grade1, id: 'para', name: 'Ms. Bell', role: 'Para, grade 2' };
  const steps = guideFor([...seats, para], moves);
  expect(steps.find(({ text }) => text.includes('Ms. Bell'))).toMatchObject({ seat: grade2.id, say: 'week' });
  expect(steps.some(({ seat }) => seat === para.id)).toBe(false);
});

test('words are filled in as the platform of that person wants them', () => {
  for (const { seat, say } of guideFor(seats, moves)) {
    if (say) expect(say.startsWith('/pushin ')).toBe(seat === ot.id);
  }
});

test('without a pair to tell it with there is no guide', () => {
  expect(guideFor([grade1, grade2], moves)).toEqual([]);
  expect(guideFor([ot, speech], moves)).toEqual([]);
});

test('without a morning to move to, the step only says so', () => {
  expect(guideFor(seats, []).some((step) => step.move)).toBe(false);
});
