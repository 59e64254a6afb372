import type { Card } from '../card.ts';
import type { Form } from '../form.ts';
import { sendAsIsField } from './exposure.ts';
import { action, muted, note, text } from './parts.ts';
import type { StrategyFacts } from './strategy.ts';

const LENGTH = 1500;

/** A few plain sentences a family can use, made from what helped; the therapist says which of them stay. */
export const homeWords = (helped: readonly Pick<StrategyFacts, 'words' | 'cue'>[]): string =>
  [
    'At school these days this helps:',
    ...helped.map(({ words, cue }) => (cue === null ? `- ${words}` : `- ${words} We say “${cue}”.`)),
    'You are welcome to try it at home, in the same words.',
  ]
    .join('\n')
    .slice(0, LENGTH);

export const homeNoteForm = (words: string): Form => ({
  name: 'home-note',
  ref: '',
  title: 'A note for home',
  intro: 'Change what you like. Nothing is sent: you copy it and pass it on as your school does.',
  submit: 'I approve it',
  fields: [
    { kind: 'text', name: 'words', label: 'The note', multiline: true, maxLength: LENGTH, value: words },
    sendAsIsField,
  ],
});

export const homeNoteFault = 'Please leave a few words.';

/** Opened by the therapist, to copy. */
export const homeNoteCard = (words: string): Card => ({
  kind: 'home-note',
  push: 'Your note',
  title: 'To copy',
  parts: [text(words), muted('Approved by you. I keep no copy of it.')],
  actions: [],
});

export const homeNotesOffCard = (): Card =>
  note('home-notes', 'No notes for home here', 'Your coordinator can turn them on, under “minutes”.');

export const homeNotesAction = action('home-notes.open', 'Notes for home', '', { opensForm: true });

/** For a coordinator. */
export const homeNotesForm = (on: boolean): Form => ({
  name: 'home-notes',
  ref: '',
  title: 'Notes for home',
  intro:
    'May therapists make a short text for families from what helps? They approve and copy it; I send nothing.',
  submit: 'Save',
  fields: [
    {
      kind: 'choice',
      name: 'on',
      label: 'Notes for home',
      options: [
        { value: 'off', label: 'Off' },
        { value: 'on', label: 'On' },
      ],
      value: on ? 'on' : 'off',
    },
  ],
});

export const homeNotesKeptCard = (on: boolean): Card =>
  note(
    'home-notes',
    on ? 'Notes for home are on' : 'Notes for home are off',
    on ? 'They are made under “strategies”.' : 'Nobody is offered one.',
  );
