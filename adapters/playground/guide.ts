import type { Seat } from './seats.ts';
import type { Move, Step } from './wire.ts';

const isTeacher = (seat: Seat): boolean => /teacher/i.test(seat.role);

/** "Try this": the main job in five steps, told with whoever is there. */
export const guideFor = (seats: readonly Seat[], moves: readonly Move[]): readonly Step[] => {
  const therapist = seats.find((seat) => seat.platform === 'slack' && !isTeacher(seat));
  const teacher = seats.find((seat) => seat.platform === 'teams' && isTeacher(seat)) ?? seats.find(isTeacher);
  if (therapist === undefined || teacher === undefined) return [];
  const command = (words: string, seat: Seat): string =>
    seat.platform === 'slack' ? `/pushin ${words}` : words;
  const morning = moves.find((move) => /morning/i.test(move.id + move.label));
  return [
    {
      seat: therapist.id,
      text: `Be ${therapist.name}. Start working with ${teacher.name}.`,
      say: command('pair', therapist),
    },
    {
      seat: teacher.id,
      text: `Be ${teacher.name}. Tell your week once, in your own words.`,
      say: 'centers Tue and Thu 10-10:45, writing every day 9-9:40',
    },
    {
      seat: teacher.id,
      text: `Move the clock. PushIn writes to ${teacher.name} only while no students are there. Answer with one tap.`,
      ...(morning ? { move: morning.id } : {}),
    },
    {
      seat: therapist.id,
      text: `Be ${therapist.name}. See which times fit next week, and pick one.`,
      say: command('schedule', therapist),
    },
    { seat: teacher.id, text: `Be ${teacher.name}. See your week.`, say: command('week', teacher) },
  ];
};
