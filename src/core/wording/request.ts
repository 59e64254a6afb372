import type { Card } from '../card.ts';
import type { Exposure } from '../exposure/find-exposed.ts';
import type { Form } from '../form.ts';
import { type About, abouts, type RequestAnswer } from '../request.ts';
import type { Trend } from '../strategy.ts';
import { exposedWords, sendAsIsField } from './exposure.ts';
import { action, listed, muted, note, text } from './parts.ts';
import { trendWords } from './strategy.ts';

export interface RequestFacts {
  readonly id: string;
  readonly version: number;
  readonly about: About;
  readonly words: string;
  readonly state: 'draft' | 'open' | 'answered' | 'withdrawn';
  readonly teacherName: string;
  readonly classroomName: string;
  readonly answer: RequestAnswer | null;
  readonly answeredByName: string | null;
}

const wishes: Readonly<Record<About, string>> = {
  hand: 'would like a hand',
  concern: 'has a concern',
  come: 'asks you to come',
};

const answerLabels: Readonly<Record<RequestAnswer, string>> = {
  on_it: 'I’m on it',
  talk: 'Let’s talk',
  not_now: 'Not this week',
};

/** Said of a colleague. */
const answerWords = (name: string, answer: RequestAnswer): string =>
  ({
    on_it: `${name} is on it`,
    talk: `${name} would like to talk about it`,
    not_now: `${name} can’t this week`,
  })[answer];

/** For each therapist of the class; what she wrote stays behind the tap. */
export const requestCard = (request: RequestFacts, mine: boolean): Card => {
  const { id, version, teacherName, classroomName, answer, answeredByName } = request;
  const title = `${teacherName} ${wishes[request.about]}: ${classroomName}`;
  const read = action('request.read', 'Read', id, { opensForm: true });
  if (request.state === 'withdrawn' || request.state === 'draft')
    return note('request', `${teacherName} took that back`, 'Nothing to do.');
  if (request.state === 'answered' && answer !== null) {
    const said = mine
      ? `You said: ${answerLabels[answer]}.`
      : `${answerWords(answeredByName ?? 'A colleague', answer)}.`;
    const find = action('schedule.show', 'Find good times', '', { tone: 'primary' });
    const coming = mine && answer === 'on_it' && request.about === 'come';
    const trying = mine && answer !== 'not_now' && request.about !== 'come';
    const share = action('strategy.new', 'Something to try', id, { value: 'request', opensForm: true });
    return {
      kind: 'request',
      push: title,
      title,
      parts: [text(said)],
      actions: [...(coming ? [find] : []), ...(trying ? [share] : []), read],
    };
  }
  const tap = (value: RequestAnswer, tone?: 'primary') =>
    action('request.answer', answerLabels[value], id, { value, version, ...(tone ? { tone } : {}) });
  return {
    kind: 'request',
    push: title,
    title,
    parts: [],
    actions: [read, tap('on_it', 'primary'), tap('talk'), tap('not_now')],
  };
};

/** Her word, who answered it, and what came of it (needs 59). */
export const requestReadCard = (
  { teacherName, words, answer, answeredByName }: RequestFacts,
  tried: readonly { readonly makerName: string; readonly trend: Trend }[] = [],
): Card => {
  const card = note('request-read', `From ${teacherName}`, words);
  const since = [
    ...(answer === null ? [] : [`${answerWords(answeredByName ?? 'A colleague', answer)}.`]),
    ...tried.map(({ makerName, trend }) => `${makerName} shared something to try. ${trendWords(trend)}`),
  ];
  return { ...card, push: `A word from ${teacherName}`, parts: [...card.parts, ...since.map(muted)] };
};

/** For the teacher: who hears it, and what they said. Her own words are not shown again. */
export const requestStatusCard = (
  request: RequestFacts,
  therapists: readonly string[],
  when?: string,
): Card => {
  const { id, version, answer, answeredByName } = request;
  const names = listed(therapists);
  if (request.state === 'answered' && answer !== null) {
    const title = answerWords(answeredByName ?? names, answer);
    const next =
      answer === 'talk'
        ? '“touchbase” shows when you both have five minutes; or talk in the hallway.'
        : answer === 'on_it'
          ? 'Nothing more to do.'
          : 'You can ask again another time.';
    return note('request-status', title, next);
  }
  if (request.state === 'withdrawn')
    return note('request-status', 'Taken back', 'Nobody has to do anything.');
  return {
    kind: 'request-status',
    push: 'Your word is on its way',
    title: `On its way to ${names}`,
    parts: [text(when ?? 'They answer here with one tap.')],
    actions: [action('request.withdraw', 'Take it back', id, { version })],
  };
};

/** Something in her words tells about a child: she decides, and until then nobody gets them. */
export const requestDraftCard = (
  request: RequestFacts,
  found: readonly Exposure[],
  therapists: readonly string[],
): Card => ({
  kind: 'request-draft',
  push: 'One look before it goes',
  title: `Not sent yet to ${listed(therapists)}`,
  parts: [text(`I see ${exposedWords(found)} in it. A class might read it over a shoulder.`)],
  actions: [
    action('request.open', 'Say it another way', request.id, { opensForm: true, tone: 'primary' }),
    action('request.send', 'Send it as it is', request.id, { version: request.version }),
    action('request.withdraw', 'Don’t send it', request.id, { version: request.version }),
  ],
});

const aboutLabels: Readonly<Record<About, string>> = {
  hand: 'I need a hand with something',
  concern: 'I have a concern',
  come: 'Please come on a certain day',
};

export const requestForm = (
  ref: string,
  rooms: readonly { readonly id: string; readonly name: string }[],
  said: { readonly about: About; readonly words: string },
): Form => ({
  name: 'request',
  ref,
  title: 'Ask for something',
  intro: 'For the therapists of your class. They answer with one tap.',
  submit: 'Ask',
  fields: [
    {
      kind: 'choice',
      name: 'about',
      label: 'What is it?',
      options: abouts.map((about) => ({ value: about, label: aboutLabels[about] })),
      value: said.about,
    },
    ...(rooms.length > 1
      ? [
          {
            kind: 'choice' as const,
            name: 'room',
            label: 'Class',
            options: rooms.map(({ id, name }) => ({ value: id, label: name })),
          },
        ]
      : []),
    {
      kind: 'text',
      name: 'words',
      label: 'In your words',
      placeholder: 'Cutting takes us half the lesson. Ideas?',
      maxLength: 300,
      multiline: true,
      value: said.words,
    },
    sendAsIsField,
  ],
});

export const requestFaults = {
  about: 'Please choose one.',
  words: 'Please write a few words.',
  room: 'Which class is it about?',
};

export const nobodyPairedCard = (): Card =>
  note(
    'request',
    'Nobody works with your class yet',
    'Once somebody is paired with you, your word reaches them in a free minute.',
  );
