/** Changes nobody could notice, because nothing comes out otherwise: what stands there, what it becomes, and why. */
export const equivalent = [
  {
    file: 'src/core/quiet-hours.ts',
    from: 'hours.length === 0',
    to: 'false',
    why: 'no hours leave no windows; it only comes sooner to that',
  },
  {
    file: 'src/core/quiet-hours.ts',
    from: '[]',
    to: '["Stryker was here"]',
    why: 'a text is no span, as the compiler says: it holds no minute and closes none',
  },
  {
    file: 'src/core/quiet-hours.ts',
    from: 'postsOf(t).length === 1',
    to: 'false',
    why: 'with one school the same is taken out twice, or looked for on two days more that cannot open sooner',
  },
  {
    file: 'src/core/quiet-hours.ts',
    from: "''",
    to: '"Stryker was here!"',
    why: 'everybody has a post; the empty text is for the compiler',
  },
  {
    file: 'src/core/quiet-hours.ts',
    from: 'instant < found',
    to: 'instant <= found',
    why: 'of two that are the same either will do',
  },
  {
    file: 'src/core/quiet-hours.ts',
    from: 'Math.min(last, day + 2)',
    to: 'Math.max(last, day + 2)',
    why: 'the days after those two open no sooner',
  },
  {
    file: 'src/core/quiet-hours.ts',
    from: 'found === after',
    to: 'false',
    why: 'nothing opens sooner than now',
  },
  {
    file: 'src/core/quiet-hours.ts',
    from: 'found === undefined',
    to: 'false',
    why: 'at the end: what was not found is before nothing, so it stays not found',
  },
  {
    file: 'src/core/calendar/changes-for.ts',
    from: "'class'",
    to: '""',
    why: 'any word will do that the other two are not',
  },
  {
    file: 'src/core/calendar/changes-for.ts',
    from: "'grade'",
    to: '""',
    why: 'any word will do that the other two are not',
  },
  {
    file: 'src/core/calendar/changes-for.ts',
    from: "'school'",
    to: '""',
    why: 'any word will do that the other two are not',
  },
  {
    file: 'src/core/reading/time-phrase/bell-at.ts',
    from: 'name === undefined',
    to: 'false',
    why: 'what has a name here has a span, and nothing else has',
  },
  {
    file: 'src/core/reading/time-phrase/bell-at.ts',
    from: 'span === undefined',
    to: 'false',
    why: 'what has a name here has a span, and nothing else has',
  },
  {
    file: 'src/core/reading/time-phrase/bell-at.ts',
    from: 'name === undefined || span === undefined',
    to: 'name === undefined && span === undefined',
    why: 'what has a name here has a span, and nothing else has',
  },
  {
    file: 'src/core/import/read-weeks.ts',
    from: 'start && end',
    to: 'true',
    why: 'a date that is not there is neither sooner nor later; the two are for the compiler',
  },
  {
    file: 'src/core/import/read-weeks.ts',
    from: 'start && end',
    to: 'start || end',
    why: 'a date that is not there is neither sooner nor later; the two are for the compiler',
  },
];
