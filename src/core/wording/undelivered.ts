import type { Card } from '../card.ts';
import type { Platform } from '../people.ts';
import { note, text } from './parts.ts';

const platformName: Readonly<Record<Platform, string>> = { slack: 'Slack', teams: 'Teams' };

const subjects = {
  invitation: 'your invitation',
  'visit-ask': 'your question about a visit',
  'touch-base-notes': 'what you wrote',
} as const;
export type UndeliveredSubject = keyof typeof subjects;
export const isUndeliveredSubject = (purpose: string): purpose is UndeliveredSubject =>
  Object.hasOwn(subjects, purpose);

const because = {
  expired: 'There was no free minute in time.',
  failed: 'The message was refused.',
  nowhere: 'I don’t know where to reach them yet.',
  uncertain:
    'The connection broke in the middle, so I can’t tell whether it arrived, and I don’t send it twice.',
} as const;

/** For the one who set it going: once, with what to do instead. */
export const undeliveredCard = (
  name: string,
  subject: UndeliveredSubject,
  ending: keyof typeof because,
): Card => ({
  ...note(
    'undelivered',
    ending === 'uncertain'
      ? `I’m not sure that ${name} has ${subjects[subject]}`
      : `${name} did not get ${subjects[subject]}`,
    `${because[ending]} A word in the hallway is the quickest way now.`,
  ),
  push: 'A message of yours did not go through',
});

/** For those who work with somebody who blocked or removed PushIn, or left. */
export const unreachableCard = (name: string, platform: Platform): Card => ({
  kind: 'unreachable',
  push: 'I can’t reach a colleague of yours',
  title: `I can’t reach ${name} any more`,
  parts: [
    text(
      `${platformName[platform]} no longer takes my messages to ${name}. They may have removed me, or left. I won’t try again until they write to me; please talk in person.`,
    ),
  ],
  actions: [],
});

/** On a message that had to be sent again without knowing. */
export const maybeTwiceNote = 'If you’ve seen this already, it’s the same message. Nothing to do twice.';
