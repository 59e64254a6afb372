import { describe, expect, test } from '@jest/globals';
import { wordsOfKind } from '../../../src/core/reading/lexicon/kind-words.ts';
import { looseWords } from '../../../src/core/reading/lexicon/loose-words.ts';
import { welcomeWords } from '../../../src/core/reading/lexicon/welcome-words.ts';
import { intents, type Understanding } from '../../../src/core/reading/message/understanding.ts';
import { readMessage } from '../../../src/core/reading/read-message.ts';
import { fc } from '../../setup/properties.ts';
import { now, scraps } from './now.ts';

const asked = { day: '2026-11-10', start: 600, end: 630 };
const teacher = (text: string): Understanding => readMessage(text, { role: 'teacher', now, asked });
const therapist = (text: string): Understanding =>
  readMessage(text, { role: 'therapist', now, asked: undefined });

describe('a teacher', () => {
  test.each([
    [
      'phonics 10-10:25 then science',
      { activity: 'phonics', start: 600, end: 625, next: { activity: 'science', start: 625 } },
    ],
    [
      'writing til 10:20 then math 10:30-11:20',
      { activity: 'writing', end: 620, next: { activity: 'math', start: 630, end: 680 } },
    ],
    ['oops meant 10:15', { intent: 'correction', start: 615 }],
    ['meant 10:15', { intent: 'correction', start: 615 }],
    ['no wait 10:15', { intent: 'correction', start: 615 }],
    ['packing up starts 1020, before that math', { activity: 'math', end: 620 }],
    ['specials (art)', { activity: 'art', available: 'maybe' }],
    ['no quiz, just centers', { activity: 'centers', available: 'yes' }],
    ['all day Wed and Thu we have MAP', { intent: 'unavailable', days: ['2026-11-11', '2026-11-12'] }],
    ['not 10, 10:30', { intent: 'propose_time', start: 630 }],
    ['recess until 10:20 but come after that', { intent: 'propose_time', start: 620 }],
    ['idk about thursday, ask me wed', { intent: 'defer', available: 'maybe' }],
    ['sub tmrw but please still come', { intent: 'accept', available: 'yes' }],
    ['please no texts before 8', { intent: 'opt_out', days: [], available: undefined }],
    ['mornign mtg till 930', { activity: 'morning_meeting', end: 570 }],
    ['*10:20', { intent: 'correction', start: 620 }],
    ['oh wait thats wednesday', { intent: 'correction', days: ['2026-11-11'] }],
    ['Thursday is better than Wednesday', { intent: 'propose_time', days: ['2026-11-12'] }],
    ['the last 10 minutes would be ok', { intent: 'propose_time', available: 'yes' }],
    ['if you come at all, not sure, tell you monday', { intent: 'defer', days: ['2026-11-10'] }],
    ['the room is being painted', { intent: 'unavailable', available: 'no' }],
    ['centers and I already have 3 adults', { activity: 'centers', available: 'maybe' }],
    ["normally I'd say come on in, but the grade is in the capitol", { intent: 'unavailable' }],
    ['reviewing for the big math test', { activity: 'math', available: 'yes' }],
    ['we are doing our sun stones', { intent: 'report_activity', activity: undefined, available: 'maybe' }],
    ['might have testing then', { intent: 'defer', available: 'maybe' }],
    ['if we finish the quiz you can come', { available: 'maybe' }],
    ["come in as long as there's no drill", { available: 'maybe' }],
    ['slammed rn, hit me up after lunch', { intent: 'defer', available: 'maybe' }],
    ['that should be fine', { intent: 'accept', available: 'yes' }],
    ['no changes from last week', { intent: 'same_as', days: ['2026-11-10'] }],
    ['same as last Friday', { intent: 'same_as', days: ['2026-11-10'] }],
    ['science rotations 10-10:40', { activity: 'centers', start: 600, end: 640 }],
    ['reading test prep', { activity: 'reading', available: 'yes' }],
    ['half the class is at chorus so just packets', { activity: 'independent_work' }],
    ['scratch writing, doing math', { intent: 'correction', activity: 'math' }],
    ["my bad it's science, swapped with reading", { intent: 'correction', activity: 'science' }],
    ['testing until 10:20, come after that', { intent: 'report_activity', end: 620, available: 'yes' }],
    ['try again in June', { available: 'no' }],
    ["math, you'd just be sitting there", { activity: 'math', available: 'no' }],
    ['math, they write letters to your office', { activity: 'math', available: 'maybe' }],
    ['let’s say one fifteen instead', { intent: 'propose_time', start: 795 }],
    ['yes but only for the first 20', { intent: 'propose_time', start: undefined }],
    ['you may certainly sit with us', { intent: 'accept', available: 'yes' }],
    ['lunch in the cafeteria, you can sit with the kids', { activity: 'lunch', available: 'yes' }],
    ['science, but if the projector is dead do not come', { activity: 'science', available: 'maybe' }],
    ['sure unless we run out of subs, then scrap it', { available: 'maybe' }],
    ['nobody is absent and nothing is cancelled, number bonds', { activity: 'math', available: 'yes' }],
    ['the assembly got cancelled so math', { activity: 'math', available: 'yes' }],
    ['no gym, coach is out, so math games. come!', { activity: 'math', available: 'yes' }],
    ['stations, a zoo but a good zoo', { activity: 'centers', available: 'yes' }],
    ["science, it'll be a disaster", { available: 'no' }],
    ['they have gym so they wont be in the room', { activity: 'pe', available: 'maybe' }],
    ['directed drawing of turkeys', { activity: 'art', available: 'yes' }],
    ['painting with ms rosa', { activity: 'art', available: 'maybe' }],
    ['Gold Rush dioramas', { activity: 'group_project' }],
    ['heggerty and blending drills', { activity: 'phonics', available: 'yes' }],
    ['i am reading Chrysanthemum to them', { activity: 'read_aloud' }],
    ["kahoot to review for our math quiz, it's not the quiz itself", { activity: 'math', available: 'yes' }],
    ['the reading specialist is in here already, no space', { activity: undefined, available: 'no' }],
    ['PE, and they are back at 10:25', { activity: 'pe', end: 625 }],
    ['same as today, except it is math', { intent: 'same_as', activity: 'math' }],
    ['not Wed, Thursday', { intent: 'propose_time', days: ['2026-11-12'] }],
    ['Wed 1-1:30 or Thurs 2-2:30 would work', { intent: 'propose_time', start: undefined, end: undefined }],
    ['make it 2 instead of 10?', { intent: 'propose_time', start: 840 }],
    ['Thursday is calm', { intent: 'propose_time', days: ['2026-11-12'] }],
    ['I shall confirm once the office knows', { intent: 'defer', available: 'maybe' }],
    ['half passed nine would be better', { intent: 'propose_time', start: 570 }],
    ['we are righting stories from ten two ten forty', { activity: 'writing', start: 600, end: 640 }],
    ['sorry wrong chat, that was for my husband', { intent: 'other' }],
    ['❤️❤️', { intent: 'accept', available: 'yes' }],
    ['come whenever, except tuesday', { available: 'no' }],
    ['why not tuesday!', { intent: 'accept', available: 'yes' }],
    ['I can only do until 10', { available: 'no' }],
    ['I can only do until 10:20', { intent: 'accept', end: 620 }],
    ["I told you yes but it's a no", { intent: 'correction', available: 'no' }],
    ["I'd love it if you could come but no", { available: 'no' }],
    ["it won't bother me if you skipped", { available: undefined }],
    ['no worries if you come late', { intent: 'accept', available: 'yes' }],
    ["no worries if you can't come", { available: undefined }],
    ['10:15 please, the first part is a quiz', { intent: 'propose_time', start: 615 }],
    ['science, testing which bridge holds', { activity: 'science', available: 'yes' }],
    ['tues yes wed no', { intent: 'accept', available: 'yes', days: ['2026-11-10'] }],
    ['tues no, thurs yes', { intent: 'propose_time', days: ['2026-11-12'] }],
    ["Tuesday is good. I'm out Wednesday though", { intent: 'accept', days: ['2026-11-10'] }],
    ["can't wed, thurs or fri?", { intent: 'propose_time', days: ['2026-11-12', '2026-11-13'] }],
    ["can't wed, thurs or fri", { intent: 'unavailable', available: 'no' }],
    ["don't come if you're sick", { intent: 'unavailable', available: 'no' }],
    ['chaos in here but come if you are brave', { intent: 'accept', available: 'yes' }],
    ['not ideal but ok', { intent: 'accept', available: 'yes' }],
    ['not ideal but we have math', { available: 'no' }],
    ["I'm out but go ahead, they know you", { intent: 'accept', available: 'yes' }],
    ['no room in here but come by at lunch', { available: 'no' }],
    ["reading quiz but it won't bother me if you come in", { activity: 'test', available: 'yes' }],
    ['no need to ask, it is always writing', { activity: 'writing', available: 'yes' }],
    ['tentative yes', { intent: 'defer', available: 'maybe' }],
    ['either math or science, not sure which', { intent: 'defer', available: 'maybe' }],
    ['push it back 15', { intent: 'propose_time', available: 'yes' }],
    ['come at 11. no wait 11:15', { intent: 'propose_time', start: 675 }],
    ["oh shoot I told you 10:15, it's actually 10:25", { intent: 'correction', start: 625 }],
    ["so we're actually in the computer lab", { intent: 'report_activity', activity: 'technology' }],
    ['give us til 10:10 then come on in', { intent: 'propose_time', start: 610 }],
    ['we do calendar until like ten after ten', { end: 610 }],
    ['reviewing for the social studies test', { activity: 'social_studies' }],
    ['not that week, try the week after', { available: 'no' }],
    ['cldnt u do thurs', { intent: 'propose_time', days: ['2026-11-12'] }],
    ['can i see you wednesday before school', { intent: 'touch_base' }],
    ['students read while I confer with them', { intent: 'report_activity', activity: 'reading' }],
    ['so sorry snow day tue, not', { available: 'maybe' }],
    ['scratch jr having behaviors, not', { available: 'maybe' }],
    ['news 2 you', { activity: 'social_studies', available: 'yes' }],
    ['math for you.', { activity: 'math', available: 'maybe' }],
    ['test of brain bowl', { available: 'no' }],
    ['TEST OF BRAIN BOWL', { available: 'no' }],
    // One of several lessons: the one at the hour asked about.
    ['math test at 9, centers at 10', { activity: 'centers', start: 600, available: 'yes' }],
    ['centers at 9, math test at 10', { activity: 'test', start: 600, available: 'no' }],
    ['math test 9-10:30, centers at 10:30', { activity: 'test', available: 'no' }],
    ['10 is snack. 10:15 is writing', { activity: 'snack', start: 600, next: { activity: 'writing' } }],
    ['tmrw its writing. wed its a test so dont come', { activity: 'writing', days: ['2026-11-10'] }],
    ['tmrw its a test. wed its writing', { activity: 'test', available: 'no' }],
    ['it was going to be a test but I moved it to Thursday so just math', { days: ['2026-11-10'] }],
    ['we do reading and then we switch to word work around 10:15', { intent: 'report_activity' }],
    ['just the first 15 min', { intent: 'propose_time', days: ['2026-11-10'] }],
    ['we leave at 9:30', { intent: 'unavailable', available: 'no' }],
    ['library, we leave at 9:55', { activity: 'library', available: 'maybe' }],
    [
      'math, heads up we have a fire drill at 10:45',
      { activity: 'math', start: undefined, available: 'yes' },
    ],
    ['movie in the afternoon, but at 10 it is ELA', { activity: 'reading', available: 'yes' }],
    ['test in the morning, movie in the afternoon', { activity: 'test', available: 'no' }],
    ['early dismissal at 9:45', { intent: 'unavailable', available: 'no' }],
    ['we have music but Mr. B is out so we do a read aloud', { activity: 'read_aloud' }],
    ['spelling, we test friday', { activity: 'phonics', days: ['2026-11-10'], available: 'yes' }],
    ['writing workshop, though today is not the day', { available: 'no' }],
    [
      'spelling test at 9 so by 10 they will be on to writing',
      { activity: 'writing', start: 600, end: undefined },
    ],
    ['our last day together, goodbye party', { activity: 'party', days: ['2026-11-10'] }],
    // What denies, and what does not.
    ['nothing works tuesday', { intent: 'unavailable', available: 'no' }],
    ['scratch tuesday', { available: 'no' }],
    ['math olympiad at the middle school', { activity: 'math', available: 'maybe' }],
    ['every day but tuesday', { intent: 'unavailable', available: 'no' }],
    ["art. Ms V doesn't mind visitors", { activity: 'art', available: 'yes' }],
    ['centers but two kids are out for testing', { activity: 'centers', available: 'maybe' }],
    ['I would need to consult with my team before confirming', { intent: 'defer' }],
    ['eleven works better for nobody', { intent: 'unavailable', available: 'no' }],
    ['Mon is out', { intent: 'unavailable', available: 'no' }],
    ["tuesday's off", { intent: 'unavailable', available: 'no' }],
    ['monday blows', { intent: 'other', available: undefined }],
    ["I'd feel better if nobody pushed in", { available: 'no' }],
    ["I don't see how that would work", { available: 'no' }],
    ['out wed too', { intent: 'unavailable', days: ['2026-11-11'] }],
    ["don't come before 10:10", { start: 610 }],
    ['writing, the hamster is out', { activity: 'writing', available: 'yes' }],
    ['drama kids are gone but everyone else is doing math', { activity: 'math', available: 'yes' }],
    ['drama kids are gone, everyone else is at an assembly', { available: 'no' }],
    ["it's too cold for recess, inside games", { available: 'yes' }],
    ['ok but please not stay so long', { intent: 'accept', available: 'yes' }],
    ['they are all over the place but come', { intent: 'accept', available: 'yes' }],
    ['only if you absolutely have to', { intent: 'defer', available: 'maybe' }],
    ['I would need to talk with my team first', { intent: 'defer', available: 'maybe' }],
    // What is asked of a visitor is nothing the class does.
    ['Yes! And can you bring the pencil grips', { intent: 'accept', activity: undefined }],
    ['Science. Also do you have extra fidgets', { activity: 'science', available: 'yes' }],
    ["it's best if you come wednesday", { intent: 'propose_time', days: ['2026-11-11'] }],
    ['I need tuesday to catch up on grading, no visitors', { intent: 'unavailable', available: 'no' }],
    ['9:30 or 11 would be better', { intent: 'propose_time', start: undefined }],
    ['is 11 ok?', { intent: 'propose_time', start: 660 }],
    ['come during the second half', { intent: 'propose_time' }],
    ["not tomorrow but I'd love for you to come thursday, 9:30", { days: ['2026-11-12'], start: 570 }],
    ['actually wednesday', { intent: 'correction', days: ['2026-11-11'] }],
    ['turn these reminders off', { intent: 'opt_out' }],
    ['library not music', { intent: 'correction', activity: 'library' }],
    ['5 paragraph essay', { activity: 'writing', start: undefined }],
    ['unit test. 0 talking', { start: undefined, available: 'no' }],
  ])('says %j', (text, meaning) => {
    expect(teacher(text)).toMatchObject(meaning);
  });

  test('who says nothing of a day means the day that was asked for', () => {
    expect(teacher('writing').days).toEqual(['2026-11-10']);
  });

  test('who asks nobody and is asked nothing says no day', () => {
    expect(readMessage('writing', { role: 'teacher', now, asked: undefined }).days).toEqual([]);
  });
});

