import type { Action, Card, Part } from '../card.ts';
import type { Block } from '../classroom.ts';
import type { Form } from '../form.ts';
import type { RoutineOffer } from '../routine-offer.ts';
import type { LocalDate, Minute, Weekday } from '../time.ts';
import { kindLabel } from './activity-kinds.ts';
import { formatClock, formatDay, formatSpan } from './clock-words.ts';
import { cycleWords, dayParts, type MyDay } from './my-day.ts';
import { action, capital, muted, note, strong, text } from './parts.ts';

/** How a therapist's own week is headed, where a teacher's has the room's name. */
export const ownTimes = 'Your own times';

const dayNames: Record<Weekday, string> = {
  1: 'Mon',
  2: 'Tue',
  3: 'Wed',
  4: 'Thu',
  5: 'Fri',
  6: 'Sat',
  7: 'Sun',
};

const longDayNames: Record<Weekday, string> = {
  1: 'Monday',
  2: 'Tuesday',
  3: 'Wednesday',
  4: 'Thursday',
  5: 'Friday',
  6: 'Saturday',
  7: 'Sunday',
};

const daysWords = (weekdays: readonly Weekday[]): string => {
  const days = [...weekdays].sort();
  return days.join('') === '12345' ? 'every day' : days.map((day) => dayNames[day]).join(' ');
};

/** A therapist's own hours have no kind of activity; a class's do. */
const blockName = (block: Block, ofClass: boolean): string =>
  block.kind === 'other' && !ofClass ? 'students' : kindLabel[block.kind].toLowerCase();

/** One block as a line that can be typed back: “writing every day 9:00–9:40”. */
const blockLine = (block: Block, ofClass: boolean): string =>
  `${blockName(block, ofClass)} ${onWords(block)} ${formatSpan(block)}${block.period === undefined ? '' : ` (${block.period})`}`;

const onWords = ({ cycleDays, weekdays }: Block): string =>
  cycleDays === undefined
    ? daysWords(weekdays)
    : `${cycleDays.cycle} ${cycleDays.days.length === 1 ? 'day' : 'days'} ${cycleDays.days.join(' ')}`;

/** "Every Tuesday", "Every Day 4", "Every A day". */
const everyWords = ({ cycleDays, weekdays }: Block): string =>
  cycleDays === undefined
    ? `Every ${weekdays.map((day) => longDayNames[day]).join(' and ')}`
    : `Every ${cycleWords(cycleDays.cycle, cycleDays.days[0] ?? '', false)}`;

/** What was told twice alike, offered as part of the week. */
export const routineOfferParts = (
  { block, before }: RoutineOffer,
  place: { readonly classroomId: string; readonly date: LocalDate; readonly minute: Minute },
  today: LocalDate,
): { readonly words: string; readonly action: Action } => ({
  words: `You said the same for ${formatDay(before, today)}. Is it like that every week?`,
  action: action('routine.keep', everyWords(block), place.classroomId, {
    value: `${place.date}/${place.minute}`,
  }),
});

export const routineKeptCard = (block: Block, ref: string): Card => ({
  kind: 'routine-kept',
  push: 'Your week has it now',
  title: capital(blockLine(block, true)),
  parts: [text('It is part of your week now. I won’t ask about it unless something depends on it.')],
  actions: [action('routine.open', 'See my week', ref, { opensForm: true })],
});

export const routineText = (blocks: readonly Block[], ofClass: boolean): string =>
  blocks.map((block) => blockLine(block, ofClass)).join('\n');

export const routineForm = (
  place: { readonly ref: string; readonly name: string; readonly forTeacher: boolean },
  blocks: readonly Block[],
  isGuess = false,
): Form => ({
  name: 'routine',
  ref: place.ref,
  title: 'Your week',
  intro: isGuess
    ? `A first guess for ${place.name} from your school’s bells. Change what is different, one thing per line.`
    : place.forTeacher
      ? `What ${place.name} does in an ordinary week, one thing per line. Rough is fine; you can change it any time.`
      : 'When you have students of your own, one thing per line. I write to you around those times.',
  submit: 'Save',
  fields: [
    {
      kind: 'text',
      name: 'words',
      label: 'In your words',
      multiline: true,
      maxLength: 2000,
      placeholder: place.forTeacher
        ? 'centers Tue and Thu 10–10:45\nwriting every day 9–9:40\nspecials 1:25–2:10'
        : 'groups Mon Wed 9–10:30\nlunch 11:45–12:15',
      ...(blocks.length > 0 ? { value: routineText(blocks, place.forTeacher) } : {}),
    },
  ],
});

/** “My day as PushIn sees it”: the week's blocks and when I may write. */
export const routineCard = (facts: {
  readonly place: string;
  readonly ref: string;
  readonly blocks: readonly Block[];
  readonly myDay: MyDay;
  readonly today: LocalDate;
  readonly ofClass: boolean;
  /** Blocks told without an end. */
  readonly guessed: readonly Block[];
}): Card => ({
  kind: 'routine',
  push: 'Your week as I see it',
  title: `${facts.place}, an ordinary week`,
  parts: [
    ...(facts.blocks.length > 0
      ? ([
          strong('What happens'),
          text(facts.blocks.map((block) => capital(blockLine(block, facts.ofClass))).join('\n')),
        ] satisfies Part[])
      : [text('You haven’t told me yet. A few words are enough, like “writing every day 9–9:40”.')]),
    ...facts.guessed.map((block) => muted(guessedEnd(block, facts.ofClass))),
    ...dayParts(facts.myDay, facts.today),
  ],
  actions: [
    action('routine.open', facts.blocks.length > 0 ? 'Change it' : 'Tell my week', facts.ref, {
      opensForm: true,
      tone: 'primary',
    }),
  ],
});

export const routineFaults = {
  'no-days': (line: string) => `“${line}”: I can’t tell the days. Try “Tue and Thu” or “every day”.`,
  'no-time': (line: string) => `“${line}”: when does it start? Try “10–10:45”.`,
  'no-kind': (line: string) =>
    `“${line}”: I don’t know that activity. Try centers, writing, reading, math, specials, lunch, recess, prep.`,
  'ends-before-start': (line: string) => `“${line}” ends before it starts.`,
  'no-such-time': (line: string) => `“${line}”: that isn’t a time of day.`,
  'too-long': () => 'That is more than I can read at once. Please tell it in shorter lines.',
  empty: 'Please tell me at least one thing, like “writing every day 9–9:40”.',
} as const;

export const routineFaultCard = (sentences: readonly string[]): Card =>
  note('routine-fault', 'I couldn’t read all of that, so nothing changed', sentences.join('\n'));

export const noRoomCard = (): Card =>
  note(
    'routine',
    'You have no class here yet',
    'An invitation brings your room along, or your coordinator adds it.',
  );

/** A time I completed myself is shown as such. */
const guessedEnd = (block: Block, ofClass: boolean): string =>
  `${capital(blockName(block, ofClass))} ${formatClock(block.start)}: I guessed it ends at ${formatClock(block.end)}.`;

export const whichRoomCard = (rooms: readonly { readonly id: string; readonly name: string }[]): Card => ({
  kind: 'which-room',
  push: 'Which class?',
  title: 'Which class?',
  parts: rooms.map(
    (room): Part => ({
      kind: 'option',
      text: room.name,
      action: action('routine.open', 'This one', room.id, { opensForm: true }),
    }),
  ),
  actions: [],
});
