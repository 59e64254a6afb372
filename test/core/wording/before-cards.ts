import { usualAgreement } from '../../../src/core/agreement.ts';
import type { Card } from '../../../src/core/card.ts';
import type { Form } from '../../../src/core/form.ts';
import * as agreement from '../../../src/core/wording/agreement.ts';
import * as favor from '../../../src/core/wording/favor.ts';
import * as intention from '../../../src/core/wording/intention.ts';
import * as prebrief from '../../../src/core/wording/prebrief.ts';
import * as request from '../../../src/core/wording/request.ts';
import * as roles from '../../../src/core/wording/roles.ts';
import { whatIDoCard } from '../../../src/core/wording/what-i-do.ts';
import { type Facts, visitFacts } from './every-card.ts';

const today = '2026-11-30';

/** What is settled before a visit. */
export const aboutBefore = (f: Facts): Card[] => [
  roles.rolesCard(visitFacts(f), 'teacher', today),
  roles.rolesCard(visitFacts(f), 'therapist', today),
  intention.intentionCard(visitFacts(f), today),
  intention.intentionCard(
    { ...visitFacts(f), approach: null },
    today,
    f.count > 5 ? 'left to try' : 'last time',
  ),
  intention.tooLateToPlanCard(),
  intention.planReadCard({ ...visitFacts(f), approach: f.words }, today) ?? intention.tooLateToPlanCard(),
  prebrief.prebriefCard(dayAhead(f), today),
  prebrief.prebriefCard({ ...dayAhead(f), confirmed: true, visits: [] }, today),
  prebrief.prebriefWordCard('id', f.name, f.date, today),
  prebrief.prebriefReadCard(f.name, dayAhead(f)),
  prebrief.prebriefToldCard(f.name),
  agreement.agreementCard(together(f)),
  agreement.agreementListCard(f.names.map(() => together(f))),
  agreement.agreementListCard([]),
  agreement.agreementSavedCard(f.name),
  ...favorsAbout(f).flatMap((one) => [favor.favorCard(one, today), favor.favorStatusCard(one, today)]),
  ...favorsAbout(f).map(favor.favorReadCard),
  ...requestsAbout(f).flatMap((one) => [
    request.requestCard(one, true),
    request.requestCard(one, false),
    request.requestStatusCard(one, f.names),
    request.requestReadCard(one),
  ]),
  ...requestsAbout(f).map((one) =>
    request.requestDraftCard(one, [{ what: 'student', words: f.words }], f.names),
  ),
  ...requestsAbout(f).map((one) =>
    request.requestReadCard(one, [
      { makerName: f.name, trend: { helped: 1, tried: 2, not_yet: 0, last: 'helped' as const } },
    ]),
  ),
  request.nobodyPairedCard(),
  whatIDoCard(f.name, f.discipline ?? 'ot'),
];

const together = (f: Facts) => ({
  pairingId: 'id',
  partner: f.name,
  classroomName: f.room,
  agreement: { ...usualAgreement, words: f.words },
  changedBy: f.names[0] ?? '',
});

const favorsAbout = (f: Facts) =>
  (['offered', 'wanted', 'no_need', 'done'] as const).map((state) => ({
    id: 'id',
    version: 1,
    state,
    what: f.count > 5 ? f.words : 'Lead a movement break with the class',
    therapistName: f.name,
    teacherName: f.names[0] ?? '',
    classroomName: f.room,
    date: f.date,
    start: f.minute,
  }));

const requestsAbout = (f: Facts) =>
  (['open', 'answered', 'withdrawn'] as const).map((state) => ({
    id: 'id',
    version: 1,
    about: (['hand', 'concern', 'come'] as const)[f.count % 3] ?? ('hand' as const),
    words: f.words,
    state,
    teacherName: f.name,
    classroomName: f.room,
    answer: (['on_it', 'talk', 'not_now', null] as const)[f.count % 4] ?? null,
    answeredByName: f.names[0] ?? null,
  }));

const dayAhead = (f: Facts) => ({
  id: 'id',
  date: f.date,
  confirmed: false,
  materials: f.words,
  words: '',
  visits: Array(7).fill({ ...visitFacts(f), doing: f.kind }),
});

export const beforeForms = (f: Facts): Form[] => [
  favor.favorForm('id', f.name, f.room),
  request.requestForm(
    'id',
    f.names.map((name, index) => ({ id: String(index), name })),
    { about: 'hand', words: f.words },
  ),
  agreement.agreementForm(together(f)),
  prebrief.prebriefForm(dayAhead(f), today),
  roles.rolesForm(visitFacts(f), 'teacher', today),
  roles.rolesForm(visitFacts(f), 'therapist', today),
  intention.intentionForm(
    visitFacts(f),
    f.focuses[0] ?? 'social',
    { nextTry: f.words, moves: [f.room] },
    today,
  ),
];