describe('a therapist', () => {
  test.each([
    ['rivera tues 10?', { intent: 'ask_activity', days: ['2026-11-10'], start: 600 }],
    ['move Chen from wed 1 to 1:30', { intent: 'correction', days: ['2026-11-11'], start: 810 }],
    ['out nov 23 to 25', { intent: 'notify_absence', days: ['2026-11-23', '2026-11-24', '2026-11-25'] }],
    ['running 10 min late', { intent: 'notify_absence', days: ['2026-11-09'], available: 'maybe' }],
    ['plan next week', { intent: 'request_plan' }],
    ['lay out tuesday for me', { intent: 'request_plan', days: ['2026-11-10'] }],
    ['gimme a route for thurs am', { intent: 'request_plan', days: ['2026-11-12'] }],
    ['Please to find out what they do on tuesday', { intent: 'ask_activity', available: undefined }],
    ['fit Kenji in tmrw, he missed monday', { intent: 'request_plan', days: ['2026-11-10'] }],
    ['abdi has pe tmrw, not math', { intent: 'correction', activity: 'pe' }],
    ['no, 10:30', { intent: 'correction', start: 630 }],
    ["build next week's schedule", { intent: 'request_plan' }],
    ['absent from Tuesday to Thursday', { days: ['2026-11-10', '2026-11-11', '2026-11-12'] }],
    ['lgtm', { intent: 'accept' }],
    ['put Leo on wed', { intent: 'request_plan', days: ['2026-11-11'] }],
    ['need somewhere to see Nia today', { intent: 'request_plan', days: ['2026-11-09'] }],
    ['pick times for Ana, 2x a week', { intent: 'request_plan', days: [] }],
    ['Kim said 1:30 not 1 for tomorrow', { intent: 'correction', start: 810 }],
    ['running late, maybe 15', { intent: 'notify_absence', start: undefined }],
    ['gone the 20th and 23rd', { intent: 'notify_absence', days: ['2026-11-20', '2026-11-23'] }],
    ['out til wednesday', { intent: 'notify_absence', days: ['2026-11-09', '2026-11-10'] }],
    ['stuck in a meeting until 10', { intent: 'notify_absence', end: 600, available: 'no' }],
    ['my tuesdays are full', { intent: 'notify_absence', available: 'no' }],
    ['not coming friday', { intent: 'notify_absence', days: ['2026-11-13'] }],
    ['great job today everyone', { intent: 'other' }],
    ['I have a root canal thursday', { intent: 'notify_absence', available: 'no' }],
    ['did anyone say no for tomorrow', { intent: 'ask_activity', days: ['2026-11-10'] }],
    ['be at Rivera a few min late today', { intent: 'notify_absence', available: 'maybe' }],
    ['my 10:15 is now 10:30', { intent: 'correction', start: 630 }],
    ['not 9, 9:30', { intent: 'correction', start: 570 }],
    ['is Garcia free Friday at 2?', { intent: 'ask_activity', activity: undefined }],
    ['who has free play friday', { intent: 'ask_activity', activity: 'free_play' }],
    ['I need to make up 30 minutes with Ana, what are my options', { intent: 'request_plan' }],
    ["tomorrow I'm subbing at the other school", { intent: 'notify_absence', available: 'no' }],
  ])('says %j', (text, meaning) => {
    expect(therapist(text)).toMatchObject(meaning);
  });
});

