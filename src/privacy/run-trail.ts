import { csvText } from '../core/csv-text.ts';
import { privacyWords } from '../core/wording/privacy.ts';
import type { Operator } from '../operator.ts';
import { trailBreaks, trailOf } from '../store/trail.ts';
import { withOrganization } from '../store/with-organization.ts';
import { organizationNamed } from '../usecases/find-subject.ts';

/** The trail as a table on standard output, then whether it is whole. Answers the latter. */
export const runTrail = async ({ args, out, err, withDatabase }: Operator): Promise<boolean> => {
  const named = args[args.indexOf('--organization') + 1];
  const { entries, breaks } = await withDatabase(async (db) => {
    const organizationId = await organizationNamed(db, args.includes('--organization') ? named : undefined);
    return withOrganization(db, organizationId, async (trx) => ({
      entries: await trailOf(trx),
      breaks: await trailBreaks(trx),
    }));
  });
  const rows = entries.map(({ at, previous: _, ...entry }) => ({ ...entry, at: new Date(at).toISOString() }));
  out(csvText(rows).trimEnd());
  (breaks.length === 0 ? out : err)(
    breaks.length === 0 ? privacyWords.trailWhole(entries.length) : privacyWords.trailBroken(breaks),
  );
  return breaks.length === 0;
};
