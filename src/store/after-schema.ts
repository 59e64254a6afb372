import type { Generated } from 'kysely';
import type { ActivityKind } from '../core/activity-kind.ts';
import type { Mandate, MandatePeriod } from '../core/minutes/mandate.ts';
import type { Track } from '../core/minutes/tracks.ts';
import type { Cause, Doing, Finding, PromptLevel } from '../core/outcome.ts';
import type { Said } from '../core/strategy.ts';
import type { LocalDate } from '../core/time.ts';
import type { MaybeTimestamp, Organization, Timestamp } from './columns.ts';

/** What comes after a visit, as TypeScript sees it. */

interface PairingMandateTable {
  organization_id: Organization;
  id: Generated<string>;
  pairing_id: string;
  visit_count: number;
  visit_minutes: number;
  period: MandatePeriod;
  track: Generated<Track>;
  rhythm: Generated<NonNullable<Mandate['rhythm']>>;
  from_date: LocalDate;
  said_at: Timestamp;
}

interface VisitNoteTable {
  organization_id: Organization;
  visit_id: string;
  found: Finding[];
  did: Doing[];
  consult_minutes: number;
  tally_hits: number | null;
  tally_tries: number | null;
  prompt_level: PromptLevel | null;
  next_test: string | null;
  words: string | null;
  written_at: Timestamp;
}

interface NotedMinutesTable {
  organization_id: Organization;
  id: Generated<string>;
  pairing_id: string;
  date: LocalDate;
  minutes: number;
  kind: 'pull_out' | 'consult';
  reason: Cause | null;
  missed: ActivityKind | null;
  noted_at: Timestamp;
}

interface StrategyTable {
  organization_id: Organization;
  id: Generated<string>;
  pairing_id: string;
  made_by: string;
  words: string;
  cue: string | null;
  request_id: string | null;
  made_at: Timestamp;
  closed_at: MaybeTimestamp;
  review_on: Generated<LocalDate | null>;
}

interface StrategyReaderTable {
  organization_id: Organization;
  strategy_id: string;
  member_id: string;
}

interface StrategyTryTable {
  organization_id: Organization;
  strategy_id: string;
  member_id: string;
  date: LocalDate;
  said: Said;
}

interface VisitFeedbackTable {
  organization_id: Organization;
  visit_id: string;
  how: 'well' | 'mixed' | 'hard';
  wish: 'more' | 'same' | 'less' | null;
  words: string | null;
  said_at: Timestamp;
}

interface ReviewTable {
  organization_id: Organization;
  id: Generated<string>;
  pairing_id: string;
  date: LocalDate;
  answer: 'keep' | 'time' | 'format' | 'stop' | null;
}

export interface AfterTables {
  pairing_mandates: PairingMandateTable;
  visit_notes: VisitNoteTable;
  noted_minutes: NotedMinutesTable;
  strategies: StrategyTable;
  strategy_readers: StrategyReaderTable;
  strategy_tries: StrategyTryTable;
  visit_feedback: VisitFeedbackTable;
  reviews: ReviewTable;
}
