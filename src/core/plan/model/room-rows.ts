import type { ModelWriter } from './rows.ts';

/**
 * How many people so many visits have room for, between whole numbers of visits, too. Without it four students
 * would share one visit and a third: the model would be much too hopeful about visits saved.
 */
export const roomRows = (
  writer: ModelWriter,
  visits: readonly number[],
  people: readonly (readonly [number, number])[],
  roomIn: (visits: number) => number,
): void => {
  for (let count = 1; count < visits.length; count += 1) {
    const more = roomIn(count + 1) - roomIn(count);
    if (more <= 0) return;
    if (more < roomIn(count) - roomIn(count - 1))
      writer.row(-Infinity, roomIn(count) - more * count, [
        ...people,
        ...visits.map((column): [number, number] => [column, -more]),
      ]);
  }
};
