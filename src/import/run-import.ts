import { onlyNew } from '../core/import/only-new.ts';
import { readSchoolImport } from '../core/import/read-school-import.ts';
import { type ImportFault, MOST_FAULTS } from '../core/import/sheet.ts';
import { localTime } from '../core/time.ts';
import { importLines, importWords } from '../core/wording/import.ts';
import { faultLine } from '../core/wording/import-faults.ts';
import type { Operator } from '../operator.ts';
import { importSchools, organizationForImport, schoolsKnownTo } from '../usecases/import-school.ts';
import { readFiles } from './read-files.ts';

/** Paths, `--yes` to store without a question, `--organization` where there are several. */
const wishOf = (args: readonly string[]) => {
  const at = args.indexOf('--organization');
  const named = at < 0 ? [] : [at, at + 1];
  return {
    organization: at < 0 ? undefined : args[at + 1],
    yes: args.includes('--yes'),
    paths: args.filter((arg, place) => arg !== '--yes' && !named.includes(place)),
  };
};

/** Shows what files say before anything is stored; answers whether all went well. */
export const runImport = async ({ args, now, out, err, ask, withDatabase }: Operator): Promise<boolean> => {
  const { paths, yes, organization } = wishOf(args);
  if (paths.length === 0) {
    err(importWords.noFiles);
    return false;
  }
  const refuse = (faults: readonly ImportFault[]): false => {
    for (const fault of faults.slice(0, MOST_FAULTS)) err(faultLine(fault));
    err(importWords.faults(faults.length));
    return false;
  };
  const { sheets, calendars, faults } = await readFiles(paths, localTime(now, 'utc').date);
  if (faults.length > 0) return refuse(faults);
  return withDatabase(async (db) => {
    const organizationId = await organizationForImport(db, organization);
    const known = await schoolsKnownTo(db, organizationId);
    const reading = readSchoolImport(sheets, calendars, known);
    if (!reading.ok) return refuse(reading.faults);
    const fresh = onlyNew(reading.schools, known);
    for (const line of importLines(fresh, reading.leftOut)) out(line);
    if (fresh.schools.length === 0) {
      out(importWords.nothingNew);
      return true;
    }
    const answer = yes ? 'yes' : await ask(importWords.question);
    if (!/^\s*y(es)?\s*$/i.test(answer ?? '')) {
      out(importWords.notStored);
      return true;
    }
    await importSchools(db, organizationId, reading.schools, now);
    out(importWords.stored);
    return true;
  });
};
