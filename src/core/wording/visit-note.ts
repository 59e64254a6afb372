import type { ActivityKind } from '../activity-kind.ts';
import type { Card } from '../card.ts';
import type { FocusArea } from '../focus-area.ts';
import type { Form } from '../form.ts';
import {
  type Doing,
  doings,
  type Finding,
  findings,
  type PromptLevel,
  promptLevels,
  type VisitNote,
} from '../outcome.ts';
import { kindLabel } from './activity-kinds.ts';
import { focusLabel } from './focus-areas.ts';
import { action, capital, counted, listed, text } from './parts.ts';

const findingLabel: Readonly<Record<Finding, string>> = {
  as_expected: 'as expected',
  other_activity: 'the class was doing something else',
  upset: 'somebody was upset',
  tired: 'somebody was tired or unwell',
  loud_room: 'the room was loud',
  substitute: 'a substitute was there',
  more_children: 'more children joined in',
};

const doingLabel: Readonly<Record<Doing, string>> = {
  worked_on_goal: 'worked on it as intended',
  joined_in: 'joined in what the class was doing',
  calmed_together: 'calmed down together first',
  modeled: 'modeled it for the adults',
  changed_materials: 'changed the materials or the place',
  whole_class: 'did it with the whole class',
  watched: 'watched',
};

export const promptLabel: Readonly<Record<PromptLevel, string>> = {
  alone: 'alone',
  a_look: 'with a look or a gesture',
  words: 'with words',
  showing: 'with showing',
  hand_over_hand: 'hand over hand',
};

/** In minutes, as therapists round them. */
const consults = [0, 5, 10, 15, 20, 30];

const NEXT_TEST_LENGTH = 200;
export const NOTE_LENGTH = 2000;

export const noteForm = (visitId: string, note: VisitNote | undefined): Form => ({
  name: 'visit.note',
  ref: visitId,
  title: 'What happened',
  intro: 'Only you see it. Everything may stay empty.',
  submit: 'Make the note',
  fields: [
    {
      kind: 'choices',
      name: 'found',
      label: 'Found',
      options: findings.map((value) => ({ value, label: capital(findingLabel[value]) })),
      value: note?.found ?? [],
      optional: true,
    },
    {
      kind: 'choices',
      name: 'did',
      label: 'Did',
      options: doings.map((value) => ({ value, label: capital(doingLabel[value]) })),
      value: note?.did ?? [],
      optional: true,
    },
    {
      kind: 'choice',
      name: 'consult',
      label: 'Consulted with the adults',
      hint: 'Kept apart from the minutes with students.',
      options: consults.map((minutes) => ({
        value: String(minutes),
        label: minutes === 0 ? 'No' : `${minutes} minutes`,
      })),
      value: String(consults.includes(note?.consultMinutes ?? 0) ? (note?.consultMinutes ?? 0) : 0),
    },
    {
      kind: 'text',
      name: 'tally',
      label: 'Tally',
      placeholder: '4 of 5',
      maxLength: 20,
      ...(note?.tally ? { value: tallyWords(note.tally) } : {}),
      optional: true,
    },
    {
      kind: 'choice',
      name: 'prompt',
      label: 'Help needed',
      options: promptLevels.map((value) => ({ value, label: capital(promptLabel[value]) })),
      ...(note?.promptLevel ? { value: note.promptLevel } : {}),
      optional: true,
    },
    {
      kind: 'text',
      name: 'next',
      label: 'Test next time',
      hint: 'I bring it up before the next visit.',
      maxLength: NEXT_TEST_LENGTH,
      value: note?.nextTest ?? '',
      optional: true,
    },
  ],
});

export const tallyFault = 'Please write it like “4 of 5”.';

const tallyWords = ({ hits, tries }: { hits: number; tries: number }): string => `${hits} of ${tries}`;

interface Planned {
  readonly focus: FocusArea;
  readonly kind: ActivityKind;
  readonly minutes: number;
  readonly aliases: readonly string[];
  readonly teacherName: string;
}

/** Planned → found → did → consulted, for the therapist's own eyes (needs 50). */
export const noteWords = (planned: Planned, note: VisitNote): string => {
  const counts = [
    ...(note.tally ? [tallyWords(note.tally)] : []),
    ...(note.promptLevel ? [promptLabel[note.promptLevel]] : []),
  ];
  return [
    `Planned: ${focusLabel[planned.focus]} during ${kindLabel[planned.kind].toLowerCase()}, ${planned.minutes} minutes, with ${listed(planned.aliases) || 'the group'}.`,
    ...(note.found.length > 0 ? [`Found: ${listed(note.found.map((one) => findingLabel[one]))}.`] : []),
    ...(note.did.length > 0 ? [`Did: ${listed(note.did.map((one) => doingLabel[one]))}.`] : []),
    ...(counts.length > 0 ? [`Counted: ${counts.join(', ')}.`] : []),
    note.consultMinutes > 0
      ? `Consulted: ${counted(note.consultMinutes, 'minute', 'minutes')} with ${planned.teacherName}, apart from the minutes above.`
      : 'Consulted: not this time.',
    ...(note.nextTest ? [`Test next time: ${note.nextTest}`] : []),
  ].join('\n');
};

/** The note to read, to mend and to copy, in a dialog of its own. */
export const noteWordsForm = (visitId: string, words: string): Form => ({
  name: 'visit.note-words',
  ref: visitId,
  title: 'The note',
  intro: 'Only you see it. Change what you like, or copy it.',
  submit: 'Keep',
  fields: [
    { kind: 'text', name: 'words', label: 'Note', multiline: true, maxLength: NOTE_LENGTH, value: words },
  ],
});

export const noteEmptyFault = 'Please leave a few words.';

/** Nothing of the note itself: the card may stay on a screen. */
export const noteKeptCard = (visitId: string): Card => ({
  kind: 'visit-note',
  push: 'The note is kept',
  title: 'The note is kept',
  parts: [text('Only you can read it.')],
  actions: [
    action('visit.read-note', 'Read the note', visitId, { opensForm: true }),
    action('visit.note', 'Start over', visitId, { opensForm: true }),
  ],
});
