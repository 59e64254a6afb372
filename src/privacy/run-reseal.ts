import { noKeys, resealedLine } from '../core/wording/privacy.ts';
import type { Operator } from '../operator.ts';
import { resealTokens } from '../store/installs.ts';
import { allOrganizations } from '../store/organizations.ts';
import { createSeal, type SealKey } from '../store/seal.ts';
import { asScheduler, withOrganization } from '../store/with-organization.ts';

/** After a new key was put first in the ring; then the old one can go. Answers whether there were keys. */
export const runReseal =
  (keys: readonly SealKey[]) =>
  async ({ out, err, withDatabase }: Operator): Promise<boolean> => {
    const [first] = keys;
    if (first === undefined) {
      err(noKeys);
      return false;
    }
    const seal = createSeal(keys);
    const count = await withDatabase(async (db) => {
      let resealed = 0;
      for (const id of await asScheduler(db, allOrganizations))
        resealed += await withOrganization(db, id, (trx) => resealTokens(trx, seal));
      return resealed;
    });
    out(resealedLine(count, first.id));
    return true;
  };
