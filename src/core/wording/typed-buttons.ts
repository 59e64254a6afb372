import type { Act } from '../rights.ts';
import type { Hush } from './hush.ts';

/** Buttons that begin something of their own: their words do the same when somebody types them. */
const buttons: Readonly<Record<string, Act>> = {
  'Ask for something': 'tap request.open',
  'Add pull-out or consulting': 'tap minutes.add',
  'As a table': 'tap minutes.table',
  'How it goes': 'tap minutes.progress',
  'Join Slack and Teams': 'tap joining.start',
  'Make-up rule': 'tap minutes.make-up',
  'My routine': 'tap routine.open',
  'Notes for home': 'tap home-notes.open',
  'Pair with a teacher': 'tap pair.open',
  'Plan the team’s week': 'tap team.plan',
  'Plan the whole week': 'tap plan.week',
  'School day': 'tap school.open',
  'Share something': 'tap strategy.new',
  'Standing pull-out': 'tap minutes.standing',
  'Tell my week': 'tap routine.open',
  'The mandate changed': 'tap minutes.mandate',
  'Who helps in class': 'tap para.open',
};

interface Typed {
  readonly act: Act;
  readonly value?: string;
}

/** Whoever said “stop” says “start”. */
const startWords = ['write again', 'start', 'start again', 'resume', 'unmute'];
const writeAgain: Typed = { act: 'tap hush.set', value: 'over' satisfies Hush };

const plain = (words: string): string =>
  words
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[.!?“”"]/gu, '')
    .trim();

const byWords = new Map<string, Typed>([
  ...Object.entries(buttons).map(([label, act]) => [plain(label), { act }] as const),
  ...startWords.map((words) => [words, writeAgain] as const),
]);

/** The button whose words these are, and nothing else. */
export const buttonTyped = (text: string): Typed | undefined => byWords.get(plain(text));

export const typedButtons = Object.entries(buttons);
