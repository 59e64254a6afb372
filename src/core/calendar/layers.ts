import type { ActivityKind } from '../activity-kind.ts';
import type { Activity } from '../classroom.ts';
import { lengthOf } from '../spans.ts';
import { type Instant, overlaps, type Span } from '../time.ts';
import type { Welcome } from '../welcome.ts';
import { type BlockOnDay, spanOf } from './blocks-on-day.ts';
import type { Change } from './change.ts';
import type { SchoolDay } from './school-clock.ts';

/** A part of a class's day. */
export interface Piece extends Span {
  /** Undefined where what was to happen was called off and nothing else is known. */
  readonly kind: ActivityKind | undefined;
  readonly source: 'teacher' | 'import' | 'change' | 'routine';
  /** Absent for routine. */
  readonly saidAt?: Instant;
  readonly welcome?: Welcome;
  /** Where it was said, and for routine. */
  readonly withStudents?: boolean;
  /** The bells are unusual that day, or somebody else has the class: it may well be otherwise. */
  readonly unsure?: true;
}

/** Less than this left of something cut short is a handover, not an activity. */
const LEFTOVER_MINUTES = 5;

export const layOver = (under: readonly Piece[], top: Piece): Piece[] =>
  lengthOf(top) > 0 ? [...cut(under, top), top] : [...under];

const cut = (pieces: readonly Piece[], hole: Span): Piece[] =>
  pieces.flatMap((piece) => (overlaps(piece, hole) ? leftovers(piece, hole) : [piece]));

const leftovers = (piece: Piece, top: Span): Piece[] =>
  [
    { ...piece, end: top.start },
    { ...piece, start: top.end },
  ].filter((rest) => lengthOf(rest) >= LEFTOVER_MINUTES);

export const routinePiece = ({ start, end, kind, withStudents, firm }: BlockOnDay): Piece => ({
  start,
  end,
  kind,
  source: 'routine',
  withStudents,
  ...(firm ? {} : { unsure: true }),
});

export const saidPiece = ({ start, end, kind, source, saidAt, welcome }: Activity): Piece => ({
  start,
  end,
  kind,
  source,
  saidAt,
  ...(welcome === undefined ? {} : { welcome }),
});

/** The day after the change, given the day before it. */
export const applyChange = (under: readonly Piece[], { what, saidAt }: Change, day: SchoolDay): Piece[] => {
  const none = (span: Span): Piece => ({ ...span, kind: undefined, source: 'change', saidAt });
  switch (what.do) {
    case 'close':
    case 'day-type':
      return [...under];
    case 'move': {
      const from = spanOf(what.from, day);
      const to = spanOf(what.to, day);
      if (from === undefined || to === undefined) return [...under];
      return under
        .flatMap((piece) => movedPiece(piece, from, to))
        .map((piece): Piece => ({ ...piece, source: 'change', saidAt }))
        .reduce(layOver, layOver(under, none({ start: from.start, end: from.end })));
    }
  }
  const span = spanOf(what.when, day);
  if (span === undefined) return [...under];
  const { start, end } = span;
  switch (what.do) {
    case 'add':
      return layOver(under, {
        start,
        end,
        kind: what.kind,
        source: 'change',
        saidAt,
        withStudents: what.withStudents,
      });
    case 'cancel':
      return layOver(under, none({ start, end }));
    case 'substitute':
      return under.map((piece) =>
        piece.source === 'routine' && overlaps(piece, span) ? { ...piece, unsure: true } : piece,
      );
  }
};

/** Keeps its place in the new time, longer or shorter as that is. */
const movedPiece = (piece: Piece, from: Span, to: Span): Piece[] => {
  const place = (minute: number): number =>
    to.start + Math.round(((minute - from.start) * lengthOf(to)) / lengthOf(from));
  const start = Math.max(piece.start, from.start);
  const end = Math.min(piece.end, from.end);
  return start < end ? [{ ...piece, start: place(start), end: place(end) }] : [];
};
