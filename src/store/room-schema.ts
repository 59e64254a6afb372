import type { Generated } from 'kysely';
import type { ActivityKind } from '../core/activity-kind.ts';
import type { ParaPart } from '../core/roles.ts';
import type { Weekday } from '../core/time.ts';
import type { Organization, Spanned, Timestamp } from './columns.ts';

interface ClassParaTable {
  organization_id: Organization;
  classroom_id: string;
  member_id: string;
  since: Timestamp;
}

interface ParaOfferTable {
  organization_id: Organization;
  id: Generated<string>;
  visit_id: string;
  member_id: string;
  part: ParaPart;
  accepted: boolean | null;
  version: Generated<number>;
  said_at: Timestamp;
}

interface PullOutTable extends Spanned {
  organization_id: Organization;
  id: Generated<string>;
  pairing_id: string;
  weekdays: Weekday[];
}

interface ClassPreferenceTable {
  organization_id: Organization;
  classroom_id: string;
  kinds: ActivityKind[];
  said_at: Timestamp;
}

export interface RoomTables {
  class_preferences: ClassPreferenceTable;
  class_paras: ClassParaTable;
  para_offers: ParaOfferTable;
  pull_outs: PullOutTable;
}
