import type { Generated } from 'kysely';
import type { ActivityKind } from '../core/activity-kind.ts';
import type { What } from '../core/calendar/change.ts';
import type { Cycle } from '../core/calendar/school-calendar.ts';
import type { LocalDate, Minute, Weekday } from '../core/time.ts';
import type { Json, MaybeTimestamp, Organization, Spanned, Timestamp } from './columns.ts';

/** The tables that say when a school meets and what its classes and people do then. */

interface SchoolTable {
  organization_id: Organization;
  id: Generated<string>;
  name: string;
  zone: string;
  first_bell: Minute;
  last_bell: Minute;
  weekdays: Generated<Weekday[]>;
  year_start: Generated<LocalDate | null>;
  year_end: Generated<LocalDate | null>;
  usual_day_type_id: Generated<string | null>;
}

interface BlockTable extends Spanned {
  organization_id: Organization;
  id: Generated<string>;
  classroom_id: string | null;
  member_id: string | null;
  weekdays: Weekday[];
  kind: ActivityKind;
  with_students: boolean;
  cycle_id: Generated<string | null>;
  cycle_days: Generated<string[] | null>;
  period: Generated<string | null>;
  effective_from: Generated<LocalDate | null>;
  effective_to: Generated<LocalDate | null>;
}

interface DayTypeTable {
  organization_id: Organization;
  id: Generated<string>;
  school_id: string;
  name: string;
  first_bell: Minute;
  last_bell: Minute;
}

interface PeriodTable extends Spanned {
  organization_id: Organization;
  day_type_id: string;
  name: string;
}

interface TermTable {
  organization_id: Organization;
  school_id: string;
  name: string;
  start_date: LocalDate;
  end_date: LocalDate;
}

interface WeekdayDayTypeTable {
  organization_id: Organization;
  school_id: string;
  weekday: Weekday;
  day_type_id: string;
}

interface SchoolDayTable {
  organization_id: Organization;
  school_id: string;
  date: LocalDate;
  /** Null: closed. */
  day_type_id: string | null;
  name: Generated<string>;
}

interface CycleTable {
  organization_id: Organization;
  id: Generated<string>;
  school_id: string;
  name: string;
  day_names: string[];
  on_closed: Cycle['onClosed'];
  anchor_date: LocalDate;
  anchor_day: string;
}

interface ReanchorTable {
  organization_id: Organization;
  cycle_id: string;
  date: LocalDate;
  day: string;
}

interface ChangeTable {
  organization_id: Organization;
  id: Generated<string>;
  school_id: string;
  classroom_id: string | null;
  grade: string | null;
  start_date: LocalDate;
  end_date: LocalDate;
  what: Json<What>;
  said_by: string | null;
  said_at: Timestamp;
  saying: Generated<string>;
  undone_by: Generated<string | null>;
  undone_at: MaybeTimestamp;
}

interface AbsenceTable {
  organization_id: Organization;
  id: Generated<string>;
  member_id: string;
  start_date: LocalDate;
  end_date: LocalDate;
  start_minute: Minute | null;
  end_minute: Minute | null;
  said_at: Timestamp;
  saying: Generated<string>;
}

interface ShiftTable {
  organization_id: Organization;
  id: Generated<string>;
  member_id: string;
  school_id: string;
  weekdays: Weekday[];
  start_minute: Minute | null;
  end_minute: Minute | null;
}

export interface SchoolTimeTables {
  schools: SchoolTable;
  blocks: BlockTable;
  day_types: DayTypeTable;
  periods: PeriodTable;
  terms: TermTable;
  weekday_day_types: WeekdayDayTypeTable;
  school_days: SchoolDayTable;
  cycles: CycleTable;
  reanchors: ReanchorTable;
  changes: ChangeTable;
  absences: AbsenceTable;
  shifts: ShiftTable;
}
