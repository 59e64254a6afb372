import type { ActivityKind } from '../activity-kind.ts';
import type { Card } from '../card.ts';
import type { KnownActivity, SourceAge } from '../class-day.ts';
import type { Form } from '../form.ts';
import type { RoutineOffer } from '../routine-offer.ts';
import type { LocalDate, Span } from '../time.ts';
import { kindLabel } from './activity-kinds.ts';
import { formatClock, formatDay, formatSpan, formatWhen, nameDay, shortClock } from './clock-words.ts';
import { welcomeWords } from './heard.ts';
import { action, listed, muted, note, text } from './parts.ts';
import { routineOfferParts } from './routine.ts';

interface AskFacts extends Span {
  readonly id: string;
  readonly classroomId: string;
  readonly classroomName: string;
  readonly teacherName: string;
  readonly date: LocalDate;
  readonly version: number;
}

/** “What's happening Tuesday at 10?” One tap answers, for every therapist of the class. */
export const askCard = (
  ask: AskFacts,
  likely: readonly ActivityKind[],
  therapists: readonly string[],
  today: LocalDate,
): Card => {
  const question = `What’s happening ${nameDay(ask.date, today)} at ${shortClock(ask.start)}?`;
  return {
    kind: 'ask',
    push: question,
    title: question,
    parts: [
      text(
        `${ask.classroomName}, ${formatSpan(ask)}. One tap is enough, or write it, like “writing til 10:40”.`,
      ),
      muted(therapists.length > 1 ? `One question for ${listed(therapists)}.` : `For ${listed(therapists)}.`),
    ],
    actions: [
      ...likely.map((kind) =>
        action('ask.answer', kindLabel[kind], ask.id, { value: kind, version: ask.version }),
      ),
      action('ask.other', 'Something else', ask.id, { version: ask.version, opensForm: true }),
      action('ask.unsure', 'Not sure yet', ask.id, { version: ask.version }),
    ],
  };
};

export const otherActivityForm = (ask: AskFacts, today: LocalDate): Form => ({
  name: 'ask.other',
  ref: ask.id,
  title: 'What’s happening?',
  intro: `${ask.classroomName}, ${formatWhen(ask.date, ask, today)}.`,
  submit: 'Tell them',
  fields: [
    {
      kind: 'text',
      name: 'words',
      label: 'In your words',
      placeholder: 'science til 10:40',
      hint: 'A kind of activity is enough.',
      maxLength: 300,
    },
  ],
});

export const otherActivityFault = {
  empty: 'Please write what the class does then, for example “science til 10:40”.',
  unknown: 'I couldn’t find an activity in that. A short word works best: “science”, “assembly”, “test”.',
};

/** The teacher's card after her answer, whatever way she gave it. */
export const askAnsweredCard = (
  ask: AskFacts,
  known: KnownActivity,
  therapists: readonly string[],
  today: LocalDate,
  offer?: RoutineOffer,
): Card => {
  const place = { classroomId: ask.classroomId, date: ask.date, minute: ask.start };
  const offered = offer && routineOfferParts(offer, place, today);
  return {
    kind: 'ask',
    push: 'Noted, thank you',
    title: `${formatWhen(ask.date, known, today)} · ${kindLabel[known.kind]}`,
    parts: [
      text(`Thank you. ${listed(therapists)} will hear, and I won’t ask again.`),
      ...(offered ? [text(offered.words)] : []),
    ],
    actions: [
      ...(offered ? [offered.action] : []),
      action('ask.other', 'Change it', ask.id, { version: ask.version, opensForm: true }),
    ],
  };
};

export const askUnsureCard = (ask: AskFacts, today: LocalDate, again: boolean): Card => ({
  kind: 'ask',
  push: 'No hurry',
  title: `${formatWhen(ask.date, ask, today)} · not sure yet`,
  parts: [
    text(again ? 'No hurry. I’ll ask once more before then.' : 'That’s fine. I won’t ask about it again.'),
  ],
  actions: [
    action('ask.other', 'I know now', ask.id, { version: ask.version, opensForm: true }),
    ...(again ? [action('ask.skip', 'Skip this one', ask.id, { version: ask.version })] : []),
  ],
});

/** Nobody has to answer it any more: that hour has a sub or an event in it, or there is no school. */
export const askMootCard = (ask: AskFacts, today: LocalDate): Card =>
  note('ask', formatWhen(ask.date, ask, today), 'The day changed, so I don’t need to ask.');

export const askPassedCard = (ask: AskFacts, today: LocalDate): Card =>
  note(
    'ask',
    `${formatWhen(ask.date, ask, today)} has passed`,
    'Nothing to do. I’ll ask about another time when it helps.',
  );

/** A tap on a card that was answered since: what holds now, instead of acting twice. */
export const alreadyAnsweredNote = 'That was answered already. Here is what I have now.';

const ages: Record<SourceAge, string> = {
  today: 'said so today',
  'this week': 'said so this week',
  earlier: 'said so earlier',
  routine: '',
};

/** “the teacher said so today”, or “from the weekly routine”. */
export const sourceWords = (known: KnownActivity, age: SourceAge): string =>
  known.source === 'routine'
    ? 'from the weekly routine'
    : known.source === 'import'
      ? 'from the school calendar'
      : known.source === 'change'
        ? 'changed for that day'
        : `the teacher ${ages[age]}`;

