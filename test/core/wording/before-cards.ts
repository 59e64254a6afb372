import type { Card } from '../../../src/core/card.ts';
import type { Form } from '../../../src/core/form.ts';
import * as intention from '../../../src/core/wording/intention.ts';
import * as prebrief from '../../../src/core/wording/prebrief.ts';
import * as roles from '../../../src/core/wording/roles.ts';
import { type Facts, visitFacts } from './every-card.ts';

const today = '2026-11-30';

/** What is settled before a visit. */
export const aboutBefore = (f: Facts): Card[] => [
  roles.rolesCard(visitFacts(f), 'teacher', today),
  roles.rolesCard(visitFacts(f), 'therapist', today),
  intention.intentionCard(visitFacts(f), today),
  intention.tooLateToPlanCard(),
  prebrief.prebriefCard(dayAhead(f), today),
  prebrief.prebriefCard({ ...dayAhead(f), confirmed: true, visits: [] }, today),
  prebrief.prebriefWordCard('id', f.name, f.date, today),
  prebrief.prebriefReadCard(f.name, dayAhead(f)),
  prebrief.prebriefToldCard(f.name),
];

const dayAhead = (f: Facts) => ({
  id: 'id',
  date: f.date,
  confirmed: false,
  materials: f.words,
  words: '',
  visits: Array(7).fill({ ...visitFacts(f), doing: f.kind }),
});

export const beforeForms = (f: Facts): Form[] => [
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
