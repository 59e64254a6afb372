import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { scopes as asked } from '../../../adapters/slack/scopes.ts';
import { commands } from '../../../src/core/commands.ts';

const root = new URL('../../../', import.meta.url);
const text = readFileSync(new URL('manifest/slack/manifest.json', root), 'utf8');

/** The fields PushIn uses of Slack's manifest schema 2 and their limits (docs.slack.dev/reference/app-manifest); strict, so that a misspelled one shows. */
const url = z.url({ protocol: /^https$/ });
const manifestSchema = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2), minor_version: z.number().int() }),
  display_information: z.strictObject({
    name: z.string().min(1).max(35),
    description: z.string().max(140),
    long_description: z.string().min(175).max(4_000),
    background_color: z.string().regex(/^#([0-9A-Fa-f]{3}){1,2}$/),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.boolean(),
      messages_tab_enabled: z.boolean(),
      messages_tab_read_only_enabled: z.boolean(),
    }),
    bot_user: z.strictObject({ display_name: z.string().min(1).max(80), always_online: z.boolean() }),
    slash_commands: z
      .array(
        z.strictObject({
          command: z
            .string()
            .max(32)
            .regex(/^\/[a-z0-9_-]+$/),
          url,
          description: z.string().min(1).max(2_000),
          usage_hint: z.string().max(1_000),
          should_escape: z.boolean(),
        }),
      )
      .min(1)
      .max(50),
  }),
  oauth_config: z.strictObject({
    redirect_urls: z.array(url).max(1_000),
    scopes: z.strictObject({ bot: z.array(z.string().regex(/^[a-z_]+(:[a-z_.]+)*$/)).max(255) }),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ request_url: url, bot_events: z.array(z.string()).max(100) }),
    interactivity: z.strictObject({ is_enabled: z.boolean(), request_url: url }),
    org_deploy_enabled: z.boolean(),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
  }),
});
const manifest = manifestSchema.parse(JSON.parse(text));
const scopes = new Set(manifest.oauth_config.scopes.bot);

describe('the Slack manifest', () => {
  test('has one command, which hands us people as ids', () => {
    expect(manifest.features.slash_commands).toMatchObject([{ command: '/pushin', should_escape: true }]);
  });

  test('hints at every command there is, in the order of its help, and at no other', () => {
    const hinted = manifest.features.slash_commands[0]?.usage_hint.split(' | ') ?? [];
    const names = hinted.map((hint) => hint.split(' ')[0]);
    expect([...new Set(names)]).toEqual(commands.map((command) => command.name));
  });

  test('sends commands, events and taps to the one address that verifies them', () => {
    const { settings, features } = manifest;
    const targets = [
      features.slash_commands[0]?.url,
      settings.event_subscriptions.request_url,
      settings.interactivity.request_url,
    ];
    expect(new Set(targets.map((target) => new URL(target ?? '').pathname))).toEqual(
      new Set(['/slack/events']),
    );
    expect(settings.interactivity.is_enabled).toBe(true);
  });

  test('asks for the scopes of what the adapter calls and hears, and for no other', () => {
    const calledFor: Record<string, string> = {
      'chat.postMessage': 'chat:write',
      'chat.postEphemeral': 'chat:write',
      'chat.update': 'chat:write',
      'conversations.open': 'im:write',
      'dnd.info': 'dnd:read',
      'users.info': 'users:read',
    };
    const heardFor: Record<string, string> = {
      'message.im': 'im:history',
      app_mention: 'app_mentions:read',
      user_change: 'users:read',
    };
    const folder = new URL('adapters/slack/', root);
    const source = readdirSync(folder)
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(new URL(name, folder), 'utf8'))
      .join('\n');
    const called = [...source.matchAll(/\.((?:chat|conversations|dnd|users|views)\.[a-zA-Z]+)\(/g)].map(
      ([, method]) => method ?? '',
    );
    expect(called.length).toBeGreaterThan(5);
    const needed = [
      'commands',
      ...called.filter((method) => !method.startsWith('views.')).map((method) => calledFor[method]),
      ...manifest.settings.event_subscriptions.bot_events
        .filter((event) => !['app_home_opened', 'app_uninstalled', 'tokens_revoked'].includes(event))
        .map((event) => heardFor[event]),
    ];
    expect([...new Set(needed)].sort()).toEqual([...scopes].sort());
    expect([...asked].sort()).toEqual([...scopes].sort());
  });

  test('lets people write to the bot and see its home page', () => {
    expect(manifest.features.app_home).toEqual({
      home_tab_enabled: true,
      messages_tab_enabled: true,
      messages_tab_read_only_enabled: false,
    });
  });
});