test('more than 500 characters are not read, and it is said so', () => {
  expect(teacher('yes '.repeat(126))).toMatchObject({ intent: 'other', available: undefined, tooLong: true });
  expect(teacher('yes '.repeat(120)).tooLong).toBeUndefined();
});

test('a word that gives way to a surer one is a word of the lexicon', () => {
  const words = new Set([...wordsOfKind.values()].flat());
  expect(looseWords.filter((word) => !words.has(word))).toEqual([]);
});

describe('whatever is typed', () => {
  const phrases = [...scraps, ...welcomeWords.map(([phrase]) => phrase), ...[...wordsOfKind.values()].flat()];
  const made = fc.array(fc.constantFrom(...phrases), { maxLength: 10 }).map((words) => words.join(' '));
  const roles = fc.constantFrom<'teacher' | 'therapist'>('teacher', 'therapist');

  test('gets an answer: one of the intents, days in order, hours that exist', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 600 }), made), roles, (text, role) => {
        const { intent, days, start, end } = readMessage(text, { role, now, asked });
        expect(intents).toContain(intent);
        expect(days).toEqual([...new Set(days)].toSorted());
        for (const minute of [start, end])
          if (minute !== undefined) expect(minute >= 0 && minute <= 1440).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  test('a refusal added at the end leaves no yes', () => {
    fc.assert(
      fc.property(
        made,
        fc.constantFrom(', no', ', not', ', pls skip', '. please skip', ", can't"),
        (text, refusal) => {
          if (teacher(text).available !== 'no') return;
          expect(teacher(text + refusal).available).not.toBe('yes');
        },
      ),
      { numRuns: 500 },
    );
  });

  test('case, spaces around and a mark at the end change nothing', () => {
    fc.assert(
      fc.property(made, fc.constantFrom('.', '!', ' ', ''), (text, mark) => {
        expect(teacher(`  ${text.toUpperCase()}${mark} `)).toEqual(teacher(text));
      }),
      { numRuns: 300 },
    );
  });
});
