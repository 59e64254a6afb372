import { mkdir, open } from 'node:fs/promises';
import path from 'node:path';
import { csvText } from '../core/csv-text.ts';
import { localTime } from '../core/time.ts';
import { privacyWords } from '../core/wording/privacy.ts';
import type { Operator } from '../operator.ts';
import type { Told } from '../store/told-rows.ts';
import { withOrganization } from '../store/with-organization.ts';
import { findSubject, organizationNamed } from '../usecases/find-subject.ts';
import { tellOf } from '../usecases/tell-of.ts';
import { readWish } from './wish.ts';

/** Readable by whoever wrote it and nobody else on the machine, also where a file of that name was there before. */
const writePrivately = async (place: string, text: string): Promise<void> => {
  const file = await open(place, 'a', 0o600);
  try {
    await file.chmod(0o600);
    await file.truncate();
    await file.writeFile(text);
  } finally {
    await file.close();
  }
};

/** One JSON file, or a folder with a table for each. Answers whether it was written. */
export const runExport = async ({ args, now, out, err, withDatabase }: Operator): Promise<boolean> => {
  const wish = readWish(args);
  if (wish === undefined) {
    err(privacyWords.exportUsage);
    return false;
  }
  const told = await withDatabase(async (db) => {
    const organizationId = await organizationNamed(db, wish.organization);
    return withOrganization(db, organizationId, async (trx) =>
      tellOf(trx, await findSubject(trx, organizationId, wish.kind, wish.words)),
    );
  });
  const name = `pushin-${wish.kind}-${localTime(now, 'utc').date}`;
  const place = path.resolve(wish.out ?? (wish.csv ? name : `${name}.json`));
  await (wish.csv
    ? writeTables(place, told)
    : writePrivately(place, `${JSON.stringify(told, undefined, 2)}\n`));
  out(privacyWords.written(place));
  return true;
};

const writeTables = async (folder: string, told: Told): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const [table, rows] of Object.entries(told))
    await writePrivately(path.join(folder, `${table}.csv`), csvText(rows));
};
