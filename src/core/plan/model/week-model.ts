import { overlaps } from '../../time.ts';
import { at } from '../at.ts';
import { type Candidate, dayOf, week } from '../board.ts';
import { classIsFree, type Draft } from '../draft.ts';
import { cover, type Entry, pushTo } from './cover.ts';
import { type DayPart, mandateRows, type ServedColumn, type ShapedEntry } from './mandate-rows.ts';
import type { Prices } from './prices.ts';
import { createModelWriter, type LinearModel } from './rows.ts';
import { type SchoolColumn, schoolColumns } from './school-columns.ts';
import type { Scope } from './scope.ts';

export interface WeekModel {
  readonly model: LinearModel;
  readonly visits: readonly ShapedEntry[];
  readonly served: readonly ServedColumn[];
  readonly schools: readonly SchoolColumn[];
  /** Where the duals of what therapists share are found. */
  readonly slotRows: readonly { readonly row: number; readonly classDay: number; readonly minute: number }[];
  readonly crowdRows: readonly { readonly row: number; readonly classDay: number }[];
}

/**
 * The tight model of docs/planning.md over the scope. `draft` holds what stays: everybody outside it. Worth is counted from nothing served, so that a missing session costs nothing and a served one earns.
 */
export const weekModel = (draft: Draft, scope: Scope): WeekModel => {
  const { board } = draft;
  const writer = createModelWriter();
  const visits: ShapedEntry[] = [];
  const served: ServedColumn[] = [];
  const schools: SchoolColumn[] = [];
  const byClassDay = new Map<number, Entry[]>();
  for (const therapist of scope.therapists) {
    const byPairDay = new Map<number, Entry[]>();
    const days = week.map((day) => schoolColumns(writer, board, therapist, day));
    for (const [day, halves] of days.entries()) {
      schools.push(...halves.columns);
      const bySchool = new Map<number | undefined, Entry[]>();
      for (const candidate of at(board.byTherapistDay, dayOf(therapist, day))) {
        if (!classIsFree(draft, candidate)) continue;
        const entry = {
          candidate,
          column: writer.column(ownWorth(draft, candidate, scope.prices), 0, 1, true),
        };
        pushTo(byPairDay, dayOf(candidate.pair, day), entry);
        pushTo(byClassDay, dayOf(candidate.classroom, day), entry);
        pushTo(bySchool, halves.columnOf(candidate.half, candidate.school), entry);
      }
      for (const [school, entries] of bySchool)
        cover(entries, (_, terms) => {
          if (school !== undefined) writer.row(-Infinity, 0, [...terms, [school, -1]]);
          else if (terms.length > 1) writer.row(-Infinity, 1, terms);
        });
      for (const terms of acrossNoon([...bySchool.values()])) writer.row(-Infinity, 1, terms);
    }
    for (const pair of at(board.pairsOf, therapist)) {
      const parts = days.map(({ columnOf }, day) =>
        partsOf(byPairDay.get(dayOf(pair, day)) ?? [], (half) =>
          columnOf(half, at(board.pairs, pair).school),
        ),
      );
      const rows = mandateRows(writer, draft, pair, parts, visits.length);
      visits.push(...rows.visits);
      served.push(...rows.served);
    }
  }
  const shared =
    scope.prices === undefined ? sharedRows(draft, writer, byClassDay) : { slotRows: [], crowdRows: [] };
  return { model: writer.written(), visits, served, schools, ...shared };
};

/** Morning and afternoon, where they may belong to different schools. */
const partsOf = (
  entries: readonly Entry[],
  schoolColumn: (half: 0 | 1) => number | undefined,
): readonly DayPart[] => {
  const halves = ([0, 1] as const).map((half) => ({
    entries: entries.filter(({ candidate }) => candidate.half === half),
    school: schoolColumn(half),
  }));
  return halves.every(({ school }) => school === undefined) ? [{ entries, school: undefined }] : halves;
};

/** The rows of a school keep its visits apart; one begun before noon may still go on when one after it begins. */
const acrossNoon = (schools: readonly (readonly Entry[])[]): (readonly [number, number])[][] => {
  if (schools.length < 2) return [];
  const all = schools.flat();
  const after = all.filter(({ candidate }) => candidate.half === 1);
  const before = all.filter(
    (one) => one.candidate.half === 0 && after.some(({ candidate }) => overlaps(candidate, one.candidate)),
  );
  const rows: (readonly [number, number])[][] = [];
  if (before.length > 0) cover([...before, ...after], (_, terms) => rows.push(terms));
  return rows.filter((terms) => terms.length > 1);
};

const ownWorth = ({ board }: Draft, candidate: Candidate, prices: Prices | undefined): number => {
  const { keep, visit } = board.caseload.weights;
  const classDay = dayOf(candidate.classroom, candidate.day);
  let worth = (candidate.kept ? keep : 0) - visit - (prices?.crowd.get(classDay) ?? 0);
  for (const [minute, price] of prices?.slots.get(classDay) ?? [])
    if (candidate.start <= minute && minute < candidate.end) worth -= price;
  return worth;
};

/** One visit of a class at a time, and what too many on a day cost. */
const sharedRows = (
  draft: Draft,
  writer: ReturnType<typeof createModelWriter>,
  byClassDay: ReadonlyMap<number, readonly Entry[]>,
): Pick<WeekModel, 'slotRows' | 'crowdRows'> => {
  const { weights, classVisitsPerDay } = draft.board.caseload;
  const slotRows: { row: number; classDay: number; minute: number }[] = [];
  const crowdRows: { row: number; classDay: number }[] = [];
  for (const [classDay, entries] of byClassDay) {
    if (new Set(entries.map(({ candidate }) => candidate.therapist)).size > 1)
      cover(entries, (minute, terms) => {
        slotRows.push({ row: writer.row(-Infinity, 1, terms), classDay, minute });
      });
    const free = classVisitsPerDay - at(draft.byClassDay, classDay).length;
    if (weights.classDayOver === 0 || entries.length <= free) continue;
    const over = writer.column(-weights.classDayOver, 0, Infinity, false);
    const row = writer.row(-Infinity, Math.max(0, free), [
      ...entries.map(({ column }): [number, number] => [column, 1]),
      [over, -1],
    ]);
    crowdRows.push({ row, classDay });
  }
  return { slotRows, crowdRows };
};
