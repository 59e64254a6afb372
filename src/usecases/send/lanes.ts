/**
 * Works on items a few at a time, next always one of the group with the least in hand: a tenant whose platform hangs
 * keeps its own messages waiting, not the others'.
 */
export const inLanes = async <T>(
  items: readonly T[],
  lanes: number,
  groupOf: (item: T) => string,
  work: (item: T) => Promise<void>,
): Promise<void> => {
  const waiting = new Map<string, T[]>();
  for (const item of items) {
    const group = waiting.get(groupOf(item));
    if (group) group.push(item);
    else waiting.set(groupOf(item), [item]);
  }
  const inHand = new Map<string, number>();
  const count = (group: string, by: number): void => void inHand.set(group, (inHand.get(group) ?? 0) + by);

  const lane = async (): Promise<void> => {
    for (;;) {
      let next: string | undefined;
      for (const group of waiting.keys())
        if (next === undefined || (inHand.get(group) ?? 0) < (inHand.get(next) ?? 0)) next = group;
      if (next === undefined) return;
      const group = waiting.get(next) ?? [];
      const item = group.shift() as T;
      if (group.length === 0) waiting.delete(next);
      count(next, 1);
      try {
        await work(item);
      } finally {
        count(next, -1);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(lanes, items.length) }, lane));
};
