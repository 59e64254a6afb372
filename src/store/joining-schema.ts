import type { Generated } from 'kysely';
import type { Address } from '../core/people.ts';
import type { MaybeJson, Organization, Timestamp } from './columns.ts';

/** A code by which two organizations become one (migrations/0014_joinings.sql). */
interface JoiningTable {
  organization_id: Organization;
  id: Generated<string>;
  code_hash: string;
  host_name: string;
  made_by: string;
  expires_at: Timestamp;
  guest_id: Generated<string | null>;
  guest_name: Generated<string | null>;
  guest_person: Generated<string | null>;
  guest_account: MaybeJson<Address>;
}

export interface JoiningTables {
  joinings: JoiningTable;
}
