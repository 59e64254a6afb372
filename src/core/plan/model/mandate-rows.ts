import { at } from '../at.ts';
import type { Draft } from '../draft.ts';
import { type Entry, pushTo } from './cover.ts';
import { roomRows } from './room-rows.ts';
import type { ModelWriter } from './rows.ts';

export interface ShapedEntry extends Entry {
  /** Visits of a pair on a day that serve alike have the same. */
  readonly shape: number;
}
/** How many of some mandates that are alike are served on a day, in visits of one shape. */
export interface ServedColumn {
  readonly column: number;
  readonly members: readonly number[];
  readonly day: number;
  readonly shape: number;
}
/** Visits of a pair at one time of a day. */
export interface DayPart {
  readonly entries: readonly Entry[];
  /** The column that has the therapist at the pair's school then; undefined where that is no question. */
  readonly school: number | undefined;
}
type Terms = [number, number][];
/** Mandates of a pair that cannot be told apart: the same focus, the same number of sessions left. */
interface Alike {
  readonly members: number[];
  readonly nth: number;
  readonly left: number;
  readonly all: Terms;
}

/**
 * Who is served when. Columns count served mandates that are alike, per part of a day and shape of visit, not per
 * start: far fewer, and just as tight. Nobody is served where the therapist is not: visits say so already, but in
 * parts they would say it too weakly, for a third of a half-day has room for one whole visit.
 */
export const mandateRows = (
  writer: ModelWriter,
  draft: Draft,
  pair: number,
  days: readonly (readonly DayPart[])[],
  firstShape: number,
) => {
  const { groupCap, weights } = draft.board.caseload;
  const alike = alikeOf(draft, pair);
  const visits: ShapedEntry[] = [];
  const served: ServedColumn[] = [];
  days.forEach((parts, day) => {
    const today = new Map<Alike, Terms>();
    for (const { entries, school } of parts) {
      const now = new Map<Alike, Terms>();
      for (const [fits, list] of shapesOf(entries)) {
        const shape = firstShape + visits.length;
        const minus = (times: number): Terms => list.map(({ column }) => [column, -times]);
        const people: Terms = [];
        let most = 0;
        for (const one of alike) {
          const fit = at(fits, one.nth);
          if (fit <= 0) continue;
          const size = one.members.length;
          const column = writer.column(fit + weights.unmetSession, 0, size, false);
          served.push({ column, members: one.members, day, shape });
          people.push([column, 1]);
          one.all.push([column, 1]);
          pushTo(today, one, [column, 1]);
          pushTo(now, one, [column, 1]);
          writer.row(-Infinity, 0, [[column, 1], ...minus(Math.min(size, groupCap))]);
          most += size;
        }
        // No visit without anybody, or one would be kept for the sake of last week alone.
        writer.row(0, Infinity, [...people, ...minus(1)]);
        if (most > groupCap) writer.row(-Infinity, 0, [...people, ...minus(groupCap)]);
        for (const entry of list) visits.push({ ...entry, shape });
      }
      if (school === undefined) continue;
      for (const [{ members }, terms] of now) writer.row(-Infinity, 0, [...terms, [school, -members.length]]);
    }
    for (const [{ members }, terms] of today)
      if (terms.length > 1) writer.row(-Infinity, members.length, terms);
    const everybody = [...today.keys()].reduce((sum, { members }) => sum + members.length, 0);
    roomRows(
      writer,
      columnsOf(parts.flatMap(({ entries }) => entries)),
      [...today.values()].flat(),
      (count) => Math.min(everybody, count * groupCap),
    );
  });
  const open = alike.filter(({ all }) => all.length > 0);
  for (const { all, members, left } of open) writer.row(-Infinity, members.length * left, all);
  roomRows(
    writer,
    columnsOf(days.flat().flatMap(({ entries }) => entries)),
    open.flatMap(({ all }) => all),
    (count) =>
      Math.min(
        count * groupCap,
        open.reduce((sum, { members, left }) => sum + members.length * Math.min(left, count), 0),
      ),
  );
  return { visits, served };
};

const shapesOf = (entries: readonly Entry[]): Map<readonly number[], Entry[]> => {
  const shapes = new Map<readonly number[], Entry[]>();
  for (const entry of entries) pushTo(shapes, entry.candidate.fits, entry);
  return shapes;
};

const columnsOf = (entries: readonly Entry[]): number[] => entries.map(({ column }) => column);

const alikeOf = ({ board, missing }: Draft, pair: number): Alike[] => {
  const found = new Map<string, Alike>();
  at(board.pairs, pair).mandates.forEach((mandate, nth) => {
    const left = at(missing, mandate);
    if (left <= 0) return;
    const key = `${left} ${at(board.mandates, mandate).focus}`;
    const one = found.get(key) ?? { members: [], nth, left, all: [] };
    found.set(key, one);
    one.members.push(mandate);
  });
  return [...found.values()];
};
