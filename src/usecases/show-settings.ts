import { ASKS_PER_TEACHER_AND_WEEK } from '../core/ask-plan.ts';
import type { Card } from '../core/card.ts';
import { settingsCard, settingsFault, settingsForm } from '../core/wording/settings.ts';
import { asksInWeek } from '../store/asks.ts';
import { contactOf, setContact } from '../store/members.ts';
import type { Desk } from './desk.ts';
import { field, isWhole, type OnSubmit, type OnTap } from './door.ts';
import { myDay } from './my-day.ts';
import { replanQueued } from './replan.ts';

/** “When may you write to me?” */
export const showSettings = async (desk: Desk): Promise<Card> => {
  const { trx, me, local } = desk;
  return settingsCard(await contactOf(trx, me.id), await myDay(desk), me.role, local.date, await asked(desk));
};

const asked = async ({ trx, me, local }: Desk) => {
  if (me.role !== 'teacher') return undefined;
  const asks = await asksInWeek(trx, me.id, local.date);
  return { count: asks.filter((ask) => ask.timesAsked > 0).length, most: ASKS_PER_TEACHER_AND_WEEK };
};

export const openSettingsForm: OnTap = async (counter) => ({
  kind: 'form',
  form: settingsForm(await contactOf(counter.trx, counter.me.id)),
});

export const changeSettings: OnSubmit = async (counter, submit) => {
  const before = Number(field(submit.values, 'before'));
  const after = Number(field(submit.values, 'after'));
  const faults: Record<string, string> = {};
  if (!isOffered(before)) faults['before'] = settingsFault;
  if (!isOffered(after)) faults['after'] = settingsFault;
  if (Object.keys(faults).length > 0) return { kind: 'faults', faults };
  await setContact(counter.trx, counter.me.id, { beforeFirstBell: before, afterLastBell: after });
  await replanQueued(counter.trx, counter.me, counter.now);
  return { kind: 'card', card: await showSettings(counter) };
};

/** In minutes; the column's own check says the same. */
const isOffered = (minutes: number): boolean => isWhole(minutes, 0, 240);
