import { forgetQuestion, forgottenLines, privacyWords } from '../core/wording/privacy.ts';
import type { Operator } from '../operator.ts';
import { withOrganization } from '../store/with-organization.ts';
import { findSubject, organizationNamed } from '../usecases/find-subject.ts';
import { forgetAbout } from '../usecases/forget-about.ts';
import { readWish } from './wish.ts';

/** Says what went, table by table. Answers whether the wish could be read. */
export const runForget = async ({ args, now, ask, out, err, withDatabase }: Operator): Promise<boolean> => {
  const wish = readWish(args);
  if (wish === undefined) {
    err(privacyWords.forgetUsage);
    return false;
  }
  return withDatabase(async (db) => {
    const organizationId = await organizationNamed(db, wish.organization);
    const inside = <T>(work: Parameters<typeof withOrganization<T>>[2]) =>
      withOrganization(db, organizationId, work);
    const subject = await inside((trx) => findSubject(trx, organizationId, wish.kind, wish.words));
    const answer = wish.yes ? 'yes' : await ask(forgetQuestion(subject.kind, subject.name));
    if (!/^\s*yes\s*$/i.test(answer ?? '')) {
      out(privacyWords.notForgotten);
      return true;
    }
    for (const line of forgottenLines(await inside((trx) => forgetAbout(trx, subject, now)))) out(line);
    return true;
  });
};
