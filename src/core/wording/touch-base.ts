import type { Action, Card, Part } from '../card.ts';
import type { Form } from '../form.ts';
import type { LocalDate, Minute } from '../time.ts';
import { formatClock, nameDay } from './clock-words.ts';
import { sendAsIsField } from './exposure.ts';
import { action, capital, counted, muted, note, text } from './parts.ts';

export interface TouchBaseFacts {
  readonly id: string;
  readonly version: number;
  /** The other half of the pairing. */
  readonly partner: string;
  readonly minutes: number;
  readonly date: LocalDate;
  readonly minute: Minute;
  readonly mine: 'yes' | 'no' | null;
  readonly theirs: 'yes' | 'no' | null;
  /** The minutes themselves have begun. */
  readonly passed: boolean;
  /** Both said that they talked. */
  readonly talked: boolean;
  /** What there is to talk about; nothing a class could not read. */
  readonly agenda: readonly string[];
  /** Where its calendar file is, once both said yes. */
  readonly calendar?: string | undefined;
}

export const touchBaseCard = (facts: TouchBaseFacts, today: LocalDate): Card => {
  const time = `${nameDay(facts.date, today)} at ${formatClock(facts.minute)}`;
  const tap = (label: string, value: string, tone?: 'primary') =>
    action('touch-base.answer', label, facts.id, {
      value,
      version: facts.version,
      ...(tone ? { tone } : {}),
    });
  if (facts.talked) return talkedCard(facts.partner);
  if (facts.mine === 'no' || facts.theirs === 'no') {
    return {
      kind: 'touch-base',
      push: 'Touch-base in writing this week',
      title: `No talk with ${facts.partner} this week`,
      parts: [text('Three short questions do it too, whenever you have a minute.')],
      actions: [action('touch-base.write', 'Answer in writing', facts.id, { opensForm: true })],
    };
  }
  if (facts.mine === 'yes' && facts.theirs === 'yes') {
    const card = note(
      'touch-base',
      `${capital(time)} with ${facts.partner}: it’s set`,
      `${counted(facts.minutes, 'minute', 'minutes')}, no students around. I’ll remind you both.`,
    );
    return facts.passed
      ? didYouTalkCard(facts, time)
      : { ...card, parts: [...card.parts, ...agendaParts(facts.agenda), ...calendarParts(facts.calendar)] };
  }
  if (facts.passed) return passedCard(facts, time);
  if (facts.mine === 'yes') {
    return note(
      'touch-base',
      `${capital(time)} with ${facts.partner}`,
      `You said yes. I’m waiting for ${facts.partner}.`,
    );
  }
  return {
    kind: 'touch-base',
    push: `Five minutes with ${facts.partner}?`,
    title: `${counted(facts.minutes, 'minute', 'minutes')} with ${facts.partner}, ${time}?`,
    parts: [muted('You are both free of students then. What worked, what didn’t, what comes next.')],
    actions: [tap('Yes', 'yes', 'primary'), tap('Not this week', 'no')],
  };
};

const agendaParts = (agenda: readonly string[]): Part[] =>
  agenda.length === 0 ? [] : [muted(`To talk about:\n${agenda.map((line) => `• ${line}`).join('\n')}`)];

const calendarParts = (url: string | undefined): Part[] =>
  url === undefined ? [] : [{ kind: 'link', label: 'Add it to my calendar', url }];

/** In both calendars: nothing but who talks with whom. */
export const talkTitle = (therapist: string, teacher: string): string =>
  `Five minutes: ${therapist} and ${teacher}`;

const talked = (id: string): Action => action('touch-base.talked', 'We talked', id, { tone: 'primary' });

const talkedCard = (partner: string): Card =>
  note('touch-base', `You talked with ${partner}`, 'Good. I look for five minutes again next week.');

const didYouTalkCard = (facts: TouchBaseFacts, time: string): Card => ({
  kind: 'touch-base',
  push: 'Did you talk?',
  title: `${capital(time)} with ${facts.partner}: did you talk?`,
  parts: agendaParts(facts.agenda),
  actions: [
    talked(facts.id),
    action('touch-base.missed', 'We missed it', facts.id, { version: facts.version }),
    action('touch-base.write', 'Answer in writing', facts.id, { opensForm: true }),
  ],
});

