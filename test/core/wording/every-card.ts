import { activityKinds } from '../../../src/core/activity-kind.ts';
import type { What } from '../../../src/core/calendar/change.ts';
import type { Card } from '../../../src/core/card.ts';
import { focusAreas } from '../../../src/core/focus-area.ts';
import type { Form } from '../../../src/core/form.ts';
import { disciplines, roles } from '../../../src/core/people.ts';
import { formats, leads, paraParts, places, whoms } from '../../../src/core/roles.ts';
import { addDays } from '../../../src/core/time.ts';
import { visitSettings } from '../../../src/core/visit-setting.ts';
import type { PlanLine } from '../../../src/core/week-plan/plan-lines.ts';
import type { Why } from '../../../src/core/week-plan/why-not-at.ts';
import * as absence from '../../../src/core/wording/absence.ts';
import * as ask from '../../../src/core/wording/ask.ts';
import * as change from '../../../src/core/wording/change.ts';
import * as changePlan from '../../../src/core/wording/change-plan.ts';
import { digestCard } from '../../../src/core/wording/digest.ts';
import * as heard from '../../../src/core/wording/heard.ts';
import { hushCard, hushes } from '../../../src/core/wording/hush.ts';
import * as joining from '../../../src/core/wording/joining.ts';
import * as later from '../../../src/core/wording/later.ts';
import * as pair from '../../../src/core/wording/pair.ts';
import * as routine from '../../../src/core/wording/routine.ts';
import * as schedule from '../../../src/core/wording/schedule.ts';
import * as settings from '../../../src/core/wording/settings.ts';
import * as swaps from '../../../src/core/wording/swaps.ts';
import * as teamPlan from '../../../src/core/wording/team-plan.ts';
import * as touchBase from '../../../src/core/wording/touch-base.ts';
import * as trouble from '../../../src/core/wording/trouble.ts';
import * as undelivered from '../../../src/core/wording/undelivered.ts';
import * as undoList from '../../../src/core/wording/undo-list.ts';
import * as visit from '../../../src/core/wording/visit.ts';
import * as visitsAsk from '../../../src/core/wording/visits-ask.ts';
import * as week from '../../../src/core/wording/week.ts';
import * as weekPlan from '../../../src/core/wording/week-plan.ts';
import * as welcome from '../../../src/core/wording/welcome.ts';
import { whenFaultCard } from '../../../src/core/wording/when.ts';
import * as whichVisit from '../../../src/core/wording/which-visit.ts';
import * as whyNot from '../../../src/core/wording/why-not.ts';
import { fc } from '../../setup/properties.ts';
import { aboutAfter, formsAfter } from './after-cards.ts';
import { aboutBefore, beforeForms } from './before-cards.ts';
import { aboutParas, paraForms } from './para-cards.ts';

/** As long as the columns let them be. */
const name = fc.integer({ min: 1, max: 60 }).map((length) => 'Ä'.repeat(length));
const room = fc.integer({ min: 1, max: 40 }).map((length) => 'R'.repeat(length));
const today = '2026-11-30';
const date = fc.integer({ min: -7, max: 20 }).map((days) => addDays(today, days));
const kind = fc.constantFrom(...activityKinds);
const span = fc
  .tuple(fc.integer({ min: 0, max: 1400 }), fc.integer({ min: 5, max: 120 }))
  .map(([start, length]) => ({ start, end: Math.min(1440, start + length) }));

