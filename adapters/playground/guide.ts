import type { Seat } from './seats.ts';
import type { Move, Step } from './wire.ts';

const isTeacher = (seat: Seat): boolean => /teacher/i.test(seat.role);

/** "Try this": the main job in a few steps, told with whoever is there. */
export const guideFor = (seats: readonly Seat[], moves: readonly Move[]): readonly Step[] => {
  const therapist = seats.find((seat) => seat.platform === 'slack' && !isTeacher(seat));
  const teacher = seats.find((seat) => seat.platform === 'teams' && isTeacher(seat)) ?? seats.find(isTeacher);
  if (therapist === undefined || teacher === undefined) return [];
  const command = (words: string, seat: Seat): string =>
    seat.platform === 'slack' ? `/pushin ${words}` : words;
  const coordinator = seats.find((seat) => /coordinator/i.test(seat.role));
  const para = seats.find((seat) => /para/i.test(seat.role));
  const morning = moves.find((move) => /morning/i.test(move.id + move.label));
  const weeks = moves.find((move) => /six weeks/i.test(move.label));
  return [
    {
      seat: therapist.id,
      text: `Be ${therapist.name}. Invite ${teacher.name} to work together.`,
      say: command('pair', therapist),
    },
    { seat: teacher.id, text: `Be ${teacher.name}. Accept the invitation with one tap.` },
    {
      seat: teacher.id,
      text: 'Tell your week once, in your own words.',
      say: command('routine centers Tue and Thu 10-10:45, writing every day 9-9:40', teacher),
    },
    {
      seat: therapist.id,
      text: `Be ${therapist.name} again. See which times fit, and pick one.`,
      say: command('schedule', therapist),
    },
    { seat: teacher.id, text: `Be ${teacher.name}. Say yes: both cards change where they are.` },
    {
      seat: therapist.id,
      text: `Be ${therapist.name}. Plan all of the week at once, and send it with one tap.`,
      say: command('schedule week', therapist),
    },
    {
      seat: teacher.id,
      text: 'Move the clock. Nothing is sent while students are there.',
      ...(morning ? { move: morning.id } : {}),
    },
    ...(para
      ? [
          {
            seat: teacher.id,
            text: `“Who helps in class” names ${para.name}, who then hears who comes and may offer another part.`,
            say: command('week', teacher),
          },
        ]
      : []),
    ...(coordinator
      ? [
          {
            seat: coordinator.id,
            text: `Be ${coordinator.name}. Change a day for everybody; “Undo” takes it back.`,
            say: command('two-hour delay tomorrow', coordinator),
          },
        ]
      : []),
    ...(weeks
      ? [
          {
            seat: therapist.id,
            text: `Let everybody work for six weeks, then look at ${therapist.name}’s minutes.`,
            move: weeks.id,
          },
        ]
      : []),
  ];
};
