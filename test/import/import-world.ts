import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { createSchoolClock, type SchoolDay } from '../../src/core/calendar/school-clock.ts';
import { addDays, type LocalDate } from '../../src/core/time.ts';
import { runImport } from '../../src/import/run-import.ts';
import { knownSchools } from '../../src/store/known-schools.ts';
import { allOrganizations } from '../../src/store/organizations.ts';
import type { Trx } from '../../src/store/schema.ts';
import { asScheduler, withOrganization } from '../../src/store/with-organization.ts';
import { openTestDatabase } from '../setup/database.ts';

/** A Sunday in the middle of the school years told here. */
const now = Date.UTC(2026, 10, 22, 12);

/** A database nobody has used, and a terminal to import from. */
export const openImportWorld = async () => {
  const store = await openTestDatabase();
  const folder = await mkdtemp(path.join(tmpdir(), 'pushin-import-'));

  const run = async (args: readonly string[], answer?: string) => {
    const out: string[] = [];
    const err: string[] = [];
    const isDone = await runImport({
      args,
      now,
      out: (line) => void out.push(line),
      err: (line) => void err.push(line),
      ask: async () => answer,
      withDatabase: (work) => work(store.db),
    });
    return { isDone, out: out.join('\n'), err: err.join('\n') };
  };

  const within = async <T>(work: (trx: Trx) => Promise<T>): Promise<T> => {
    const [id = ''] = await asScheduler(store.db, allOrganizations);
    return withOrganization(store.db, id, work);
  };

  return {
    ...store,
    run,
    within,
    /** Puts files down and names them as `import` takes them. */
    files: async (given: Readonly<Record<string, string>>): Promise<string[]> =>
      Promise.all(
        Object.entries(given).map(async ([name, text]) => {
          const file = path.join(folder, name);
          await writeFile(file, text);
          return file;
        }),
      ),
    known: async (name: string) => {
      const found = (await within(knownSchools)).find((school) => school.name === name);
      if (!found) throw new Error(`no school ${name}`);
      return found;
    },
    organizations: () => asScheduler(store.db, allOrganizations),
    empty: () => store.pool.query('delete from organizations'),
    close: async () => {
      await rm(folder, { recursive: true });
      await store.close();
    },
  };
};

export type ImportWorld = Awaited<ReturnType<typeof openImportWorld>>;

export const fixtureFiles = async (school: string): Promise<string[]> => {
  const folder = fileURLToPath(new URL(`fixtures/${school}/`, import.meta.url));
  return (await readdir(folder)).map((name) => path.join(folder, name));
};

/** Every school day of the year as the imported calendar gives it. */
export const schoolYear = async (world: ImportWorld, name: string): Promise<Map<LocalDate, SchoolDay>> => {
  const { calendar } = await world.known(name);
  if (!calendar.year) throw new Error('no year');
  const clock = createSchoolClock(calendar);
  const days = new Map<LocalDate, SchoolDay>();
  for (
    let date = addDays(calendar.year.start, -30);
    date <= addDays(calendar.year.end, 30);
    date = addDays(date, 1)
  ) {
    const day = clock.day(date);
    if (day) days.set(date, day);
  }
  return days;
};
