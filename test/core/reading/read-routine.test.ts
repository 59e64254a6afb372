import { describe, expect, test } from '@jest/globals';
import { activityKinds } from '../../../src/core/activity-kind.ts';
import { readRoutine } from '../../../src/core/reading/read-routine.ts';
import { kindLabel } from '../../../src/core/wording/activity-kinds.ts';
import { formatClock } from '../../../src/core/wording/clock-words.ts';
import { fc } from '../../setup/properties.ts';
import { scraps } from './now.ts';

/** "24 10:00 10:45 centers Centers": weekdays, start, end, kind, label. */
const told = (text: string): string[] =>
  readRoutine(text).blocks.map((block) => {
    const end = block.end === undefined ? '…' : formatClock(block.end);
    return `${block.weekdays.join('')} ${formatClock(block.start)} ${end} ${block.kind} ${block.label}`;
  });

const faults = (text: string): string[] => readRoutine(text).faults.map((fault) => fault.why);

describe('a week in a teacher’s words', () => {
  test('reads several blocks at once', () => {
    expect(told('centers Tue and Thu 10–10:45, writing every day 9–9:40, specials 1:25')).toEqual([
      '24 10:00 10:45 centers Centers',
      '12345 9:00 9:40 writing Writing',
      '12345 1:25 … specials Specials',
    ]);
  });

  test.each([
    ['Math MWF 1-1:45', '135 1:00 1:45 math Math'],
    ['writing every day 1-1:40', '12345 1:00 1:40 writing Writing'],
    ['writing each day 2-2:30', '12345 2:00 2:30 writing Writing'],
    ['PE T/Th 10:20-11', '24 10:20 11:00 pe PE'],
    ['writing Mon-Thu 9-9:40', '1234 9:00 9:40 writing Writing'],
    ['writing M-F 9-9:40', '12345 9:00 9:40 writing Writing'],
    ['Mon, Tue, and Thu writing 9-9:40', '124 9:00 9:40 writing Writing'],
    ['lunch daily 11:45 to 12:15', '12345 11:45 12:15 lunch Lunch'],
    ['10-10:45 Mon/Wed literacy centers', '13 10:00 10:45 centers Literacy centers'],
    ['small groups between 9 and 9:45 every day except Friday', '1234 9:00 9:45 centers Small groups'],
    ['math 10', '12345 10:00 … math Math'],
    ['Tuesdays: read aloud 2:15 for 20 min', '2 2:15 2:35 read_aloud Read aloud'],
    ['writing, tue 10', '2 10:00 … writing Writing'],
    ['grade 2 math, 10-11', '12345 10:00 11:00 math Grade 2 math'],
  ])('%j', (text, block) => {
    expect(told(text)).toEqual([block]);
    expect(faults(text)).toEqual([]);
  });

  test('a time alone goes on with the activity before it', () => {
    expect(told('centers Mon/Wed 10-10:45, Thu 1-1:40')).toEqual([
      '13 10:00 10:45 centers Centers',
      '4 1:00 1:40 centers Centers',
    ]);
  });

  test('"then" goes on with the days, and with the time where only an end is said', () => {
    expect(told('Tue: centers 10-10:45, then writing til 11:30')).toEqual([
      '2 10:00 10:45 centers Centers',
      '2 10:45 11:30 writing Writing',
    ]);
  });

  test('"and" parts two activities with times, and joins two days', () => {
    expect(told('math 10-11 and science Tue and Wed 1-1:45')).toEqual([
      '12345 10:00 11:00 math Math',
      '23 1:00 1:45 science Science',
    ]);
  });

  test('lines and semicolons part blocks as commas do', () => {
    expect(told('math 10-11; science 1-2\nsnack 2:15')).toHaveLength(3);
  });
});

describe('what cannot be read is named', () => {
  test.each([
    ['9-9:40', 'no-kind'],
    ['jolly time 9-9:40', 'no-kind'],
    ['centers', 'no-time'],
    ['centers Tue 10:45-10', 'ends-before-start'],
    ['centers Tue 10:75', 'no-such-time'],
    ['centers every other Tue 10-10:45', 'no-days'],
    ['writing day 4 9-9:40', 'no-days'],
  ])('%j', (text, why) => {
    expect(faults(text)).toEqual([why]);
    expect(readRoutine(text).blocks).toEqual([]);
  });

  test.each([
    ['a line', 'centers '.repeat(80)],
    ['a week', 'centers 10-10:45\n'.repeat(300)],
  ])('%s longer than anybody reads is not half read', (_what, text) => {
    expect(faults(text)).toEqual(['too-long']);
    expect(readRoutine(text).blocks).toEqual([]);
  });

  test('and the good lines beside it are kept', () => {
    const { blocks, faults: named } = readRoutine('math 10-11\ncenters Tue 10:75\nscience 1-2');
    expect(blocks.map((block) => block.kind)).toEqual(['math', 'science']);
    expect(named).toEqual([{ line: 'centers Tue 10:75', why: 'no-such-time' }]);
  });
});

test('any text gives blocks that run forward on real weekdays', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 700 }),
    fc.array(fc.constantFrom(...scraps), { maxLength: 30 }).map((words) => words.join(' ')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      for (const block of readRoutine(text).blocks) {
        expect(block.weekdays.length).toBeGreaterThan(0);
        expect(block.weekdays.every((day) => day >= 1 && day <= 7)).toBe(true);
        expect(block.start >= 0 && block.start < 1440).toBe(true);
        if (block.end !== undefined) expect(block.end > block.start && block.end <= 1440).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

test('a therapist’s own names for her hours are enough', () => {
  const { blocks, faults } = readRoutine('pull-out groups Mon Wed 9-10:30, lunch 11:45-12:15', 'other');
  expect(faults).toEqual([]);
  expect(blocks.map(({ kind, weekdays }) => [kind, weekdays])).toEqual([
    ['other', [1, 3]],
    ['lunch', [1, 2, 3, 4, 5]],
  ]);
});

test('a week PushIn shows can be sent back as it is, whatever is in it', () => {
  for (const kind of activityKinds) {
    const { blocks } = readRoutine(`${kindLabel[kind].toLowerCase()} every day 9:00–9:40`);
    expect([kind, blocks[0]?.kind]).toEqual([kind, kind]);
  }
});
