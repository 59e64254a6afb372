import pg from 'pg';
import { tenantInSql } from './teams-tenant.ts';

export interface Crowd {
  readonly tenants: number;
  /** In each, half on Slack and half on Teams; one prompt waits for each. */
  readonly peopleEach: number;
  /** Of the prompts on Teams, the share that helps within minutes only. */
  readonly urgentShare?: number;
}

/**
 * Organizations whose people may be written to at any minute, and a due prompt for each person. Ids are made of
 * numbers so that a platform knows the tenant by the chat: `D<tenant>x<person>`, `a:<tenant>x<person>`.
 */
export const fill = async (url: string, teamsUrl: string, crowd: Crowd): Promise<void> => {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query('begin');
    await client.query('truncate organizations cascade');
    await client.query('delete from inbox');
    await client.query(`create temp table o on commit drop as
      select i, md5('o' || i)::uuid as id, md5('s' || i)::uuid as school, md5('t' || i)::uuid as teacher,
        md5('c' || i)::uuid as room from generate_series(0, ${crowd.tenants - 1}) i`);
    await client.query(`create temp table p on commit drop as
      select o.*, j, md5('m' || i || ' ' || j)::uuid as person, md5('p' || i || ' ' || j)::uuid as pairing,
        md5('v' || i || ' ' || j)::uuid as visit, j % 2 = 0 as on_slack,
        j % 2 = 1 and random() < ${crowd.urgentShare ?? 0} as urgent
      from o, generate_series(0, ${crowd.peopleEach - 1}) j`);
    for (const statement of statements(teamsUrl)) await client.query(statement);
    await client.query('commit');
    await client.query('analyze');
  } finally {
    await client.end();
  }
};

const statements = (teamsUrl: string): string[] => [
  `insert into organizations (id, name) select id, 'Soak ' || i from o`,
  `insert into installations (organization_id, platform, tenant_id)
   select id, 'slack', 'T' || i from o union all select id, 'teams', ${tenantInSql} from o`,
  `insert into schools (organization_id, id, name, zone, first_bell, last_bell, weekdays)
   select id, school, 'School', 'UTC', 0, 1440, '{1,2,3,4,5,6,7}' from o`,
  `insert into members (organization_id, id, school_id, name, role) select id, teacher, school, 'Ms. T', 'teacher' from o`,
  `insert into members (organization_id, id, school_id, name, role, discipline)
   select id, person, school, 'Somebody', 'therapist', 'ot' from p`,
  `insert into addresses (organization_id, platform, tenant_id, user_id, member_id, conversation, seen_at, confirmed_at)
   select id, case when on_slack then 'slack' else 'teams' end, case when on_slack then 'T' || i else ${tenantInSql} end,
     'U' || i || 'x' || j, person,
     case when on_slack then jsonb_build_object('channel', 'D' || i || 'x' || j)
       else jsonb_build_object('serviceUrl', '${teamsUrl}', 'conversationId', 'a:' || i || 'x' || j) end,
     now(), case when j % 10 = 0 then null else now() end from p`,
  `insert into classrooms (organization_id, id, school_id, teacher_id, name) select id, room, school, teacher, 'Room' from o`,
  `insert into pairings (organization_id, id, therapist_id, teacher_id, classroom_id, focuses, visit_count, visit_minutes,
     period, invited_at)
   select id, pairing, person, teacher, room, '{fine_motor}', 1, 20, 'week', now() from p`,
  `insert into visits (organization_id, id, pairing_id, therapist_id, teacher_id, classroom_id, date, start_minute,
     end_minute, during, kind, focus, state, created_at)
   select id, visit, pairing, person, teacher, room, current_date + 1, 600, 630,
     tstzrange(now() + interval '1 day', now() + interval '1 day 30 minutes'), 'writing', 'fine_motor', 'another', now()
   from p where urgent`,
  `insert into outbox (organization_id, key, member_id, purpose, subject_id, not_before, due_at, useful_until, platform,
     created_at)
   select id, 'soak:' || j, person, case when urgent then 'visit-status' else 'pairing-status' end,
     case when urgent then visit else pairing end, now(), now(), now() + interval '1 day',
     case when on_slack then 'slack' else 'teams' end, now() from p`,
];
