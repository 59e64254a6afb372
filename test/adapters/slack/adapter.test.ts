import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createSlackAdapter } from '../../../adapters/slack/index.ts';
import { silentLog } from '../../setup/silent-log.ts';
import { commandCases } from './cases/commands.ts';
import { entranceCases } from './cases/entrance.ts';
import { eventCases } from './cases/events.ts';
import { lastingCases } from './cases/lasting.ts';
import { slowCases } from './cases/slow.ts';
import { socketCases } from './cases/socket.ts';
import { submitCases } from './cases/submits.ts';
import { tapCases } from './cases/taps.ts';
import { createSlackWorld, type SlackWorld, team } from './slack-world.ts';

describe('Slack, with real Bolt and an independent Web API', () => {
  let world: SlackWorld;
  beforeAll(async () => {
    world = await createSlackWorld();
  });
  beforeEach(() => world.forget());
  afterAll(() => world.close());
  const there = () => world;

  describe('the entrance', () => entranceCases(there));
  describe('a command', () => commandCases(there));
  describe('words and visits', () => eventCases(there));
  describe('a tap', () => tapCases(there));
  describe('a submitted form', () => submitCases(there));
  describe('an answer that takes long', () => slowCases(there));
  describe('an answer that changes later', () => lastingCases(there));

  // Last: it looks back on every call and acknowledgment of the tests above.
  test('everything Slack was given is valid Block Kit', () => {
    expect(world.faults).toEqual([]);
  });

  test('it is set up for the workspace of its token', async () => {
    expect(await world.adapter.tenantIds()).toEqual([team]);
  });

  test('another API address is taken on this machine only', () => {
    const create = (apiUrl: string) => () =>
      createSlackAdapter({
        receive: async () => ({ kind: 'none' }),
        settings: { signingSecret: 's', botToken: 'x', apiUrl },
        log: silentLog,
      });
    expect(create('https://slack.example.org/api/')).toThrow('on this machine');
    expect(create('http://127.0.0.1.example.org/api/')).toThrow('on this machine');
    expect(create('http://localhost:1/api/')).not.toThrow();
  });

  describe('with an app token', () => socketCases());
});
