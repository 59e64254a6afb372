import type { Generated } from 'kysely';
import type { Agreement } from '../core/agreement.ts';
import type { FocusArea } from '../core/focus-area.ts';
import type { About, RequestAnswer } from '../core/request.ts';
import type { Format, Lead, ParaPart, Place, Whom } from '../core/roles.ts';
import type { LocalDate } from '../core/time.ts';
import type { MaybeTimestamp, Organization, Timestamp } from './columns.ts';

/** The tables of what is settled before a visit. */

interface RoleCardTable {
  organization_id: Organization;
  visit_id: string;
  format: Format;
  lead: Lead;
  place: Place;
  whom: Whom;
  para: ParaPart | null;
  therapist_agreed: boolean;
  teacher_agreed: boolean;
}

interface IntentionTable {
  organization_id: Organization;
  visit_id: string;
  focus: FocusArea;
  approach: string;
  said_at: Timestamp;
}

interface NextTryTable {
  organization_id: Organization;
  pairing_id: string;
  focus: FocusArea;
  words: string;
  said_at: Timestamp;
}

interface PrebriefTable {
  organization_id: Organization;
  id: Generated<string>;
  teacher_id: string;
  date: LocalDate;
  confirmed_at: MaybeTimestamp;
  materials: Generated<string>;
  words: Generated<string>;
  version: Generated<number>;
}

interface AgreementTable {
  organization_id: Organization;
  pairing_id: string;
  entry: Agreement['entry'];
  noise: Agreement['noise'];
  interrupting: Agreement['interrupting'];
  contact: Agreement['contact'];
  words: Generated<string>;
  changed_by: string | null;
  changed_at: Timestamp;
}

interface FavorTable {
  organization_id: Organization;
  id: Generated<string>;
  visit_id: string;
  what: string;
  state: Generated<'offered' | 'wanted' | 'no_need' | 'done' | 'withdrawn'>;
  version: Generated<number>;
  created_at: Timestamp;
}

interface RequestTable {
  organization_id: Organization;
  id: Generated<string>;
  classroom_id: string;
  teacher_id: string;
  about: About;
  words: string;
  state: 'draft' | 'open' | 'answered' | 'withdrawn';
  answer: RequestAnswer | null;
  answered_by: string | null;
  version: Generated<number>;
  created_at: Timestamp;
}

export interface PreparationTables {
  role_cards: RoleCardTable;
  intentions: IntentionTable;
  next_tries: NextTryTable;
  prebriefs: PrebriefTable;
  agreements: AgreementTable;
  favors: FavorTable;
  requests: RequestTable;
}
