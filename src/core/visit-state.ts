/** Where a visit stands, from the therapist's wish to what became of it. */
export type VisitState =
  /** A room kept for a therapist's decision; the teacher is not asked yet. */
  | 'held'
  | 'proposed'
  | 'agreed'
  | 'another'
  | 'not_this_week'
  | 'withdrawn'
  | 'expired'
  /** The day changed. */
  | 'displaced';