export const agendaLines = {
  adapted: (when: string): string => `${when} didn’t go as planned.`,
  couldNot: (when: string, cause: string): string => `${when} couldn’t happen: ${cause}.`,
  trying: (count: number, helped: number): string =>
    `${counted(count, 'thing is', 'things are')} being tried${helped > 0 ? `, ${helped} helped` : ''}.`,
  next: (when: string): string => `Next visit: ${when}.`,
  noNext: 'No next visit is agreed yet.',
};

/** Only one of them answered, or neither: no blame, and the written way is still open. */
const passedCard = (facts: TouchBaseFacts, time: string): Card => ({
  kind: 'touch-base',
  push: 'Touch-base in writing',
  title: `${capital(time)} with ${facts.partner} has passed`,
  parts: [text('Three short questions do it too, whenever you have a minute.')],
  actions: [action('touch-base.write', 'Answer in writing', facts.id, { opensForm: true })],
});

export const touchBaseReminderCard = (
  id: string,
  partner: string,
  minute: Minute,
  agenda: readonly string[],
): Card => ({
  kind: 'touch-base-reminder',
  push: `${formatClock(minute)}: five minutes with ${partner}`,
  title: `${formatClock(minute)}: five minutes with ${partner}`,
  parts: agenda.length === 0 ? [text('What worked, what didn’t, what comes next.')] : agendaParts(agenda),
  actions: [talked(id)],
});

/** When there is no common gap: the same talk in writing. */
export const touchBaseQuestionsCard = (
  id: string,
  partner: string,
  agenda: readonly string[] = [],
): Card => ({
  kind: 'touch-base-questions',
  push: 'Three short questions about the week',
  title: `You and ${partner} have no free minute in common this week`,
  parts: [text('Three short questions instead. A few words each are plenty.'), ...agendaParts(agenda)],
  actions: [action('touch-base.write', 'Answer in writing', id, { opensForm: true, tone: 'primary' })],
});

export const touchBaseForm = (id: string, partner: string): Form => ({
  name: 'touch-base.write',
  ref: id,
  title: 'Touch base',
  intro: `For ${partner} only. No names of children, please.`,
  submit: 'Send',
  fields: [
    {
      kind: 'text',
      name: 'worked',
      label: 'What worked this week?',
      maxLength: 500,
      multiline: true,
      optional: true,
    },
    { kind: 'text', name: 'hard', label: 'What was hard?', maxLength: 500, multiline: true, optional: true },
    {
      kind: 'text',
      name: 'next',
      label: 'What should we try next?',
      maxLength: 500,
      multiline: true,
      optional: true,
    },
    sendAsIsField,
  ],
});

export const touchBaseEmptyFault = 'Please write a few words to at least one question.';

export const touchBaseWroteCard = (partner: string): Card =>
  note('touch-base', 'Thank you', `${partner} gets it in a student-free minute.`);

/** The partner's words stay behind a tap: a notification shows none of them. */
export const touchBaseNotesCard = (id: string, partner: string): Card => ({
  kind: 'touch-base-notes',
  push: 'A word from your colleague',
  title: `${partner} answered the three questions`,
  parts: [],
  actions: [action('touch-base.read', 'Read', id, { opensForm: true })],
});

export const touchBaseReadCard = (partner: string, written: Readonly<Record<string, string>>): Card => ({
  kind: 'touch-base-read',
  push: 'A word from your colleague',
  title: `${partner} wrote`,
  parts: [
    {
      kind: 'facts',
      facts: [
        { label: 'Worked', value: written['worked'] ?? '' },
        { label: 'Hard', value: written['hard'] ?? '' },
        { label: 'Next', value: written['next'] ?? '' },
      ].filter((fact) => fact.value !== ''),
    },
  ],
  actions: [],
});

export const touchBasesCard = (cards: readonly { partner: string; words: string }[]): Card => ({
  kind: 'touch-bases',
  push: 'Touch-base this week',
  title: 'Touch-base this week',
  parts: cards.map((card) => text(`${card.partner}: ${card.words}`)),
  actions: [],
});

export const touchBaseStateWords = {
  none: 'I look for five minutes at the end of the week.',
  writing: 'in writing this week.',
  waiting: (time: string): string => `${time}, waiting for both to say yes.`,
  agreed: (time: string): string => `${time}, agreed.`,
  talked: 'you talked.',
};

export const noTouchBaseCard = (): Card =>
  note(
    'touch-base',
    'Nobody to touch base with yet',
    'Once you are paired, I find five minutes a week without students.',
  );
