import { type ActivityKind, activityKinds } from '../activity-kind.ts';

const OUT_OF = 'out_of_';
const AGAIN = '_again';

/** Outside while the class does that, for whoever may be in the class or outside. */
export const outOf = (kind: ActivityKind): string => `${OUT_OF}${kind}`;

/** A subject on a day on which another one would be missed for the first time this week. */
export const again = (kind: ActivityKind): string => `${kind}${AGAIN}`;

/** What the class does, however the caseload calls it. */
export const kindOf = (activity: string): ActivityKind => {
  const plain = activity.replace(OUT_OF, '').replace(AGAIN, '');
  return activityKinds.find((kind) => kind === plain) ?? 'other';
};