export const knownCard = (
  place: string,
  date: LocalDate,
  known: KnownActivity,
  age: SourceAge,
  today: LocalDate,
): Card =>
  note(
    'activity',
    `${kindLabel[known.kind]} · ${sourceWords(known, age)}`,
    [`${place}, ${formatWhen(date, known, today)}.`, visitThen(known)].filter(Boolean).join(' '),
  );

/** What the teacher said of a visit then; a yes goes without saying. */
const visitThen = ({ welcome }: KnownActivity): string =>
  welcome === 'no' || welcome === 'maybe' ? welcomeWords[welcome] : '';

export const willAskCard = (
  place: string,
  teacher: string,
  when: string,
  date: LocalDate,
  start: number,
  today: LocalDate,
): Card =>
  note(
    'will-ask',
    `I’ll ask ${teacher} ${when}`,
    `Nobody has told me yet what ${place} does ${formatDay(date, today)} at ${formatClock(start)}. You’ll hear as soon as I know.`,
  );

/** To the therapists, once the teacher has answered. */
export const activityNewsCard = (
  place: string,
  date: LocalDate,
  known: KnownActivity,
  age: SourceAge,
  today: LocalDate,
): Card => ({
  kind: 'activity-news',
  push: `News from ${place}`,
  title: `${place}, ${formatWhen(date, known, today)}: ${kindLabel[known.kind]}`,
  parts: [...(visitThen(known) ? [text(visitThen(known))] : []), muted(sourceWords(known, age))],
  actions: known.welcome === 'no' ? [] : [action('schedule.show', 'Find good times', '')],
});

/** What was told is not so: the card that told it says so. */
export const takenBackNewsCard = (): Card =>
  note('activity-news', 'The teacher took that back', '“schedule” shows what is known now.');

export const unsureNewsCard = (
  place: string,
  date: LocalDate,
  span: Span,
  today: LocalDate,
  again: boolean,
): Card =>
  note(
    'activity-news',
    `${place}, ${formatWhen(date, span, today)}: not sure yet`,
    again
      ? 'The teacher doesn’t know yet. I ask once more, then let it be.'
      : 'The teacher doesn’t know yet, so I let it be.',
  );

/** To the therapists: the question fell away. */
export const mootNewsCard = (place: string, date: LocalDate, span: Span, today: LocalDate): Card =>
  note(
    'activity-news',
    `${place}, ${formatWhen(date, span, today)}`,
    'The day changed, so I don’t need to ask. “week” shows what is known.',
  );

/** She has the question; a second therapist who wants to know makes no second one. */
export const alreadyAskedCard = (
  place: string,
  teacher: string,
  date: LocalDate,
  start: number,
  today: LocalDate,
): Card =>
  note(
    'already-asked',
    `${teacher} has my question`,
    `What ${place} does ${formatDay(date, today)} at ${formatClock(start)} isn’t answered yet. You’ll hear as soon as I know.`,
  );

export const askHelp = 'Tell me the class and the time, like “ask Room 12 Tuesday 10”.';

export const notPairedCard = (place: string): Card => ({
  kind: 'not-paired',
  push: 'You are not paired yet',
  title: `You aren’t paired with ${place}`,
  parts: [text('I share a class’s day only with the people who work in it.')],
  actions: [action('pair.open', 'Pair with a teacher', '', { opensForm: true, tone: 'primary' })],
});

export const noSuchPlaceCard = (words: string, places: readonly string[]): Card =>
  note(
    'no-such-place',
    'I don’t know that class',
    places.length > 0
      ? `I couldn’t find “${words}”. You work with ${listed(places)}: try “ask ${places[0]} Tuesday 10”.`
      : `I couldn’t find “${words}”, and you aren’t paired with a class yet. Start with “pair”.`,
  );

export const whichPlaceCard = (places: readonly string[]): Card =>
  note(
    'which-place',
    'Which one do you mean?',
    `That could be ${places.join(' or ')}. Please ask again with the room.`,
  );

export const noSchoolThenCard = (date: LocalDate, today: LocalDate): Card =>
  note('no-school', `There is no school ${formatDay(date, today)}`, 'Please ask about a school day.');

/** Asked about an hour in which there is no class to join. */
export const noClassThenCard = (place: string, start: number, hours: Span): Card =>
  note(
    'no-class',
    `${place} has no class at ${formatClock(start)}`,
    `School is from ${formatClock(hours.start)} to ${formatClock(hours.end)}. Please ask about a time in between.`,
  );

export const noAskExpiredCard = (): Card =>
  note('ask', 'That question is no longer open', 'Thank you all the same. “week” shows what is.');

export const whenToSayNote = 'Tell me the day and the time with it, like “Thu 10–10:45 math test”.';

/** The budget is the teacher's peace: nobody can ask past it, and nobody is told how she uses it. */
export const askedEnoughCard = (place: string, teacher: string): Card =>
  note(
    'asked-enough',
    `I’ve asked ${teacher} enough for that week`,
    `Three questions a week are my limit, over all therapists. What is known of ${place} is under “schedule”.`,
  );

/** A teacher looks up a time of her own class that she has not told. */
export const untoldTitle = 'You haven’t told me about that time yet';
