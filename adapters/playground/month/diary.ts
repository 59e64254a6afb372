import { THE_FIRST } from '../demo/sheet.ts';
import type { Day, Deed, Exception, Habit, Person } from './deed.ts';

/** A school's month and a half, as its people live it: what they do by habit, what they do of themselves, and what went otherwise. */
export const habits: readonly Habit[] = [
  ...(['Ms. Rivera', 'Mr. Okafor'] as const).flatMap((who): Habit[] => [
    { who, sees: /would like to work in your room/, does: [{ taps: 'Yes, let’s try' }] },
    { who, sees: /would like to join/, does: [{ taps: 'Yes to all' }] },
    { who, sees: /would like to join/, does: [{ taps: 'Yes to the rest' }] },
    { who, sees: /would like to join/, does: [{ taps: 'Yes' }] },
    { who, sees: /What’s happening \w+ at (8|9)/, does: [{ taps: 'Writing' }] },
    { who, sees: /What’s happening \w+ at 1[0-2]?\b/, does: [{ taps: 'Centers' }] },
    { who, sees: /What’s happening/, does: [{ taps: 'Not sure yet' }] },
    { who, sees: /has something to try/, does: [{ taps: 'Read' }] },
    { who, sees: /Did it get a chance\?/, does: [{ taps: 'Helped' }] },
    { who, sees: /visit for you\?/, does: [{ taps: 'Went well' }] },
    { who, sees: /More of that, the same, or less\?/, does: [{ taps: 'The same' }] },
    { who, sees: /could take this off your plate/, does: [{ taps: 'Yes, please' }] },
  ]),
  ...(['Maya Brooks', 'Jonah Price'] as const).flatMap((who): Habit[] => [
    { who, sees: /How did it go\?/, does: [{ taps: 'As planned' }] },
    { who, sees: /What do you have in mind\?/, does: [{ taps: 'What I left to try' }] },
    { who, sees: /What do you have in mind\?/, does: [{ taps: 'As last time' }] },
    {
      who,
      sees: /What do you have in mind\?/,
      does: [{ taps: 'Pick a plan' }, { fills: { 'Pick one': THE_FIRST } }],
    },
    { who, sees: /held for you/, does: [{ taps: 'Ask for this' }] },
    { who, sees: /held for you/, does: [{ taps: 'Ask for the first of each' }] },
    { who, sees: /said yes, please/, does: [{ taps: 'Done' }] },
    { who, sees: /Six weeks in/, does: [{ taps: 'Keep it' }] },
  ]),
  ...(['Ms. Rivera', 'Maya Brooks', 'Jonah Price', 'Mr. Okafor'] as const).flatMap((who): Habit[] => [
    { who, sees: /Five minutes with/, does: [{ taps: 'Yes' }] },
    { who, sees: /: five minutes with/, does: [{ taps: 'We talked' }] },
    { who, sees: /would do it like this/, does: [{ taps: 'Fine with me' }] },
  ]),
];

const pairs = (
  who: Person,
  teacher: string,
  focuses: readonly string[],
  students: string,
  visits: string,
): Deed => ({
  day: '0 Fri',
  at: '15:00',
  who,
  says: '/pushin pair',
  next: [
    {
      fills: {
        Teacher: teacher,
        'What you work on': focuses,
        'Students, by alias': students,
        Visits: visits,
      },
    },
  ],
});

/** On the last afternoon of a week, both therapists plan the next one and send it. */
const plansAhead = (day: Day, at = '15:00'): readonly Deed[] =>
  (['Maya Brooks', 'Jonah Price'] as const).map((who) => ({
    day,
    at,
    who,
    says: '/pushin schedule week',
    next: [{ taps: 'Send to all teachers' }],
  }));

