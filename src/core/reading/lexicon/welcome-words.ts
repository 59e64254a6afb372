import { absences } from './welcome/absences.ts';
import { agreements } from './welcome/agreements.ts';
import { askAgains } from './welcome/ask-agains.ts';
import { badTimes } from './welcome/bad-times.ts';
import { closedRooms } from './welcome/closed-rooms.ts';
import { denials } from './welcome/denials.ts';
import { emptyPhrases } from './welcome/empty-phrases.ts';
import { emptyRooms } from './welcome/empty-rooms.ts';
import { fullRooms } from './welcome/full-rooms.ts';
import { harmlessDenials } from './welcome/harmless-denials.ts';
import { hedges } from './welcome/hedges.ts';
import { invitations } from './welcome/invitations.ts';
import { keepAways } from './welcome/keep-aways.ts';
import { openPlans } from './welcome/open-plans.ts';
import { otherTimes } from './welcome/other-times.ts';
import { refusals } from './welcome/refusals.ts';
import { substitutes } from './welcome/substitutes.ts';
import { troubledRooms } from './welcome/troubled-rooms.ts';

/** What a phrase says about a visit; each has its own file. */
export type WelcomeWord =
  | 'no'
  | 'closed'
  | 'not'
  | 'away'
  | 'maybe'
  | 'unsure'
  | 'sub'
  | 'yes'
  | 'welcome'
  | 'nothing';

const as = (means: WelcomeWord, phrases: readonly string[]) =>
  phrases.map((phrase) => [phrase, means] as const);

export const welcomeWords: readonly (readonly [phrase: string, means: WelcomeWord])[] = [
  ...as('no', [...refusals, ...badTimes, ...otherTimes, ...keepAways]),
  ...as('closed', [...closedRooms, ...fullRooms, ...emptyRooms, ...troubledRooms]),
  ...as('not', denials),
  ...as('away', absences),
  ...as('maybe', hedges),
  ...as('unsure', [...openPlans, ...askAgains]),
  ...as('sub', substitutes),
  ...as('yes', agreements),
  ...as('welcome', invitations),
  ...as('nothing', [...emptyPhrases, ...harmlessDenials]),
];

/** A yes only where little else is said: inside a sentence they praise something. */
export const lonelyYeses: readonly string[] = [
  'good',
  'great',
  'come',
  'cool',
  'lovely',
  'wonderful',
  'excellent',
  'awesome',
  'fantastic',
  'fabulous',
  'fine',
  'k',
  'kk',
  'ya',
  'y',
  'right',
  'super',
  'nice',
  'open',
  'free',
  'deal',
  'okie dokie',
  '10 4',
  'okay',
  'ok',
  'yessir',
  'sweet',
  'neat',
  'bet',
  'aight',
  'righto',
  'gotcha',
];
