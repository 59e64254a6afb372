import type { Card } from '../../../src/core/card.ts';
import type { Form } from '../../../src/core/form.ts';
import type { Progress, VisitRecord } from '../../../src/core/minutes/visit-record.ts';
import { causes, doings, findings, outcomes } from '../../../src/core/outcome.ts';
import { sayings, trendOf } from '../../../src/core/strategy.ts';
import * as feedback from '../../../src/core/wording/feedback.ts';
import * as homeNote from '../../../src/core/wording/home-note.ts';
import * as minutes from '../../../src/core/wording/minutes.ts';
import * as minutesForms from '../../../src/core/wording/minutes-forms.ts';
import * as minutesOfAll from '../../../src/core/wording/minutes-of-all.ts';
import * as outcome from '../../../src/core/wording/outcome.ts';
import * as pattern from '../../../src/core/wording/pattern.ts';
import * as strategy from '../../../src/core/wording/strategy.ts';
import * as visitNote from '../../../src/core/wording/visit-note.ts';
import * as visitRecords from '../../../src/core/wording/visit-records.ts';
import type { Facts } from './every-card.ts';

const today = '2026-11-30';

const review = (f: Facts) => ({
  id: 'id',
  teacherName: f.name,
  classroomName: f.room,
  delivered: f.count,
  mandated: 60,
});

const trying = (f: Facts) => ({
  facts: {
    id: 'id',
    makerName: f.name,
    classroomName: f.room,
    words: f.words,
    cue: f.count > 5 ? f.words.slice(0, 100) : null,
  },
  trend: trendOf(sayings.slice(0, f.count % 4)),
});

const aboutTrying = (f: Facts): Card[] => {
  const { facts, trend } = trying(f);
  return [
    strategy.strategySharedCard(f.names),
    strategy.strategyCard(facts),
    strategy.strategyCheckCard(facts, undefined),
    ...sayings.map((said) => strategy.saidCard(facts, said)),
    strategy.strategyReadCard(facts, trend, { say: true, close: true }),
    strategy.strategiesCard(Array(f.count * 3).fill(trying(f)), {
      share: true,
      handOver: true,
      homeNote: true,
    }),
    strategy.strategyReviewCard(facts, trend),
    strategy.strategyKeptCard(),
    strategy.strategyClosedCard(),
    strategy.nobodyToShareWithCard(),
    strategy.handOverDoneCard(),
    homeNote.homeNoteCard(f.words),
    homeNote.homeNotesOffCard(),
    homeNote.homeNotesKeptCard(f.count > 5),
  ];
};

const visitAt = (f: Facts) => ({
  ...f.span,
  id: 'id',
  therapistName: f.name,
  teacherName: f.name,
  classroomName: f.room,
  date: f.date,
});

const aboutWords = (f: Facts): Card[] => {
  const said = { how: 'mixed', wish: 'less', words: f.words } as const;
  return [
    feedback.feedbackCard(visitAt(f), undefined, today),
    feedback.feedbackCard(visitAt(f), { ...said, wish: null }, today),
    feedback.feedbackCard(visitAt(f), { ...said, words: null }, today),
    feedback.feedbackKeptCard(f.name),
    feedback.visitWordCard(visitAt(f), said, today),
    feedback.wordReadCard(f.name, f.words),
  ];
};

const record = (f: Facts): VisitRecord => ({
  date: f.date,
  room: f.room,
  setting: 'push_in',
  minutes: 30,
  outcome: 'could_not',
  cause: causes[f.count % causes.length] ?? 'other',
  focus: f.focuses[0] ?? null,
  aliases: f.names,
  tally: { hits: 3, tries: 5 },
  promptLevel: 'hand_over_hand',
});
const progress = (f: Facts): Progress[] =>
  f.focuses.map((focus) => ({
    room: f.room,
    focus,
    month: f.date.slice(0, 7),
    visits: f.count,
    hits: 3,
    tries: f.count,
    help: 'words',
  }));

