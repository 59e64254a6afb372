/** Times and messages of our own making, put together so that no two are alike. */
const days = [
  'Tuesday',
  'tmrw',
  'weds',
  'next Thursday',
  'nov 17',
  'the 14th',
  'Friday',
  '11/18',
  'today',
  'in two weeks',
];
const hours = [
  'at 10',
  '10-10:45',
  'from 9 til 9:40',
  '@ 1:15',
  'at quarter past 9',
  '1250-135',
  '2pm',
  'for 30 min at 10',
  'between 1 and 2',
  'in the morning',
];
const frames = ['', 'can we do ', "I'll be out ", 'please come ', 'is it free ', 'we meet '];

export const phrases: readonly string[] = frames.flatMap((frame) =>
  days.flatMap((day) => hours.map((hour) => `${frame}${day} ${hour}`)),
);

const kinds = [
  'centers',
  "writer's workshop",
  'the math test',
  'specials (art)',
  'read aloud',
  'a field trip',
  'phonics',
];
const tails = [
  '',
  ', come on in',
  ' but pls skip',
  ' then snack',
  ', not sure yet',
  ' sorry!',
  " so can't do it",
  ' every week',
];

export const messages: readonly string[] = kinds.flatMap((kind) =>
  tails.flatMap((tail) =>
    ['10-10:40', 'til 1045', 'tues', 'all morning'].map((when) => `we have ${kind} ${when}${tail}`),
  ),
);

/** As long as a message may be, and made to be walked over again and again. */
export const longMessages: readonly string[] = [
  '1-',
  'mon/',
  'not ',
  'the ',
  'a ',
  '10 10 ',
  '5 days and ',
  'week of ',
  'every other ',
  'half an ',
  '!',
  'we have a test tuesday at 10, then math til 11 but maybe not ',
].map((piece) => piece.repeat(500).slice(0, 500));
