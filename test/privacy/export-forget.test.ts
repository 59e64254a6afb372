import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Operator } from '../../src/operator.ts';
import { runExport } from '../../src/privacy/run-export.ts';
import { runForget } from '../../src/privacy/run-forget.ts';
import { runTrail } from '../../src/privacy/run-trail.ts';
import { organizationTables } from '../../src/store/catalog.ts';
import { settlePairing } from '../../src/store/pairings.ts';
import type { Trx } from '../../src/store/schema.ts';
import { studentsOfVisits } from '../../src/store/student-mandates.ts';
import { noteRead, trailOf } from '../../src/store/trail.ts';
import { keepNote, keepNoteWords } from '../../src/store/visit-notes.ts';
import { addVisitStudents, holdVisit } from '../../src/store/visits.ts';
import { withOrganization } from '../../src/store/with-organization.ts';
import { written, writtenBy } from '../../src/store/written-words.ts';
import { closeOrganization } from '../../src/usecases/open-school.ts';
import { openTestDatabase, type TestDatabase } from '../setup/database.ts';
import { fillOrganization, start, zone } from '../store/filled-organization.ts';

let store: TestDatabase;
let folder: string;
let organizationId: string;
let filled: Awaited<ReturnType<typeof fillOrganization>>;
beforeAll(async () => {
  store = await openTestDatabase();
  folder = await mkdtemp(path.join(tmpdir(), 'pushin-privacy-'));
});
afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  if (organizationId) await closeOrganization(store.db, organizationId);
  organizationId = randomUUID();
  filled = await fillOrganization(store.db, organizationId, 'T-here');
  await inside((trx) =>
    trx
      .updateTable('touch_bases')
      .set({
        teacher_wrote: JSON.stringify({ worked: 'Otter sat by Zoë', hard: '', next: 'otters!' }),
        therapist_wrote: JSON.stringify({ worked: 'K. held the pencil; otter’s grip', hard: '', next: '' }),
      })
      .execute(),
  );
});

const inside = <T>(work: (trx: Trx) => Promise<T>) => withOrganization(store.db, organizationId, work);
/** Into every place where that member writes. */
const writesEverywhere = (memberId: string, words: string) =>
  inside(async (trx) => {
    for (const one of written)
      for (const column of one.columns) {
        const value = one.isJson ? JSON.stringify({ worked: words, hard: '', next: '' }) : words;
        await sql`update ${sql.table(one.table)} set ${sql.ref(column)} = ${value}
          where ${writtenBy(one, memberId)}`.execute(trx);
      }
  });
/** A visit with a note, for the one student alone. */
const visitAlone = (alias: string, words: string): Promise<string> =>
  inside(async (trx) => {
    const { pairingId, therapistId, teacherId, classroomId } = filled;
    const about = {
      pairingId,
      therapistId,
      teacherId,
      classroomId,
      kind: 'writing',
      focus: 'fine_motor',
    } as const;
    const visit = { ...about, date: '2026-12-03', start: 540, end: 570, zone };
    const id = (await holdVisit(trx, visit, start)) ?? '';
    const student = await trx
      .selectFrom('students')
      .select('id')
      .where('alias', '=', alias)
      .executeTakeFirstOrThrow();
    await addVisitStudents(trx, id, [student.id]);
    const nothing = { found: [], did: [], consultMinutes: 0, nextTest: '' };
    await keepNote(trx, id, { ...nothing, tally: undefined, promptLevel: undefined }, start);
    await keepNoteWords(trx, id, words, start);
    return id;
  });
