import type { Card } from '../core/card.ts';
import { settingsCard, settingsFault, settingsForm } from '../core/wording/settings.ts';
import { contactOf, setContact } from '../store/members.ts';
import type { Desk } from './desk.ts';
import { field, type OnSubmit, type OnTap } from './door.ts';
import { myDay } from './my-day.ts';
import { replanQueued } from './replan.ts';

/** “When may you write to me?” */
export const showSettings = async (desk: Desk): Promise<Card> =>
  settingsCard(await contactOf(desk.trx, desk.me.id), await myDay(desk), desk.me.role, desk.local.date);

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
const isOffered = (minutes: number): boolean => Number.isInteger(minutes) && minutes >= 0 && minutes <= 240;
