import type { Intent } from './understanding.ts';
import { isAway } from '../../activity-kind.ts';
import type { Welcome } from '../read-welcome.ts';
import { type KindsMeant, shutKinds } from './main-kind.ts';
import type { Offer } from './offered.ts';
import { isWithin, type Said } from './said.ts';
import type { Stance } from './stance.ts';

export interface Heard {
  readonly said: Said;
  readonly stance: Stance;
  readonly kinds: KindsMeant;
  readonly offers: readonly Offer[];
  /** Whether an offer is about another day or hour than asked. */
  readonly offersOther: boolean;
}

export interface Judgment {
  readonly intent: Intent;
  readonly available: Welcome | undefined;
}

/** The class stays where it is: what is away elsewhere is not away here. */
const inTheRoom = /\b(?:in (?:the|our|my) (?:own )?(?:class)?room|in (?:the )?class|in here|in our (?:own )?room|at (?:our|their|the) desks?|in (?:my|our) classroom|inside)\b/iu;
/** Technology is a lesson in the room, unless it has a room or a teacher of its own. */
const elsewhere = /\b(?:lab|special|specials|with (?:the |ms|mr|mrs|miss)|teacher|maker ?space|class with|down the hall)\b/iu;
/** "Free after", "and then they are all yours": the room opens later. */
const opensLater = /\b(?:free after|open after|all yours|yours after|fine after|good after|ok after|available after|after that (?:is|its|we|you|your|youre|come|ok|fine|good))\b/iu;

const isQuiet = ({ quiet }: Said): boolean => {
  if (quiet.some(({ value }) => value === 'alone')) return true;
  return quiet.some(({ value }) => value === 'stop') && quiet.some(({ value }) => value === 'message');
};
export { isQuiet };

const begins = (said: Said, place: { from: number }): boolean =>
  said.words.filter((word) => word.kind === 'word' && word.from < place.from).length <= 2;

export const isCorrection = (said: Said): boolean =>
  said.corrections.some((one) => one.value === 'strong') ||
  (said.corrections.some((one) => one.value === 'weak' && begins(said, one)) &&
    (said.kinds.length > 0 || said.times.length > 0) &&
    (said.kinds.some(({ denied }) => denied) || said.words.some(({ text }) => text === 'not' || text === 'its' || text === 'actually')));

const isMeeting = (said: Said): boolean =>
  said.meetings.some((one) => one.value === 'strong' && !said.kinds.some((kind) => isWithin(one, kind) || isWithin(kind, one)));

const availableOf = ({ said, stance, kinds }: Heard): Welcome => {
  const kind = kinds.main?.kind;
  if (kind !== undefined && shutKinds.has(kind)) return stance.invited || opensLater.test(said.plain) ? 'yes' : 'no';
  if (stance.invited) return 'yes';
  if (kind === 'technology') return elsewhere.test(said.plain) && !inTheRoom.test(said.plain) ? 'maybe' : 'yes';
  const away = kind !== undefined && (isAway(kind) || kind === 'other');
  if (away && !inTheRoom.test(said.plain)) return 'maybe';
  if (stance.conditional || (stance.hedged && !stance.agreed)) return 'maybe';
  return 'yes';
};

/** What a teacher means, the surest sign first; a refusal outweighs every welcome. */
export const teacherJudgment = (heard: Heard): Judgment => {
  const { said, stance, kinds, offers, offersOther } = heard;
  const kind = kinds.main?.kind;
  if (isQuiet(said)) return { intent: 'opt_out', available: undefined };
  const proposes = offers.length > 0 && offersOther && !stance.unsure;
  if (isCorrection(said) && !stance.refusedOutright) {
    const available = kind === undefined ? 'yes' : availableOf(heard);
    return { intent: 'correction', available };
  }
  if (isMeeting(said)) return { intent: 'touch_base', available: 'yes' };
  if (proposes) return { intent: 'propose_time', available: 'yes' };
  if (stance.refused && !(stance.unsure && !stance.refusedOutright)) return { intent: 'unavailable', available: 'no' };
  if (stance.substitute)
    return stance.invited || (stance.agreed && !stance.unsure)
      ? { intent: 'accept', available: 'yes' }
      : { intent: 'unavailable', available: 'maybe' };
  if (stance.unsure) return { intent: 'defer', available: 'maybe' };
  if (said.same.length > 0 && kind === undefined) return { intent: 'same_as', available: 'yes' };
  if (kind !== undefined) {
    const available = availableOf(heard);
    return { intent: available === 'no' ? 'unavailable' : 'report_activity', available };
  }
  if (stance.conditional || (stance.hedged && !stance.agreed && !stance.invited)) return { intent: 'defer', available: 'maybe' };
  if (stance.agreed || stance.invited) return { intent: 'accept', available: 'yes' };
  if (said.times.some(({ mention }) => mention.is === 'clock' || mention.is === 'day'))
    return { intent: 'propose_time', available: 'yes' };
  return { intent: 'other', available: undefined };
};