/** Whatever a wording file can be told, as long as the columns let it be. */
export const facts = fc.record({
  names: fc.array(name, { minLength: 1, maxLength: 6 }),
  name,
  room,
  date,
  kind,
  kinds: fc.uniqueArray(kind, { maxLength: 4 }),
  span,
  minute: fc.integer({ min: 0, max: 1439 }),
  count: fc.integer({ min: 0, max: 10 }),
  focuses: fc.uniqueArray(fc.constantFrom(...focusAreas), { minLength: 1, maxLength: 6 }),
  discipline: fc.constantFrom(...disciplines, null),
  role: fc.constantFrom(...roles),
  source: fc.constantFrom('teacher' as const, 'import' as const, 'routine' as const),
  visitState: fc.constantFrom(
    'held',
    'proposed',
    'agreed',
    'another',
    'not_this_week',
    'withdrawn',
    'expired',
    'displaced',
  ),
  setting: fc.constantFrom(...visitSettings),
  pairState: fc.constantFrom('invited', 'active', 'declined', 'ended'),
  roles: fc.record({
    format: fc.constantFrom(...formats),
    lead: fc.constantFrom(...leads),
    place: fc.constantFrom(...places),
    whom: fc.constantFrom(...whoms),
    para: fc.constantFrom(...paraParts, null),
    therapistAgreed: fc.constantFrom(true, false, null),
    teacherAgreed: fc.constantFrom(true, false, null),
  }),
  says: fc.tuple(fc.constantFrom('yes', 'no', null), fc.constantFrom('yes', 'no', null)),
  // Use cases trim what people type, and never show nothing.
  words: fc.string({ maxLength: 298 }).map((text) => `w${text}w`),
});
export type Facts = typeof facts extends fc.Arbitrary<infer T> ? T : never;

const offer = (f: Facts) => ({
  block: {
    ...f.span,
    weekdays: [1 as const],
    kind: f.kind,
    withStudents: true,
    cycleDays: { cycle: f.room, days: [f.room] },
  },
  before: f.date,
});

const askSlot = (f: Facts) => ({
  ...f.span,
  id: 'id',
  classroomId: 'id',
  classroomName: f.room,
  teacherName: f.name,
  date: f.date,
  version: 1,
});

export const aboutAsks = (f: Facts): Card[] => {
  const slot = askSlot(f);
  const known = { ...f.span, kind: f.kind, source: f.source };
  return [
    ask.askCard(slot, f.kinds, f.names, today),
    ask.askAnsweredCard(slot, known, f.names, today),
    ask.askAnsweredCard(slot, known, f.names, today, offer(f)),
    routine.routineKeptCard(offer(f).block, 'id'),
    ask.askUnsureCard(slot, today, true),
    ask.askUnsureCard(slot, today, false),
    ask.askMootCard(slot, today),
    ask.askPassedCard(slot, today),
    ask.knownCard(f.room, f.date, known, 'this week', today),
    ask.willAskCard(f.room, f.name, 'at 11:40', f.date, f.minute, today),
    ask.alreadyAskedCard(f.room, f.name, f.date, f.minute, today),
    ask.activityNewsCard(f.room, f.date, known, 'today', today),
    ask.takenBackNewsCard(),
    ask.activityNewsCard(f.room, f.date, { ...known, welcome: 'no' }, 'today', today),
    ask.mootNewsCard(f.room, f.date, f.span, today),
    ask.unsureNewsCard(f.room, f.date, f.span, today, true),
    ask.notPairedCard(f.room),
    ask.noSuchPlaceCard(f.words, f.names),
    ask.noSuchPlaceCard(f.words, []),
    ask.whichPlaceCard(f.names),
    ask.noSchoolThenCard(f.date, today),
    ask.noClassThenCard(f.room, f.minute, { start: 490, end: 885 }),
    ask.noAskExpiredCard(),
    ask.askedEnoughCard(f.room, f.name),
  ];
};

/** What was understood of words, at every stage. */
const aboutHeard = (f: Facts): Card[] => {
  const line = { ...f.span, id: 'id', date: f.date, kind: f.kind, welcome: f.says[0] as 'yes' | null };
  const facts = {
    saying: 'id',
    classroomId: 'id',
    place: f.room,
    lines: [line, line],
    confirmed: false,
    therapists: f.names,
    guess: { end: f.minute, otherwise: f.minute },
    offer: offer(f),
    weekly: true,
  };
  return [
    heard.heardCard(facts, today),
    heard.heardCard({ ...facts, lines: [{ ...line, welcome: 'no' }], offer: undefined }, today),
    heard.heardCard({ ...facts, confirmed: true }, today),
    heard.heardCard({ ...facts, lines: [] }, today),
    heard.heardGoneCard(),
    heard.nothingBeforeCard(),
    heard.likelyCard('id', 1, f.room, f.kinds),
  ];
};

