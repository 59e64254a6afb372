import type { CommandName } from './commands.ts';
import type { Role } from './people.ts';
import { roles } from './people.ts';

/** A button, a form or a command, by the name the router knows it by. */
export type Act = `tap ${string}` | `form ${string}` | `command ${CommandName}`;

const everybody = roles;
const therapists = ['therapist'] as const;
const teachers = ['teacher'] as const;
const pairs = ['teacher', 'therapist'] as const;
const coordinators = ['coordinator'] as const;
const whoTellsOfDays = ['teacher', 'coordinator'] as const;

/**
 * Which role may do what, before anything is looked up; whose row it is each use case asks on top. What is not here
 * nobody may do, so a new button, form or command begins with its row.
 */
export const rights: Readonly<Record<Act, readonly Role[]>> = {
  'command schedule': therapists,
  'command ask': everybody,
  'command week': everybody,
  'command pair': therapists,
  'command routine': pairs,
  'command log': therapists,
  'command minutes': therapists,
  'command touchbase': everybody,
  'command settings': everybody,
  'command help': everybody,

  'tap absence.also': everybody,
  'tap absence.back': everybody,
  'tap absence.undo': everybody,
  'tap ask.answer': teachers,
  'tap ask.other': teachers,
  'tap ask.skip': teachers,
  'tap ask.unsure': teachers,
  'tap change.also': whoTellsOfDays,
  'tap change.undo': whoTellsOfDays,
  'tap heard.change': teachers,
  'tap heard.not-then': teachers,
  'tap heard.right': teachers,
  'tap heard.undo': teachers,
  'tap heard.until': teachers,
  'tap heard.weekly': teachers,
  'tap help.show': everybody,
  'tap hush.set': everybody,
  'tap pair.open': therapists,
  'tap pairing.answer': teachers,
  'tap routine.keep': teachers,
  'tap routine.open': pairs,
  'tap schedule.show': therapists,
  'tap school.open': coordinators,
  'tap settings.open': everybody,
  'tap touch-base.answer': pairs,
  'tap touch-base.read': pairs,
  'tap touch-base.write': pairs,
  'tap visit.answer': teachers,
  'tap visit.log': therapists,
  'tap visit.propose': therapists,
  'tap visit.withdraw': therapists,
  'tap week.show': everybody,

  'form ask.other': teachers,
  'form heard.change': teachers,
  'form pair': therapists,
  'form routine': pairs,
  'form school': coordinators,
  'form settings': everybody,
  'form touch-base.write': pairs,
};

export const mayDo = (role: Role, act: Act): boolean => rights[act]?.includes(role) ?? false;
