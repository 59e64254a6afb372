import type { ActivityKind } from '../../activity-kind.ts';
import { roomActivities } from '../lexicon/room-activities.ts';
import type { KindHeard } from './kinds-heard.ts';

/** These shut the room by themselves: a visit would disturb them or find nobody. */
const shutKinds: ReadonlySet<ActivityKind> = new Set<ActivityKind>([
  'test',
  'assembly',
  'field_trip',
  'drill',
]);

const roomActivity: ReadonlySet<string> = new Set(roomActivities);

/** A field day or picture day takes the class away as a trip does. */
export const shuts = ({ kind, phrase }: KindHeard): boolean =>
  shutKinds.has(kind) || (kind === 'other' && !roomActivity.has(phrase));