const operator = (...args: string[]) => {
  const lines: string[] = [];
  const world: Operator = {
    args,
    now: start,
    ask: async () => undefined,
    out: (line) => void lines.push(line),
    err: (line) => void lines.push(`! ${line}`),
    withDatabase: (work) => work(store.db),
  };
  return { lines, world };
};
const fresh = (name: string) => path.join(folder, `${randomUUID()}-${name}`);
const exported = async (...wish: string[]) => {
  const place = fresh('told.json');
  const { world } = operator(...wish, '--out', place);
  expect(await runExport(world)).toBe(true);
  expect((await stat(place)).mode & 0o777).toBe(0o600);
  return JSON.parse(await readFile(place, 'utf8')) as Record<string, Record<string, unknown>[]>;
};
/** Every row of the organization as text, what a dump of it would hold. */
const dump = async (): Promise<string> => {
  const texts: string[] = [];
  for (const table of await inside(organizationTables)) {
    const { rows } = await store.pool.query(
      `select to_jsonb(t)::text as row from ${table} t where organization_id = $1`,
      [organizationId],
    );
    texts.push(...rows.map(({ row }: { row: string }) => row));
  }
  return texts.join('\n');
};

describe('an export', () => {
  test('of a person has their own row and everything that points at it', async () => {
    const told = await exported('person', 'ms. hill');
    expect(told['members']).toMatchObject([{ name: 'Ms. Hill', role: 'teacher' }]);
    expect(Object.keys(told)).toEqual(
      expect.arrayContaining([
        'addresses',
        'activities',
        'asks',
        'classrooms',
        'invitations',
        'pairings',
        'visits',
        'outbox',
      ]),
    );
    expect(JSON.stringify(told)).not.toContain('Ann Reed');
  });

  test('of a student has the alias, its pairings and visits, and no other child', async () => {
    const told = await exported('student', 'Otter');
    expect(told).toMatchObject({
      students: [{ alias: 'Otter' }],
      pairing_students: [{}],
      pairings: [{}],
      visits: [{}],
    });
    expect(JSON.stringify(told)).not.toContain('K.');
  });

  test('of a student has how each visit went and what was tried, without what speaks of another child', async () => {
    await writesEverywhere(filled.therapistId, 'Otter cut on the line');
    await writesEverywhere(filled.teacherId, 'Otter helped K. tidy up');
    const told = await exported('student', 'Otter');
    expect(told).toMatchObject({
      visit_notes: [{ words: 'Otter cut on the line' }],
      intentions: [{ approach: 'Otter cut on the line' }],
      strategies: [{ words: 'Otter cut on the line' }],
      visit_feedback: [{ how: 'well', words: '(not told here: it speaks of another student)' }],
    });
    expect(JSON.stringify(told)).not.toContain('K.');
  });

  test('of a student has no visit that was for another alone, and who opened what was noted', async () => {
    const [theirs, others] = [
      await visitAlone('Otter', 'cut on the line'),
      await inside((trx) =>
        trx.updateTable('visits').set({ state: 'withdrawn' }).where('date', '=', '2026-12-03').execute(),
      ).then(() => visitAlone('K.', 'cried')),
    ];
    await inside((trx) => noteRead(trx, filled.therapistId, 'visit note', theirs, start));
    await inside((trx) => noteRead(trx, filled.therapistId, 'visit note', others, start));
    const told = await exported('student', 'Otter');
    expect(told['visits']?.map(({ id }) => id).sort()).toEqual([filled.visitId, theirs].sort());
    expect(JSON.stringify(told)).toContain('cut on the line');
    expect(JSON.stringify(told)).not.toMatch(/cried/);
    expect(told['note_reads']).toMatchObject([{ subject_id: theirs }]);
  });

  test('of a student has what a teacher wrote to all of the class’s therapists only where it names the student', async () => {
    const write = (words: string) => inside((trx) => trx.updateTable('requests').set({ words }).execute());
    await write('scissors for all');
    expect(await exported('student', 'Otter')).not.toHaveProperty('requests');
    await write('Otter’s scissors');
    expect(await exported('student', 'Otter')).toMatchObject({ requests: [{ words: 'Otter’s scissors' }] });
  });

  test('of a person has what they wrote', async () => {
    await writesEverywhere(filled.therapistId, 'ours to keep');
    const told = await exported('person', 'Ann Reed');
    const theirs = written.filter(({ by }) => by === 'therapist_id' || by === 'made_by');
    for (const { table } of theirs)
      expect([table, JSON.stringify(told[table])]).toEqual([table, expect.stringContaining('ours to keep')]);
  });

  test('of the organization has every table that anybody filled', async () => {
    const told = await exported('organization');
    const tables = await inside(organizationTables);
    const silent = ['allowances', 'ask_plans', 'inbox', 'trail_heads'];
    expect(Object.keys(told).sort()).toEqual(
      ['organizations', ...tables.filter((name) => !silent.includes(name))].sort(),
    );
  });

  test('of the organization opens no door: no token however sealed, no code, no address of a calendar', async () => {
    await inside((trx) =>
      trx.updateTable('installations').set({ sealed_token: 'v1.a', sealed_refresh_token: 'v1.b' }).execute(),
    );
    await inside((trx) => trx.updateTable('touch_bases').set({ calendar_key: 'secret' }).execute());
    const told = JSON.stringify(await exported('organization'));
    expect(told).not.toMatch(/v1\.|secret|ABCD-EFGH|code_hash/);
  });

  test('is for its owner alone also where others could read what stood there before', async () => {
    const place = fresh('told.json');
    await writeFile(place, 'x'.repeat(1_000_000), { mode: 0o644 });
    expect(await runExport(operator('student', 'Otter', '--out', place).world)).toBe(true);
    expect((await stat(place)).mode & 0o777).toBe(0o600);
    expect(JSON.parse(await readFile(place, 'utf8'))).toHaveProperty('students');
  });

  test('as tables has a file for each, and what looks like a formula is none', async () => {
    await inside((trx) =>
      trx.updateTable('students').set({ alias: '=1+1' }).where('alias', '=', 'Otter').execute(),
    );
    const place = fresh('tables');
    const { world } = operator('organization', '--csv', '--out', place);
    expect(await runExport(world)).toBe(true);
    expect(await readdir(place)).toEqual(expect.arrayContaining(['students.csv', 'visits.csv']));
    expect(await readFile(path.join(place, 'students.csv'), 'utf8')).toContain(`"'=1+1"`);
  });

  test('is written into the trail', async () => {
    await exported('student', 'Otter');
    expect((await inside(trailOf)).at(-1)).toMatchObject({
      act: 'exported',
      what: 'student',
      actor_id: null,
    });
  });

  test.each([
    [['nobody'], /Say whom/],
    [['person'], /Say whom/],
    [['person', 'Otter', '--wrong'], /Say whom/],
  ])('%j is told what to say', async (args, words) => {
    const { world, lines } = operator(...args);
    expect(await runExport(world)).toBe(false);
    expect(lines.join()).toMatch(words);
  });

  test('of somebody unknown, or of two of one name, says so and writes nothing', async () => {
    await expect(runExport(operator('person', 'Nobody').world)).rejects.toThrow(
      'Nobody here is called “Nobody”',
    );
    await inside((trx) => trx.updateTable('members').set({ name: 'Ms. Hill' }).execute());
    await expect(runExport(operator('person', 'Ms. Hill').world)).rejects.toThrow(filled.therapistId);
    await expect(runExport(operator('organization', '--organization', randomUUID()).world)).rejects.toThrow(
      organizationId,
    );
  });
});

