import type { ColumnType, Generated } from 'kysely';
import type { LocalDate } from '../core/time.ts';
import type { PlannedWeek, PlanSource, Wish } from '../core/week-plan/planned-week.ts';
import type { StudentMandate } from '../core/week-plan/student-mandate.ts';
import type { Json, MaybeJson, Organization, Timestamp } from './columns.ts';

interface MandateTable {
  organization_id: Organization;
  id: Generated<string>;
  pairing_id: string;
  student_id: string | null;
  count: number;
  minutes: number;
  period: StudentMandate['period'];
  setting: StudentMandate['setting'];
  rhythm: Generated<StudentMandate['rhythm']>;
  starts_on: Generated<LocalDate | null>;
  ends_on: Generated<LocalDate | null>;
}

/** What would become of the week, as long as nobody has taken it. */
export interface OfferedWeek {
  readonly wishes: readonly Wish[];
  readonly week: PlannedWeek;
  readonly source: PlanSource;
}

interface WeekPlanTable {
  organization_id: Organization;
  id: Generated<string>;
  therapist_id: string;
  monday: LocalDate;
  state: Generated<'draft' | 'sent' | 'left'>;
  caseload: Json<PlanSource>;
  week: Json<PlannedWeek>;
  wishes: ColumnType<readonly Wish[], string | undefined, string>;
  offered: MaybeJson<OfferedWeek>;
  improving: Generated<boolean>;
  version: Generated<number>;
  created_at: Timestamp;
}

interface VisitStudentTable {
  organization_id: Organization;
  visit_id: string;
  student_id: string;
}

/** A therapist for whom other times are to be found, until that is done. */
interface SwapSearchTable {
  organization_id: Organization;
  id: Generated<string>;
  subject_id: string;
  therapist_id: string;
  held_until: Timestamp;
  created_at: Timestamp;
}

interface TeamPlanTable {
  organization_id: Organization;
  id: Generated<string>;
  asked_by: string;
  state: Generated<'planning' | 'done'>;
  therapists: Generated<number>;
  sessions: Generated<number>;
  unplaced: Generated<number>;
  monday: Generated<LocalDate | null>;
  created_at: Timestamp;
}

export interface WeekPlanTables {
  swap_searches: SwapSearchTable;
  team_plans: TeamPlanTable;
  mandates: MandateTable;
  week_plans: WeekPlanTable;
  visit_students: VisitStudentTable;
}
