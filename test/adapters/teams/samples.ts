import { readFileSync } from 'node:fs';
import { type Activity, activitySchema } from '../../../adapters/teams/activity.ts';

export type Raw = Record<string, unknown>;

export const tenantId = '6f1d2c3b-0a9e-4d58-8c77-15e2b4a6d901';
export const appId = '0b7e4a52-93c1-4f6d-a8e0-2d5c7f913b64';

type Sample =
  | 'message-personal'
  | 'message-channel'
  | 'card-execute'
  | 'card-submit'
  | 'task-fetch'
  | 'task-submit'
  | 'installation-add'
  | 'bot-added'
  | 'reaction';

const folder = new URL('../../../adapters/teams/samples/', import.meta.url);

/** An activity as Teams sends it, with some of it changed. */
export const sample = (name: Sample, changes: Raw = {}): Raw => ({
  ...(JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as Raw),
  ...changes,
});

export const parsedSample = (name: Sample, changes: Raw = {}): Activity =>
  activitySchema.parse(sample(name, changes));