describe('forgetting', () => {
  test('is asked before, and without a yes nothing goes', async () => {
    const before = await dump();
    const { world, lines } = operator('student', 'Otter');
    expect(await runForget(world)).toBe(true);
    expect(lines).toEqual(['Nothing was forgotten.']);
    expect(await dump()).toBe(before);
  });

  test('a student leaves no trace of the alias, not in what was written either, and says what went', async () => {
    const { world, lines } = operator('student', 'otter', '--yes');
    expect(await runForget(world)).toBe(true);
    expect(lines.slice(0, -1)).toEqual([
      '  touch bases: 2',
      '  mandates: 1',
      '  pairing students: 1',
      '  visit students: 1',
      '  students: 1',
    ]);
    const left = await dump();
    expect(left).not.toMatch(/otter(?!s)/i);
    expect(left).toContain('otters!');
    expect(left).toContain('K. held the pencil');
  });

  test('a student’s alias goes out of every place where adults write', async () => {
    await writesEverywhere(filled.teacherId, 'Otter sat still');
    await writesEverywhere(filled.therapistId, 'and so did otter.');
    expect(await runForget(operator('student', 'Otter', '--yes').world)).toBe(true);
    const left = await dump();
    expect(left).not.toMatch(/otter/i);
    expect(left).toContain('… sat still');
  });

  test('what was noted of a student alone goes, and their visits stay without being anybody else’s', async () => {
    const id = await visitAlone('Otter', 'cut on the line');
    expect(await runForget(operator('student', 'Otter', '--yes').world)).toBe(true);
    expect(await dump()).not.toContain('cut on the line');
    const visits = await inside((trx) => trx.selectFrom('visits').select('state').orderBy('date').execute());
    expect(visits).toEqual([{ state: 'proposed' }, { state: 'withdrawn' }]);
    expect((await inside((trx) => studentsOfVisits(trx, [id]))).get(id)).toEqual([]);
    expect((await exported('student', 'K.'))['visits']).toMatchObject([{ id: filled.visitId }]);
  });

  test('of the only student of a pairing goes what was tried with them, too', async () => {
    await runForget(operator('student', 'Otter', '--yes').world);
    expect(await runForget(operator('student', 'K.', '--yes').world)).toBe(true);
    for (const table of ['visit_notes', 'intentions', 'next_tries', 'strategies', 'mandates'] as const)
      expect([table, await inside((trx) => trx.selectFrom(table).selectAll().execute())]).toEqual([
        table,
        [],
      ]);
    expect(await inside((trx) => trx.selectFrom('visits').select('outcome').execute())).toHaveLength(1);
  });

  test.each([
    ['Otter', 'A good week.\nOtter sat still', 'A good week.\n… sat still'],
    ['Otter', 'Calm\totter’s desk, otters outside', 'Calm\t…’s desk, otters outside'],
    [
      'K.',
      'K held it, K’s grip, k. too; not K-2, Kim or ok.',
      '… held it, …’s grip, … too; not K-2, Kim or ok.',
    ],
  ])('%s goes out of “%s”', async (alias, words, left) => {
    await writesEverywhere(filled.teacherId, words);
    await runForget(operator('student', alias, '--yes').world);
    const { teacher_wrote } = await inside((trx) =>
      trx.selectFrom('touch_bases').select('teacher_wrote').executeTakeFirstOrThrow(),
    );
    expect(teacher_wrote).toMatchObject({ worked: left });
    const { words: request } = await inside((trx) =>
      trx.selectFrom('requests').select('words').executeTakeFirstOrThrow(),
    );
    expect(request).toBe(left);
  });

  test('every place where people type is known; beside what is written freely there are names and labels', async () => {
    const { rows } = await store.pool.query<{ name: string }>(
      `select distinct c.relname || '.' || a.attname as name from pg_constraint k
       join pg_class c on c.oid = k.conrelid and c.relnamespace = 'public'::regnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum = any (k.conkey)
       where k.contype = 'c' and pg_get_constraintdef(k.oid) like '%length(%' order by 1`,
    );
    const known = written.flatMap(({ table, columns }) => columns.map((column) => `${table}.${column}`));
    expect(rows.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([
      'blocks.period',
      'changes.grade',
      'classrooms.grade',
      'classrooms.name',
      'cycles.name',
      'day_types.name',
      'installations.off_reason',
      'joinings.guest_name',
      'joinings.guest_person',
      'joinings.host_name',
      'members.name',
      'misreadings.heard',
      'misreadings.meant',
      'note_reads.what',
      'periods.name',
      'school_days.name',
      'students.alias',
      'terms.name',
    ]);
  });

  test('a person leaves no name, no account and no words; the minutes of visits stay', async () => {
    await writesEverywhere(filled.teacherId, 'Zoë came late');
    const { world } = operator('person', 'Ms. Hill', '--yes');
    await inside((trx) =>
      trx.updateTable('visits').set({ outcome: 'as_planned', state: 'agreed' }).execute(),
    );
    expect(await runForget(world)).toBe(true);
    const left = await dump();
    expect(left).not.toMatch(/Ms\. Hill|Zoë|ABCD-EFGH|"U1"/);
    expect(left).toContain('K. held the pencil');
    const kept = await inside((trx) => trx.selectFrom('visits').select(['state', 'outcome']).execute());
    expect(kept).toEqual([{ state: 'agreed', outcome: 'as_planned' }]);
    expect(await inside((trx) => trx.selectFrom('pairings').select('state').execute())).toEqual([
      { state: 'ended' },
    ]);
    const acts = (await inside(trailOf)).map(({ act, what }) => `${act} ${what}`);
    expect(acts).toEqual(expect.arrayContaining(['forgot person', 'removed addresses', 'changed members']));
  });

  test('a teacher’s name goes out of what her room is called, and out of weeks planned with it', async () => {
    await inside(async (trx) => {
      await trx.updateTable('classrooms').set({ name: 'Ms. Hill’s room' }).execute();
      await trx
        .updateTable('week_plans')
        .set({ week: JSON.stringify({ visits: [{ class: 'Room 1, Ms. Hill' }] }) })
        .execute();
    });
    expect(await runForget(operator('person', 'Ms. Hill', '--yes').world)).toBe(true);
    expect(await dump()).not.toMatch(/Hill/);
    expect(await inside((trx) => trx.selectFrom('classrooms').select('name').execute())).toEqual([
      { name: 'Ms. …’s room' },
    ]);
  });

  test('an invitation that was declined can be accepted no more once who sent it is forgotten', async () => {
    await inside((trx) => trx.updateTable('pairings').set({ state: 'declined' }).execute());
    await runForget(operator('person', 'Ann Reed', '--yes').world);
    expect(await inside((trx) => settlePairing(trx, filled.pairingId, 'declined', 'active'))).toBe(false);
  });

  test('a therapist’s own planned weeks go with them', async () => {
    expect(await runForget(operator('person', 'Ann Reed', '--yes').world)).toBe(true);
    expect(await inside((trx) => trx.selectFrom('week_plans').selectAll().execute())).toEqual([]);
  });

  test('an organization leaves nothing at all', async () => {
    const { world, lines } = operator('organization', '--yes');
    expect(await runForget(world)).toBe(true);
    expect(lines.length).toBeGreaterThan(20);
    expect(await dump()).toBe('');
    const { rows } = await sql`select id from organizations where id = ${organizationId}`.execute(store.db);
    expect(rows).toEqual([]);
  });
});

test('the trail is shown as a table, and whether it is whole', async () => {
  const whole = operator();
  expect(await runTrail(whole.world)).toBe(true);
  expect(whole.lines.at(-1)).toMatch(/^The trail is whole: \d+ entries\.$/);
  expect(whole.lines[0]).toMatch(/^"number","actor_id","act","what","about","change","hash","at"\r\n/);
  await store.pool.query(`delete from trail where number = 7 and organization_id = $1`, [organizationId]);
  const broken = operator();
  expect(await runTrail(broken.world)).toBe(false);
  expect(broken.lines.at(-1)).toMatch(/^! Somebody changed the trail at entry 8/);
});
