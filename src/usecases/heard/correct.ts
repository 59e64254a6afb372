import type { ActivityKind } from '../../core/activity-kind.ts';
import type { Understanding } from '../../core/reading/message/understanding.ts';
import { HOUR, type Span } from '../../core/time.ts';
import type { Answer } from '../../ports/inbound.ts';
import { type HeardActivity, lastHeardOf } from '../../store/heard.ts';
import { type Misreading, noteMisreadings } from '../../store/misreadings.ts';
import { refresh, wasShown } from '../../store/outbox.ts';
import type { Counter } from '../desk.ts';
import { correctActivity } from '../record-activity.ts';
import { drawHeard, showHeard } from './show-heard.ts';

/** After this a correction is news of its own. */
const CORRECTED_WITHIN = HOUR;

/** “Sorry, I meant 10:30”: changes what was heard last, on the card where it stands. */
export const correctLast = async (counter: Counter, heard: Understanding): Promise<Answer | undefined> => {
  const [last, ...others] = await lastHeardOf(counter.trx, counter.me.id, counter.now - CORRECTED_WITHIN);
  if (last === undefined || others.length > 0) return undefined;
  const [date = last.date] = heard.days;
  const start = heard.start ?? last.start;
  const end = heard.end ?? Math.max(start + 5, start + (last.end - last.start));
  const { saying } = last;
  await mendHeard(counter, last, {
    ...last,
    date,
    start,
    end: Math.min(end, 24 * 60),
    kind: heard.activity ?? last.kind,
    welcome: heard.welcome ?? last.welcome,
  });
  if (await wasShown(counter.trx, saying, counter.me.id)) return { kind: 'none' };
  return showHeard(counter, saying, {});
};

/** What was heard was not what was meant: what was mistaken for what is counted. */
export const mendHeard = async (counter: Counter, before: HeardActivity, after: Meant): Promise<void> => {
  await noteMisreadings(counter.trx, differences(before, after), counter.now);
  await replaceHeard(counter, before, after);
};

type Meant = Span & Pick<HeardActivity, 'date' | 'kind' | 'welcome'>;

/** The same saying with other words. */
export const replaceHeard = async (counter: Counter, before: HeardActivity, after: Meant): Promise<void> => {
  await correctActivity(counter, before.id, {
    classroomId: before.classroomId,
    date: after.date,
    start: after.start,
    end: after.end,
    kind: after.kind,
    ...(after.welcome === null ? {} : { welcome: after.welcome }),
    confirmed: true,
  });
  await refresh(counter.trx, before.saying);
};

const differences = (
  before: HeardActivity,
  after: Span & { readonly kind: ActivityKind; readonly welcome: HeardActivity['welcome'] },
): Misreading[] => {
  const pairs: [Misreading['about'], string, string][] = [
    ['activity', before.kind, after.kind],
    ['start', String(before.start), String(after.start)],
    ['end', String(before.end), String(after.end)],
    ['welcome', before.welcome ?? 'unsaid', after.welcome ?? 'unsaid'],
  ];
  return pairs.flatMap(([about, heard, meant]) => (heard === meant ? [] : [{ about, heard, meant }]));
};

export const redrawn = async (counter: Counter, saying: string): Promise<Answer> => ({
  kind: 'replace',
  card: await drawHeard(counter, saying),
});
