import type { Card, Part } from '../card.ts';
import type { Proposal } from '../propose.ts';
import { kindLabel } from './activity-kinds.ts';
import { formatSpan, shortDay } from './clock-words.ts';
import { focusLabel } from './focus-areas.ts';
import { action, listed, muted, note, text } from './parts.ts';

export interface Offer {
  readonly proposal: Proposal;
  readonly classroomName: string;
  /** For the therapist's own eyes. */
  readonly aliases: readonly string[];
  /** Opaque to the platforms: which time of this pairing was meant. */
  readonly value: string;
}

/** “fits fine motor; no test; K. and Otter together” */
const reason = ({ proposal, aliases }: Offer): string =>
  [
    `fits ${focusLabel[proposal.focus]}`,
    ...(proposal.noTest ? ['no test'] : []),
    ...(aliases.length > 1 ? [`${listed(aliases)} together`] : aliases),
    ...(proposal.isGlad ? ['the teacher likes company then'] : []),
    ...(proposal.source === 'teacher' ? ['the teacher said so'] : []),
  ].join('; ');

const optionPart = (offer: Offer): Part => ({
  kind: 'option',
  text: `${shortDay(offer.proposal.date)} ${formatSpan(offer.proposal)} · ${kindLabel[offer.proposal.kind]} · ${offer.classroomName}`,
  detail: reason(offer),
  action: action('visit.propose', 'Ask for this', offer.proposal.pairingId, { value: offer.value }),
});

export const scheduleCard = (offers: readonly Offer[], intro?: string): Card => ({
  kind: 'schedule',
  push: 'Good times to join a class',
  title: intro ?? 'Good times to join a class',
  parts: [...offers.map(optionPart), muted('Best first. The teacher is asked before anything is settled.')],
  actions: [planWholeWeek(), whyNotAction()],
});

/** All that is still to be done in a week, instead of one visit after the other. */
export const planWholeWeek = () => action('plan.week', 'Plan the whole week', '');

const whyNotAction = () => action('why-not.open', 'Why not another day?', '', { opensForm: true });

export const noPairingCard = (): Card => ({
  kind: 'no-pairing',
  push: 'Pair with a teacher first',
  title: 'You aren’t paired with a class yet',
  parts: [text('Once a teacher has said yes, I look for the moments that fit.')],
  actions: [action('pair.open', 'Pair with a teacher', '', { opensForm: true, tone: 'primary' })],
});

export const waitingForYesCard = (teachers: readonly string[]): Card =>
  note(
    'no-pairing',
    `Waiting for ${listed(teachers)}`,
    'I look for times as soon as the invitation is answered.',
  );

/** Nothing fits: said per class, with what would help. */
export const noTimesCard = (lines: readonly string[]): Card => ({
  kind: 'no-times',
  push: 'No good time this coming week yet',
  title: 'No good time this coming week yet',
  parts: lines.map(text),
  actions: [whyNotAction()],
});

/** She needs no reason, and the therapist need not look again. */
export const notThisWeekCard = (rooms: readonly string[]): Card =>
  note(
    'not-this-week',
    `No visit in ${listed(rooms)} this time`,
    'The teacher said “not this week”. I look for times again in the week after.',
  );

export const allPlannedCard = (): Card =>
  note('all-planned', 'Every visit of this week is planned', '“week” shows them.');

/** Nobody of theirs is to be visited in class. */
export const nothingInClassCard = (): Card =>
  note(
    'all-planned',
    'None of your sessions is in a classroom',
    '“schedule week” plans what is outside the class, and the talks.',
  );

export const whyNothing = {
  test: (room: string) => `${room}: only tests are left open, and I never offer those.`,
  'no-fit': (room: string) => `${room}: nothing it does this week fits what you work on.`,
  'nothing-known': (room: string) =>
    `${room}: I don’t know its week yet. “ask ${room} Tuesday 10” makes me ask.`,
  'too-late': (room: string) => `${room}: what fits is over for this week.`,
  'no-school': (room: string) => `${room}: there is no school on the days left.`,
  'all-taken': (room: string) => `${room}: a colleague is there at every time that fits.`,
  'cannot-ask': (room: string) =>
    `${room}: the teacher has no minute without students in which I could ask before anything that fits.`,
  'you-are-busy': (room: string) => `${room}: you have students yourself at every time that fits.`,
} as const;

export const takenIntro = (room: string): string => `${room} was just taken for that time. The next best:`;
export const goneIntro = 'That time no longer fits. The next best:';
