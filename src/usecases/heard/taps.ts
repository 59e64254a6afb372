import { activityKinds } from '../../core/activity-kind.ts';
import { minuteIn } from '../../core/clock-minutes.ts';
import { welcomes } from '../../core/welcome.ts';
import { heardFaults, heardForm, heardGoneCard } from '../../core/wording/heard.ts';
import { outdatedCard } from '../../core/wording/trouble.ts';
import type { Answer } from '../../ports/inbound.ts';
import { confirmHeard, forgetHeard, type HeardActivity, heardIn } from '../../store/heard.ts';
import { cancelQueued, refresh, wasShown } from '../../store/outbox.ts';
import type { Counter } from '../desk.ts';
import { chosen, field, isId, type OnSubmit, type OnTap, type Tap } from '../door.ts';
import { rememberShown } from '../remember-shown.ts';
import { keepEveryWeek } from '../tell-routine.ts';
import { mendHeard, redrawn, replaceHeard } from './correct.ts';

type Lines = readonly [HeardActivity, ...HeardActivity[]];

/** Only by whoever said it; a card whose words were taken back says so. */
const own =
  (act: (counter: Counter, lines: Lines, tap: Tap) => Promise<Answer>): OnTap =>
  async (counter, tap) => {
    const [first, ...more] = isId(tap.ref) ? await heardIn(counter.trx, tap.ref) : [];
    if (!first) return { kind: 'replace', card: heardGoneCard() };
    const lines: Lines = [first, ...more];
    return lines.every(({ saidBy }) => saidBy === counter.me.id)
      ? act(counter, lines, tap)
      : { kind: 'replace', card: outdatedCard() };
  };

export const confirmTap = own(async (counter, _lines, tap) => {
  await confirmHeard(counter.trx, tap.ref, counter.now);
  return redrawn(counter, tap.ref);
});

/** “Not this time”: a no to every time the message told, and no reason needed. */
export const refuseTap = own(async (counter, lines, tap) => {
  for (const line of lines) await replaceHeard(counter, line, { ...line, welcome: 'no' });
  return redrawn(counter, tap.ref);
});

/** The other end I offered. */
export const untilTap = own(async (counter, [first], tap) => {
  const end = Number(tap.value);
  if (!Number.isInteger(end) || end <= first.start || end > 24 * 60)
    return { kind: 'replace', card: outdatedCard() };
  await mendHeard(counter, first, { ...first, end });
  return redrawn(counter, first.saying);
});

export const undoHeardTap = own(async (counter, lines, tap) => {
  await forgetHeard(counter.trx, tap.ref);
  for (const { id } of lines) {
    await cancelQueued(counter.trx, id, 'taken back');
    await refresh(counter.trx, id);
  }
  await refresh(counter.trx, tap.ref, tap.message);
  return { kind: 'replace', card: heardGoneCard() };
});

export const everyWeekTap = own(async (counter, [first]) => {
  await confirmHeard(counter.trx, first.saying, counter.now);
  return keepEveryWeek(counter, first);
});

export const openHeardForm = own(async (counter, [first], tap) => {
  const shown = { purpose: 'heard', subjectId: first.saying } as const;
  if (tap.message) await rememberShown(counter, shown, tap.message);
  return { kind: 'form', form: heardForm(first.saying, first, first.classroomName, counter.local.date) };
});

export const changeHeard: OnSubmit = async (counter, { ref, values }) => {
  const lines = isId(ref) ? await heardIn(counter.trx, ref) : [];
  const [first] = lines;
  if (!first || first.saidBy !== counter.me.id) return { kind: 'card', card: outdatedCard() };
  const kind = chosen(values, 'kind', activityKinds);
  const [start, end] = [minuteIn(field(values, 'start')), minuteIn(field(values, 'end'))];
  const faults: Record<string, string> = {};
  if (kind === undefined) faults['kind'] = heardFaults.kind;
  if (start === undefined) faults['start'] = heardFaults.time;
  if (end === undefined) faults['end'] = heardFaults.time;
  if (start !== undefined && end !== undefined && end <= start) faults['end'] = heardFaults.order;
  if (kind === undefined || start === undefined || end === undefined || Object.keys(faults).length > 0)
    return { kind: 'faults', faults };
  const welcome = chosen(values, 'welcome', welcomes) ?? null;
  await mendHeard(counter, first, { date: first.date, start, end, kind, welcome });
  if (await wasShown(counter.trx, first.saying, counter.me.id)) return { kind: 'none' };
  const { kind: _, ...answer } = await redrawn(counter, first.saying);
  return 'card' in answer ? { kind: 'card', card: answer.card } : { kind: 'none' };
};
