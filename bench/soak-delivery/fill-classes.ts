import pg from 'pg';
import { firstTenant } from './teams-tenant.ts';

/** One organization: so many teachers, every second on Teams, each with a class and one open question about tomorrow. */
export const fillClasses = async (url: string, teamsUrl: string, teachers: number): Promise<void> => {
  const client = new pg.Client(url);
  await client.connect();
  try {
    for (const statement of statements(teamsUrl, teachers)) await client.query(statement);
  } finally {
    await client.end();
  }
};

export const organization = `md5('o0')::uuid`;

const statements = (teamsUrl: string, teachers: number): string[] => [
  'truncate organizations cascade',
  'delete from inbox',
  `insert into organizations (id, name) values (${organization}, 'Soak')`,
  `insert into installations (organization_id, platform, tenant_id)
   values (${organization}, 'slack', 'T0'), (${organization}, 'teams', '${firstTenant}')`,
  `insert into schools (organization_id, id, name, zone, first_bell, last_bell, weekdays)
   values (${organization}, md5('s')::uuid, 'School', 'UTC', 480, 900, '{1,2,3,4,5,6,7}')`,
  ...[
    `insert into members (organization_id, id, school_id, name, role)
     select ${organization}, md5('t' || j)::uuid, md5('s')::uuid, 'Ms. T' || j, 'teacher'`,
    `insert into addresses (organization_id, platform, tenant_id, user_id, member_id, conversation, seen_at, confirmed_at)
     select ${organization}, case when j % 2 = 0 then 'slack' else 'teams' end,
       case when j % 2 = 0 then 'T0' else '${firstTenant}' end, 'U0x' || j, md5('t' || j)::uuid,
       case when j % 2 = 0 then jsonb_build_object('channel', 'D0x' || j)
         else jsonb_build_object('serviceUrl', '${teamsUrl}', 'conversationId', 'a:0x' || j) end, now(), now()`,
    `insert into classrooms (organization_id, id, school_id, teacher_id, name)
     select ${organization}, md5('c' || j)::uuid, md5('s')::uuid, md5('t' || j)::uuid, 'Room ' || j`,
    `insert into asks (organization_id, id, classroom_id, teacher_id, date, start_minute, end_minute, created_at)
     select ${organization}, md5('a' || j)::uuid, md5('c' || j)::uuid, md5('t' || j)::uuid, current_date + 1, 600, 630, now()`,
  ].map((insert) => `${insert} from generate_series(0, ${teachers - 1}) j`),
  'analyze',
];
