import { type Agreement, contacts, entries, interruptings, noises } from '../agreement.ts';
import type { Card } from '../card.ts';
import type { Field, Form } from '../form.ts';
import { sendAsIsField } from './exposure.ts';
import { action, muted, note } from './parts.ts';

const labels = {
  entry: 'Coming in',
  noise: 'Voice',
  interrupting: 'Interrupting',
  contact: 'Best time to talk',
} as const;

const entryWords: Readonly<Record<Agreement['entry'], string>> = {
  slip_in: 'Slip in quietly',
  wave: 'A wave on the way in',
  knock: 'Knock and wait for a sign',
};
const noiseWords: Readonly<Record<Agreement['noise'], string>> = {
  whisper: 'Whisper',
  table_talk: 'Table talk',
  as_class: 'As loud as the class is',
};
const interruptingWords: Readonly<Record<Agreement['interrupting'], string>> = {
  never: 'Not during a lesson',
  between: 'Between two activities',
  anytime: 'Any time, with a sign first',
};
const contactWords: Readonly<Record<Agreement['contact'], string>> = {
  before: 'Before school',
  prep: 'In the prep',
  after: 'After school',
  writing: 'In writing, here',
};

export interface AgreementFacts {
  readonly pairingId: string;
  readonly partner: string;
  readonly classroomName: string;
  readonly agreement: Agreement;
  /** Who said it; empty when it is what everybody starts with. */
  readonly changedBy: string;
}

/** A note in free words stays in the form, behind the tap. */
export const agreementCard = (facts: AgreementFacts): Card => {
  const { agreement, changedBy, partner, classroomName, pairingId } = facts;
  return {
    kind: 'agreement',
    push: changedBy === '' ? `How you and ${partner} work` : `${changedBy} changed how you work together`,
    title: `How you and ${partner} work in ${classroomName}`,
    parts: [
      {
        kind: 'facts',
        facts: [
          { label: labels.entry, value: entryWords[agreement.entry] },
          { label: labels.noise, value: noiseWords[agreement.noise] },
          { label: labels.interrupting, value: interruptingWords[agreement.interrupting] },
          { label: labels.contact, value: contactWords[agreement.contact] },
        ],
      },
      muted(
        `${changedBy === '' ? 'What everybody starts with' : `As ${changedBy} said last`}. Either of you may change it.${agreement.words === '' ? '' : ' There is a note with it.'}`,
      ),
    ],
    actions: [
      action('agreement.open', agreement.words === '' ? 'Change' : 'Read or change', pairingId, {
        opensForm: true,
      }),
    ],
  };
};

const choice = <T extends string>(
  name: keyof typeof labels,
  values: readonly T[],
  words: Readonly<Record<T, string>>,
  value: T,
): Field => ({
  kind: 'choice',
  name,
  label: labels[name],
  options: values.map((one) => ({ value: one, label: words[one] })),
  value,
});

export const agreementForm = ({ pairingId, partner, classroomName, agreement }: AgreementFacts): Form => ({
  name: 'agreement',
  ref: pairingId,
  title: 'How we work',
  intro: `You and ${partner} in ${classroomName}. Both of you see it.`,
  submit: 'Save',
  fields: [
    choice('entry', entries, entryWords, agreement.entry),
    choice('noise', noises, noiseWords, agreement.noise),
    choice('interrupting', interruptings, interruptingWords, agreement.interrupting),
    choice('contact', contacts, contactWords, agreement.contact),
    {
      kind: 'text',
      name: 'words',
      label: 'Anything else',
      placeholder: 'Coats go on the hook by the sink; please no coffee near the rug.',
      maxLength: 300,
      multiline: true,
      optional: true,
      value: agreement.words,
    },
    sendAsIsField,
  ],
});

export const agreementSavedCard = (partner: string): Card =>
  note('agreement-saved', 'Saved', `${partner} sees it in a free minute.`);

export const agreementFault = 'Please choose one of these.';

export const agreementListCard = (
  pairs: readonly { readonly pairingId: string; readonly partner: string; readonly classroomName: string }[],
): Card =>
  pairs.length === 0
    ? note(
        'agreements',
        'Nobody to agree with yet',
        'Once you are paired, you both say how you like to work.',
      )
    : {
        kind: 'agreements',
        push: 'How we work',
        title: 'How you work together',
        parts: pairs.map(({ pairingId, partner, classroomName }) => ({
          kind: 'option' as const,
          text: `${partner} · ${classroomName}`,
          action: action('agreement.open', 'Open', pairingId, { opensForm: true }),
        })),
        actions: [],
      };
