import type { Candidate } from '../board.ts';

/** A candidate and its column in a model. */
export interface Entry {
  readonly column: number;
  readonly candidate: Candidate;
}

/** Calls back for each start, with the visits going on then: of those only one can be. */
export const cover = (
  entries: readonly Entry[],
  say: (minute: number, terms: (readonly [number, number])[]) => void,
): void => {
  for (const minute of new Set(entries.map(({ candidate }) => candidate.start)))
    say(
      minute,
      entries
        .filter(({ candidate }) => candidate.start <= minute && minute < candidate.end)
        .map(({ column }) => [column, 1]),
    );
};

export const pushTo = <K, V>(lists: Map<K, V[]>, key: K, value: V): void => {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
};