export const visitFacts = (f: Facts) => ({
  ...f.span,
  ...f.roles,
  id: 'id',
  version: 1,
  therapistName: f.name,
  teacherName: f.names[0] ?? '',
  discipline: f.discipline,
  classroomName: f.room,
  date: f.date,
  kind: f.kind,
  focus: f.focuses[0] ?? 'fine_motor',
  approach: f.says[0] === null ? null : f.words,
  state: f.visitState as 'proposed',
  setting: f.setting,
});

export const aboutVisits = (f: Facts): Card[] => {
  const one = visitFacts(f);
  const proposal = {
    ...f.span,
    pairingId: 'id',
    classroomId: 'id',
    date: f.date,
    kind: f.kind,
    focus: f.focuses[0] ?? 'fine_motor',
    fit: 3 as const,
    source: f.source,
    noTest: true,
  };
  const offer = { proposal, classroomName: f.room, aliases: f.names, value: `${f.date}/${f.minute}` };
  return [
    visit.visitAskCard(one, today),
    visit.visitStatusCard(one, today),
    visit.visitAskedCard('Now.'),
    visit.visitGoneCard(),
    schedule.scheduleCard(Array(5).fill(offer)),
    schedule.noPairingCard(),
    schedule.waitingForYesCard(f.names),
    schedule.allPlannedCard(),
    schedule.nothingInClassCard(),
    schedule.notThisWeekCard([f.room]),
    schedule.noTimesCard(Object.values(schedule.whyNothing).map((why) => why(f.room))),
    week.noWeekCard(),
    whichVisit.noVisitCard(true, false),
    whichVisit.whichVisitCard([{ ...one, words: f.room }], true, today),
    week.weekCard(
      {
        days: [{ date: f.date, notes: ['Day 4', f.room], lines: f.names.map((words) => ({ words })) }],
        open: [],
        closed: [{ date: f.date, name: f.room }],
        empty: 'none',
        next: 'routine',
      },
      today,
    ),
  ];
};

const regular = { name: 'Regular', firstBell: 490, lastBell: 885, periods: [] };
const myDay = (f: Facts) => ({
  date: f.date,
  closing: f.room,
  day: {
    date: f.date,
    weekday: 1 as const,
    dayType: { ...regular, name: f.room },
    usual: regular,
    asEveryWeek: false,
    cycleDays: { Core: 'A', Specials: '4' },
    term: undefined,
  },
  hours: { start: 450, end: 960 },
  open: [f.span],
  absences: [{ start: f.date, end: addDays(f.date, f.count), part: f.span }],
});

/** A day that goes otherwise. */
const aboutChanges = (f: Facts): Card[] => {
  const dates = { start: f.date, end: addDays(f.date, f.count) };
  const whats: What[] = [
    { do: 'close', name: 'Snow day' },
    { do: 'day-type', dayType: f.room },
    { do: 'substitute', when: 'all day' },
    { do: 'add', when: f.span, kind: f.kind, withStudents: true },
    { do: 'cancel', when: { period: f.room }, kind: f.kind },
    { do: 'move', from: f.span, to: f.span, kind: f.kind },
  ];
  const changes = whats.map((what) => ({ id: 'id', place: f.room, dates, what }));
  const away = { ...dates, part: f.span };
  const line = { ...f.span, id: 'id', date: f.date, kind: f.kind, welcome: null };
  return [
    change.changeCard(
      {
        id: 'id',
        changes,
        spread: { hears: f.names, missed: f.names, visits: f.count },
        skipped: [{ date: f.date, why: 'not-then', place: f.room }],
        doubt: f.date,
      },
      today,
    ),
    change.changeCard({ id: 'id', changes, spread: 'known' }, today),
    change.changeUndoneCard(changes, f.count % 2 === 0, today),
    change.changeUndoneNewsCard(changes, f.count % 2 === 0, today),
    change.unsureChangeCard(),
    change.unknownPlaceCard(f.room, [f.room]),
    change.wholeSchoolOnlyCard(f.room),
    change.changeNewsCard(changes, f.name, false, today),
    change.changeNewsCard(changes, '', true, today),
    undoList.undoListCard([
      undoList.changeOption('id', changes, today),
      undoList.absenceOption('id', [away], today),
      undoList.heardOption('id', f.room, [line], today),
    ]),
    undoList.nothingToUndoCard(),
    change.changeFaultCard('not-then'),
    change.whichBellsCard('early'),
    change.whichClassCard(),
    change.forTheOfficeCard(f.names),
    absence.absenceCard({ id: 'id', absences: [away, dates], visits: f.count, doubt: f.date }, today),
    absence.absenceUndoneCard(),
    absence.backCard(),
  ];
};

