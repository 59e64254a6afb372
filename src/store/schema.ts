import type { ColumnType, Generated, Insertable, Kysely, Selectable, Transaction } from 'kysely';
import type { ActivityKind } from '../core/activity-kind.ts';
import type { FocusArea } from '../core/focus-area.ts';
import type { MakeUpRule } from '../core/minutes/make-up.ts';
import type { MandatePeriod } from '../core/minutes/mandate.ts';
import type { Cause, Outcome } from '../core/outcome.ts';
import type { Discipline, Platform, Role } from '../core/people.ts';
import type { Instant, LocalDate } from '../core/time.ts';
import type { VisitSetting } from '../core/visit-setting.ts';
import type { VisitState } from '../core/visit-state.ts';
import type { Welcome } from '../core/welcome.ts';
import type { AfterTables } from './after-schema.ts';
import type { Json, MaybeJson, MaybeTimestamp, Organization, Spanned, Timestamp } from './columns.ts';
import type { JoiningTables } from './joining-schema.ts';
import type { PreparationTables } from './preparation-schema.ts';
import type { RoomTables } from './room-schema.ts';
import type { SchoolTimeTables } from './school-time-schema.ts';
import type { TrailTables } from './trail-schema.ts';
import type { WeekPlanTables } from './week-plan-schema.ts';

/** The tables of migrations/ as TypeScript sees them; test/store/schema.test.ts holds the two together. */

interface OrganizationTable {
  id: Generated<string>;
  name: string;
  make_up: Generated<MakeUpRule>;
  home_notes: Generated<boolean>;
  created_at: ColumnType<Instant, never, never>;
}

interface InstallationTable {
  organization_id: Organization;
  platform: Platform;
  tenant_id: string;
  created_at: ColumnType<Instant, never, never>;
  sealed_token: Generated<string | null>;
  sealed_refresh_token: Generated<string | null>;
  token_expires_at: MaybeTimestamp;
  off_at: MaybeTimestamp;
  off_reason: Generated<string | null>;
}

interface MemberTable {
  organization_id: Organization;
  id: Generated<string>;
  school_id: string;
  name: string;
  role: Role;
  discipline: Discipline | null;
  contact_before_first_bell: Generated<number>;
  contact_after_last_bell: Generated<number>;
  active: Generated<boolean>;
  hush_until: MaybeTimestamp;
}

interface AddressTable {
  organization_id: Organization;
  platform: Platform;
  tenant_id: string;
  user_id: string;
  member_id: string;
  conversation: Json<Record<string, string>>;
  reachable: Generated<boolean>;
  seen_at: Timestamp;
  confirmed_at: MaybeTimestamp;
  closed_at: MaybeTimestamp;
}

interface InvitationTable {
  organization_id: Organization;
  code: string;
  member_id: string;
  expires_at: Timestamp;
  used_at: MaybeTimestamp;
}

interface ClassroomTable {
  organization_id: Organization;
  id: Generated<string>;
  school_id: string;
  teacher_id: string;
  name: string;
  grade: Generated<string | null>;
}

interface ActivityTable extends Spanned {
  organization_id: Organization;
  id: Generated<string>;
  classroom_id: string;
  date: LocalDate;
  kind: ActivityKind;
  source: 'teacher' | 'import';
  welcome: Welcome | null;
  said_by: string | null;
  said_at: Timestamp;
  saying: Generated<string>;
  confirmed_at: MaybeTimestamp;
}

interface MisreadingTable {
  organization_id: Organization;
  id: Generated<string>;
  about: 'activity' | 'start' | 'end' | 'welcome';
  heard: string;
  meant: string;
  corrected_at: Timestamp;
}

interface PairingTable {
  organization_id: Organization;
  id: Generated<string>;
  therapist_id: string;
  teacher_id: string;
  classroom_id: string;
  focuses: FocusArea[];
  visit_count: number;
  visit_minutes: number;
  period: MandatePeriod;
  state: Generated<'invited' | 'active' | 'declined' | 'ended'>;
  invited_at: Timestamp;
}

interface StudentTable {
  organization_id: Organization;
  id: Generated<string>;
  classroom_id: string;
  alias: string;
}

interface PairingStudentTable {
  organization_id: Organization;
  pairing_id: string;
  student_id: string;
}