export const deeds: readonly Deed[] = [
  pairs('Maya Brooks', 'Ms. Rivera (Room 12)', ['Fine motor', 'Handwriting'], 'K., Otter', '2'),
  pairs('Jonah Price', 'Ms. Rivera (Room 12)', ['Language', 'Articulation'], 'Otter', '2'),
  pairs('Maya Brooks', 'Mr. Okafor (Room 7)', ['Fine motor'], 'Pip', '1'),
  pairs('Jonah Price', 'Mr. Okafor (Room 7)', ['Language'], 'Wren', '1'),
  {
    day: '0 Fri',
    at: '15:00',
    who: 'Ms. Rivera',
    says: 'routine writing every day 9-9:40, centers Tue and Thu 10-10:45, lunch every day 11:40-12:25, specials every day 1:25-2:10',
  },
  {
    day: '0 Fri',
    at: '15:00',
    who: 'Mr. Okafor',
    says: '/pushin routine lunch 11:20-12:05, centers Tue and Fri 1-1:45, writing Mon and Wed 9-9:40',
  },
  { day: '0 Fri', at: '15:00', who: 'Maya Brooks', says: '/pushin routine groups Fri 11-12:10' },
  { day: '0 Fri', at: '15:00', who: 'Jonah Price', says: '/pushin routine groups Mon 7:30-8:30' },
  ...plansAhead('0 Fri'),

  ...plansAhead('1 Fri'),
  { day: '2 Mon', at: '11:45', who: 'Ms. Rivera', says: 'testing 9-10 tomorrow' },
  { day: '2 Wed', at: '14:50', who: 'Mr. Okafor', says: '/pushin sub tomorrow' },
  ...plansAhead('2 Fri'),
  { day: '3 Mon', at: '7:50', who: 'Dana Lee', says: '/pushin assembly Thu 9-10' },
  {
    day: '3 Wed',
    at: '15:00',
    who: 'Maya Brooks',
    says: '/pushin minutes',
    next: [
      { taps: 'Add pull-out or consulting' },
      { fills: { Where: THE_FIRST, What: 'Pull-out, held', Minutes: '30 minutes', 'Began at': '10:00' } },
    ],
  },
  ...plansAhead('3 Fri'),
  { day: '4 Mon', at: '7:50', who: 'Dana Lee', says: '/pushin no school Thu and Fri' },
  ...plansAhead('5 Mon', '7:42'),
  ...plansAhead('5 Fri'),
  { day: '6 Fri', at: '15:00', who: 'Maya Brooks', says: '/pushin minutes' },
  { day: '6 Fri', at: '15:00', who: 'Maya Brooks', says: '/pushin strategies' },
];

const couldNot = (day: Day, why: string): Exception => ({
  day,
  who: 'Jonah Price',
  sees: /How did it go\? Room 12/,
  does: [{ taps: 'Could not' }, { taps: why }],
});

export const exceptions: readonly Exception[] = [
  {
    day: '1 Tue',
    who: 'Maya Brooks',
    sees: /How did it go\? Room 12/,
    does: [{ taps: 'Adapted' }],
  },
  {
    day: '1 Tue',
    who: 'Maya Brooks',
    sees: /· adapted/,
    does: [
      { taps: 'Add a note' },
      {
        fills: {
          Found: ['Somebody was upset'],
          Did: ['Calmed down together first', 'Modeled it for the adults'],
          'Consulted with the adults': '5 minutes',
          Tally: '3 of 5',
          'Help needed': 'With words',
          'Test next time': 'Timer first, then the pencil',
        },
      },
    ],
  },
  {
    day: '1 Tue',
    who: 'Maya Brooks',
    sees: /· adapted/,
    does: [
      { taps: 'Something to try' },
      {
        fills: {
          'Or in your words': 'Timer first, then the pencil',
          'Cue words': 'First breathe, then write',
          'Who gets it': ['Ms. Rivera'],
        },
      },
    ],
  },
  // Two weeks of flu, and once he has to sit in on a test: the third Tuesday at ten.
  couldNot('2 Tue', 'Student absent'),
  couldNot('2 Wed', 'Student absent'),
  couldNot('3 Mon', 'Student absent'),
  couldNot('3 Wed', 'Student absent'),
  couldNot('4 Tue', 'Called away'),
];