/** The only address a card leads to. */
export const calendarUrl = 'https://pushin.example/calendar/id.key.ics';

export const aboutPeople = (f: Facts): Card[] => {
  const pairing = {
    id: 'id',
    state: f.pairState as 'invited',
    therapistName: f.name,
    discipline: f.discipline,
    teacherName: f.names[0] ?? '',
    classroomName: f.room,
    focuses: f.focuses,
    visitCount: f.count,
    visitMinutes: 30,
    period: 'week',
  } as const;
  const [mine, theirs] = f.says as ['yes' | null, 'no' | null];
  const meeting = { id: 'id', version: 1, partner: f.name, minutes: 5, date: f.date, minute: f.minute };
  const block = { ...f.span, weekdays: [1 as const, 3 as const], kind: f.kind, withStudents: true };
  return [
    pair.invitationCard(pairing),
    pair.pairingStatusCard(pairing),
    pair.invitationCodeCard(f.name, 'ABCD-EFGH'),
    touchBase.touchBaseCard(
      {
        ...meeting,
        mine,
        theirs,
        passed: false,
        talked: false,
        agenda: f.names,
        calendar: calendarUrl,
      },
      today,
    ),
    touchBase.touchBaseCard({ ...meeting, mine, theirs, passed: true, talked: false, agenda: [] }, today),
    touchBase.touchBaseCard({ ...meeting, mine, theirs, passed: true, talked: true, agenda: [] }, today),
    touchBase.touchBaseReminderCard('id', f.name, f.minute, f.names),
    touchBase.touchBaseQuestionsCard('id', f.name),
    touchBase.touchBaseWroteCard(f.name),
    touchBase.touchBaseNotesCard('id', f.name),
    touchBase.touchBaseReadCard(f.name, { worked: f.words }),
    touchBase.touchBasesCard(f.names.map((partner) => ({ partner, words: f.words }))),
    touchBase.noTouchBaseCard(),
    routine.routineCard({
      place: f.room,
      ref: '',
      blocks: [block],
      guessed: [block],
      myDay: myDay(f),
      today,
      ofClass: true,
    }),
    routine.routineFaultCard(f.names),
    routine.noRoomCard(),
    routine.whichRoomCard(f.names.map((one) => ({ id: 'id', name: one }))),
    settings.settingsCard({ beforeFirstBell: 30, afterLastBell: 60 }, myDay(f), 'coordinator', today),
    settings.settingsCard({ beforeFirstBell: 30, afterLastBell: 60 }, myDay(f), 'teacher', today, {
      count: 2,
      most: 3,
    }),
    later.askedLaterCard(today, 640, { date: today, minute: 600 }),
    later.tooLateToAskCard(),
    later.quietUntilCard(today, 640, { date: today, minute: 600 }),
    later.passedAlreadyCard(),
    trouble.troubleCard(),
    trouble.slowCard(),
    trouble.strangerCard(),
    trouble.outdatedCard(),
    trouble.tooFastCard(),
    trouble.tooLongCard(500),
    welcome.welcomeCard(f.name, f.role),
    welcome.newcomerCard(),
    welcome.wrongCodeCard(),
    welcome.alreadyKnownCard(f.name),
    welcome.helpCard('slack'),
    welcome.helpCard('teams'),
    welcome.unknownWordsCard(f.role),
    welcome.thanksCard(),
    welcome.onlyTeachersCard(),
    welcome.onlyTherapistsCard(),
    undelivered.undeliveredCard(f.name, 'visit-ask', 'expired'),
    undelivered.undeliveredCard(f.name, 'invitation', 'uncertain'),
    undelivered.unreachableCard(f.name, 'teams'),
    ...hushes.map(hushCard),
    whenFaultCard('past', f.words),
  ];
};