interface AskTable extends Spanned {
  organization_id: Organization;
  id: Generated<string>;
  classroom_id: string;
  teacher_id: string;
  date: LocalDate;
  state: Generated<'open' | 'unsure' | 'answered' | 'left'>;
  times_asked: Generated<number>;
  version: Generated<number>;
  activity_id: string | null;
  created_at: Timestamp;
}

export type { VisitState };

interface VisitTable extends Spanned {
  organization_id: Organization;
  id: Generated<string>;
  pairing_id: string;
  therapist_id: string;
  teacher_id: string;
  classroom_id: string;
  date: LocalDate;
  /** Written as `[iso,iso)`; never read: `date` and the minutes say the same in the school's own time. */
  during: ColumnType<never, string, string>;
  kind: ActivityKind;
  focus: FocusArea;
  state: Generated<VisitState>;
  outcome: Outcome | null;
  /** Why it went otherwise. */
  reason: Generated<Cause | null>;
  version: Generated<number>;
  created_at: Timestamp;
  plan_id: Generated<string | null>;
  bundle_id: Generated<string | null>;
  lost_to: Generated<string | null>;
  instead_of: Generated<string | null>;
  held_until: MaybeTimestamp;
  setting: Generated<VisitSetting>;
  was_out: Generated<boolean>;
  swap_rank: Generated<number | null>;
  /** It was for students who are forgotten, and for nobody else. */
  student_gone: Generated<boolean>;
}

/** The three questions of the written touch-base, answered. */
export type Written = Readonly<Record<string, string>>;

interface TouchBaseTable {
  organization_id: Organization;
  id: Generated<string>;
  pairing_id: string;
  iso_week: string;
  at: MaybeTimestamp;
  minutes: Generated<number>;
  teacher_says: 'yes' | 'no' | null;
  therapist_says: 'yes' | 'no' | null;
  teacher_wrote: MaybeJson<Written>;
  therapist_wrote: MaybeJson<Written>;
  version: Generated<number>;
  talked_at: MaybeTimestamp;
  moved_from: MaybeTimestamp;
  calendar_key: Generated<string | null>;
}

export type OutboxState = 'queued' | 'sending' | 'sent' | 'uncertain' | 'expired' | 'failed' | 'cancelled';

interface OutboxTable {
  organization_id: Organization;
  id: Generated<string>;
  key: string;
  member_id: string;
  purpose: string;
  subject_id: string;
  state: Generated<OutboxState>;
  not_before: Timestamp;
  due_at: Timestamp;
  useful_until: Timestamp;
  lease_until: MaybeTimestamp;
  attempts: Generated<number>;
  reason: string | null;
  platform: Platform | null;
  message: MaybeJson<Record<string, string>>;
  stale: Generated<boolean>;
  digest_id: string | null;
  twin_possible: Generated<boolean>;
  folded: Generated<boolean>;
  bell_at: MaybeTimestamp;
  created_at: Timestamp;
  sent_at: MaybeTimestamp;
}

interface AllowanceTable {
  organization_id: Organization;
  name: string;
  full_at: Timestamp;
}

interface AskPlanTable {
  organization_id: Organization;
  school_id: string;
  date: LocalDate;
  planned_at: Timestamp;
}

interface InboxTable {
  organization_id: Organization;
  key: string;
  received_at: Timestamp;
}

export interface Database
  extends SchoolTimeTables,
    WeekPlanTables,
    PreparationTables,
    AfterTables,
    RoomTables,
    TrailTables,
    JoiningTables {
  organizations: OrganizationTable;
  installations: InstallationTable;
  members: MemberTable;
  addresses: AddressTable;
  invitations: InvitationTable;
  classrooms: ClassroomTable;
  activities: ActivityTable;
  misreadings: MisreadingTable;
  pairings: PairingTable;
  students: StudentTable;
  pairing_students: PairingStudentTable;
  asks: AskTable;
  visits: VisitTable;
  touch_bases: TouchBaseTable;
  outbox: OutboxTable;
  inbox: InboxTable;
  allowances: AllowanceTable;
  ask_plans: AskPlanTable;
}

/** The whole database: all a use case may do with it is open a transaction. */
export type Db = Kysely<Database>;
/** A transaction inside one organization: what `withOrganization` hands out, and all a store function takes. */
export type Trx = Transaction<Database>;
export type Row<Table extends keyof Database> = Selectable<Database[Table]>;
export type NewRow<Table extends keyof Database> = Insertable<Database[Table]>;
