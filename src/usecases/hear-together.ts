import { asksForAgreement, readRequest } from '../core/reading/read-request.ts';
import type { Answer } from '../ports/inbound.ts';
import { openAsksOfTeacher } from '../store/asks.ts';
import { proposedTo } from '../store/visits.ts';
import { listAgreements } from './agreement.ts';
import { hasPassed } from './compose/ask.ts';
import type { Counter } from './desk.ts';
import { hearRequest } from './request.ts';

/** Words between two people who work together; undefined when these are something else. */
export const hearTogether = async (counter: Counter, text: string): Promise<Answer | undefined> => {
  if (asksForAgreement(text)) return { kind: 'card', card: await listAgreements(counter) };
  if (counter.me.role !== 'teacher') return undefined;
  const about = readRequest(text, counter.local);
  if (about === undefined || (about === 'come' && (await isAnswer(counter)))) return undefined;
  return hearRequest(counter, text, about);
};

/** Where a question is open, “come Tuesday” answers it. */
const isAnswer = async (counter: Counter): Promise<boolean> => {
  const { trx, me, local, now } = counter;
  const asked = (await openAsksOfTeacher(trx, me.id, local.date)).some((ask) => !hasPassed(counter, ask));
  return asked || (await proposedTo(trx, me.id, now)).length > 0;
};