/** Every form there is. */
export const forms = (f: Facts): Form[] => {
  const slot = askSlot(f);
  const schools = f.names.map((one) => ({ id: 'id', name: one }));
  return [
    ...formsAfter(f),
    ask.otherActivityForm(slot, today),
    heard.heardForm('id', { ...f.span, id: 'id', date: f.date, kind: f.kind, welcome: null }, f.room, today),
    pair.pairForm(f.names.map((one) => ({ id: 'id', name: one, rooms: [f.room, f.room], school: f.room }))),
    routine.routineForm({ ref: '', name: f.room, forTeacher: true }, []),
    routine.routineForm({ ref: '', name: f.room, forTeacher: false }, []),
    settings.settingsForm({ beforeFirstBell: 30, afterLastBell: 60 }),
    whyNot.whyNotForm([f.date, addDays(f.date, 1)], today),
    changePlan.takeBackForm('id', [
      { ...f.span, id: 'id', date: f.date, classroomName: f.room, kind: f.kind, setting: f.setting },
    ]),
    changePlan.changePlanForm('id', [{ value: `${f.date}/${f.minute}`, line: planLine(f) }]),
    touchBase.touchBaseForm('id', f.name),
    welcome.joinForm(f.name, schools, 'America/New_York'),
    welcome.joinForm(f.name, [], 'America/New_York'),
    ...beforeForms(f),
    ...paraForms(f),
  ];
};

const planLine = (f: Facts): PlanLine => ({
  ...f.span,
  pairingId: 'id',
  room: f.room,
  date: f.date,
  kind: f.kind,
  setting: f.setting,
  focus: f.focuses[0] ?? 'fine_motor',
  fit: 3,
  mandates: f.names,
});

