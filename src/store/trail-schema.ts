import type { Generated } from 'kysely';
import type { Json, Organization, Timestamp } from './columns.ts';

/** Who did what, about whom (migrations/0009_trail.sql). Written by the database alone. */
interface TrailTable {
  organization_id: Organization;
  number: number;
  at: Timestamp;
  actor_id: string | null;
  act: 'added' | 'changed' | 'removed' | 'exported' | 'forgot';
  what: string;
  about: Json<Record<string, string>>;
  change: Json<Record<string, string | boolean | null>>;
  previous: string;
  hash: string;
}

interface TrailHeadTable {
  organization_id: Organization;
  oldest: number;
  number: number;
  previous: string;
  hash: string;
}

interface NoteReadTable {
  organization_id: Organization;
  id: Generated<string>;
  member_id: string | null;
  what: string;
  subject_id: string;
  read_at: Timestamp;
}

export interface TrailTables {
  trail: TrailTable;
  trail_heads: TrailHeadTable;
  note_reads: NoteReadTable;
}