/** Everything that comes after a visit. */
export const aboutAfter = (f: Facts): Card[] => {
  const cause = causes[f.count % causes.length] ?? 'other';
  const visit = {
    ...f.span,
    id: 'id',
    version: 1,
    classroomName: f.room,
    date: f.date,
    outcome: null,
    reason: null,
    setting: f.setting,
    wasOut: f.count > 5,
  };
  const totals = { mandated: 60, delivered: 30, planned: f.count, displaced: 30 - f.count, open: 0 };
  const pair: minutes.PairMinutes = {
    room: f.room,
    teacher: f.name,
    mandates: [
      { count: 2, minutes: 30, period: 'week', track: 'in_class', rhythm: 'three_of_four' },
      { count: 1, minutes: 20, period: 'month', track: 'outside' },
    ],
    countsFrom: f.count > 5 ? f.date : undefined,
    current: totals,
    since: f.date,
    total: { ...totals, mandated: 120 },
    causes: [{ cause, minutes: f.count }],
    pace: { behind: f.count, toPlan: 30, lapsed: f.count },
    fix: f.count > 5 ? 'Tuesday at 10:00' : undefined,
    unrecorded: f.count,
    extra: f.count,
    consulted: f.count,
    pullOut: { minutes: f.count, missed: [{ kind: f.kind, minutes: f.count }] },
  };
  return [
    outcome.outcomeCard(visit, today),
    outcome.outcomeCard(visit, today, f.count),
    outcome.causeCard(visit, today),
    ...outcomes.map((one) =>
      outcome.recordedCard({ ...visit, outcome: one, reason: cause }, today, {
        hasNote: f.count > 5,
        waiting: f.count,
        hint: f.name,
      }),
    ),
    outcome.nothingToLogCard(),
    visitRecords.progressCard([]),
    visitRecords.progressCard(progress(f)),
    visitRecords.progressCard(
      progress(f),
      f.names.map((alias) => ({ room: f.room, alias, current: totals, pace: pair.pace })),
    ),
    visitRecords.recordsCard([]),
    visitRecords.recordsCard(Array(f.count * 10).fill(record(f))),
    visitNote.noteKeptCard('id'),
    minutes.minutesCard(Array(f.count * 3).fill(pair)),
    minutes.noPairsToCountCard(),
    minutes.minutesAddedCard(minutes.addedWords.notHeld(f.room, 30, cause), f.count > 5),
    minutes.mandateKeptCard(f.room, [{ count: 3, minutes: 45, period: 'week', track: 'in_class' }], f.date),
    minutesOfAll.minutesOfAllCard(totals, [{ cause, minutes: 30 }], f.date, 'same_month'),
    minutesOfAll.tooFewToSumCard('same_week'),
    minutesOfAll.makeUpKeptCard('two_weeks'),
    ...aboutTrying(f),
    ...aboutWords(f),
    pattern.slotPatternCard({
      ...f.span,
      classroomName: f.room,
      date: f.date,
      since: f.date,
      minutes: 90,
      causes: [cause, 'test', 'test'],
    }),
    ...([null, 'keep', 'time', 'format', 'stop'] as const).map((answer) =>
      pattern.reviewCard(review(f), answer),
    ),
    pattern.reviewStopCard(review(f)),
  ];
};

export const formsAfter = (f: Facts): Form[] => {
  const note = {
    found: [...findings],
    did: [...doings],
    consultMinutes: 5,
    tally: { hits: 4, tries: 5 },
    promptLevel: 'words',
    nextTest: f.words.slice(0, 200),
  } as const;
  const planned = {
    focus: f.focuses[0] ?? 'sensory',
    kind: f.kind,
    minutes: 30,
    aliases: f.names,
    teacherName: f.name,
  } as const;
  const pairs = f.names.map((label) => ({ value: 'id', label }));
  return [
    outcome.causeForm('id'),
    visitNote.noteForm('id', undefined),
    visitNote.noteForm('id', note),
    visitNote.noteWordsForm('id', visitNote.noteWords(planned, note)),
    minutesForms.addMinutesForm(pairs, today),
    minutesForms.mandateForm(pairs, today),
    minutesOfAll.makeUpForm('same_week'),
    feedback.feedbackForm('id', f.name),
    strategy.strategyForm('', pairs, pairs, ['id']),
    homeNote.homeNoteForm(homeNote.homeWords([trying(f).facts])),
    homeNote.homeNotesForm(f.count > 5),
    strategy.handOverForm(strategy.handOverWords([{ room: f.room, routine: f.names, tried: [trying(f)] }])),
  ];
};

/** The wording files told of here, so that no card of theirs is forgotten. */
export const afterWording = {
  ...outcome,
  ...visitNote,
  ...visitRecords,
  ...homeNote,
  ...minutes,
  ...minutesOfAll,
  ...strategy,
  ...feedback,
  ...pattern,
};

export const aboutAfterwards = [aboutAfter, aboutTrying, aboutWords];