/** A whole week: forty visits of a therapist, and twenty asked of one teacher. */
export const aboutWeeks = (f: Facts): Card[] => {
  const line = planLine(f);
  const plan = {
    id: 'id',
    version: 1,
    monday: today,
    lines: Array.from({ length: 40 }, (_, nth) => ({ ...line, date: addDays(today, nth % 5) })),
    unplaced: Array.from({ length: 12 }, (_, nth) => ({
      service: 'id',
      missing: 1,
      why: `${nth} ${'w'.repeat(200)}.`,
      room: f.room,
    })),
    ofTeam: f.count > 5,
    isImproving: true,
    isProven: false,
    gap: 2,
  };
  const one = {
    ...f.span,
    id: 'id',
    version: 1,
    classroomName: f.room,
    teacherName: f.name,
    date: f.date,
    kind: f.kind,
    setting: f.setting,
    state: f.visitState as 'proposed',
  };
  const many = Array.from({ length: 25 }, () => ({ ...one, state: 'proposed' as const }));
  const now = { date: today, minute: 460 };
  const swap = { ...one, fit: 2, swapRank: 1, until: { date: f.date, minute: f.minute } };
  const held = [1, 2, 3].map((swapRank) => ({ ...swap, swapRank, fit: swapRank, state: 'held' as const }));
  const swapLines = [
    { lost: one, swaps: [swap], why: '' },
    ...Array.from({ length: 4 }, () => ({ lost: one, swaps: held, why: '' })),
    { lost: one, swaps: [], why: f.name },
  ];
  const team = {
    isDone: true,
    monday: today,
    therapists: f.count,
    sessions: 40,
    unplaced: f.count,
    schools: [...f.names, ...f.names],
  };
  const proposal = {
    ...f.span,
    pairingId: 'id',
    classroomId: 'id',
    date: f.date,
    kind: f.kind,
    source: f.source,
  };
  const fits = { ...proposal, focus: line.focus, fit: 3 as const, noTest: true };
  const whys: Why[] = [
    { why: 'possible', visit: fits },
    { why: 'cannot-ask', visit: fits },
    { why: 'said-no', kind: f.kind },
    { why: 'not-that', kind: f.kind },
    { why: 'other-start', kind: f.kind, starts: [f.minute] },
    { why: 'other-start', kind: f.kind, starts: [] },
    { why: 'other-start', kind: undefined, starts: [f.minute, f.minute + 5] },
    { why: 'other-start', kind: undefined, starts: [] },
    { why: 'not-missed', kind: f.kind },
    ...(
      [
        'no-school',
        'nothing-known',
        'test',
        'no-fit',
        'too-late',
        'you-are-busy',
        'all-taken',
        'nothing-outside',
        'no-talk',
        'with-students',
      ] as const
    ).map((why) => ({ why })),
  ];
  const bundle = { id: 'id', therapistName: f.name };
  return [
    weekPlan.weekPlanCard(plan),
    weekPlan.weekPlanCard({ ...plan, lines: [], isImproving: false, gap: undefined }, f.name),
    weekPlan.weekPlanCard({ ...plan, unplaced: [], isProven: true }),
    weekPlan.whoCard(plan.lines.map((each) => ({ line: each, aliases: f.names.slice(0, 3) }))),
    weekPlan.sentPlanCard(
      { id: 'id', monday: today, visits: Array(40).fill(one) },
      weekPlan.takenMeanwhile(f.count),
    ),
    weekPlan.leftPlanCard(),
    weekPlan.nothingToPlanCard(today),
    visitsAsk.visitsAskCard({ ...bundle, visits: [{ ...one, hasBegun: false }] }),
    visitsAsk.visitsAskCard(
      { ...bundle, visits: many.map((each) => ({ ...each, hasBegun: false })) },
      f.name,
    ),
    visitsAsk.visitsAskCard({ ...bundle, visits: [{ ...one, hasBegun: true }] }),
    changePlan.offeredPlanCard({
      id: 'id',
      version: 1,
      changes: { goes: [line], comes: [line], regrouped: [line] },
      moreMissing: f.count,
    }),
    swaps.swapsCard({ subjectId: 'id', cause: swaps.declinedCause(f.name, f.count), lines: swapLines }, now),
    swaps.swapsCard(
      { subjectId: 'id', cause: swaps.classChangedCause(f.room, 'Thursday', f.kind), lines: [] },
      now,
    ),
    teamPlan.teamPlanCard(team),
    teamPlan.teamPlanCard({ ...team, isDone: false }),
    teamPlan.teamsBusyCard(),
    teamPlan.coordinatorWeekCard(),
    teamPlan.onlyForTeamsCard(),
    whyNot.whyNotCard(
      whys.map((why) => ({
        room: f.room,
        setting: f.setting,
        why,
        first: { ...fits, start: 1 },
        isPlanned: f.count > 5,
      })),
      { date: f.date, minute: f.minute },
      today,
    ),
    whyNot.whyNotWhenCard(),
  ];
};

/** Two organizations become one. */
export const aboutJoining = (f: Facts): Card[] => [
  joining.joiningCodeCard('id', 'ABCD-EFGH'),
  joining.nobodyTypedCard('id'),
  joining.codeTooOldCard(),
  joining.joinQuestionCard('ABCD-EFGH', 'D'.repeat(200), { people: f.count, rooms: 1 }),
  joining.joinAskedCard(),
  joining.joinConfirmCard('id', f.name, 'D'.repeat(200)),
  joining.joinedCard(f.name),
  joining.joinRefusedCard(),
  joining.cannotMoveCard(),
];

/** What PushIn sends by itself may come several at a time. */
const digests = (f: Facts): Card[] => [
  digestCard(aboutAsks(f).slice(0, 5)),
  digestCard(aboutVisits(f).slice(0, 2)),
];

/** Every card there is. */
export const cards = (f: Facts): Card[] => [
  ...aboutAsks(f),
  ...aboutHeard(f),
  ...aboutVisits(f),
  ...aboutChanges(f),
  ...aboutPeople(f),
  ...aboutWeeks(f),
  ...aboutBefore(f),
  ...aboutAfter(f),
  ...aboutJoining(f),
  ...aboutParas(f),
  ...digests(f),
];
