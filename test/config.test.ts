import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type Config, type Environment, readConfig } from '../src/config.ts';

const read = (environment: Environment): Config => {
  const reading = readConfig(environment);
  if (!reading.ok) throw new Error(reading.faults.join('\n'));
  return reading.config;
};
const faultsOf = (environment: Environment): readonly string[] => {
  const reading = readConfig(environment);
  return reading.ok ? [] : reading.faults;
};

const slack = { SLACK_SIGNING_SECRET: 'shh', SLACK_BOT_TOKEN: 'xoxb-1' };
const appId = 'a1b2c3d4-0000-4000-8000-00000000000a';
const tenantId = 'a1b2c3d4-0000-4000-8000-00000000000b';
const teams = { TEAMS_APP_ID: appId, TEAMS_APP_PASSWORD: 'word', TEAMS_TENANT_ID: tenantId };
const key = Buffer.alloc(32, 7).toString('base64url');
const oauth = {
  SLACK_SIGNING_SECRET: 'shh',
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 'deep',
  PUSHIN_KEYS: `k1:${key}`,
  PUBLIC_URL: 'https://pushin.example.org/',
};

describe('an empty environment', () => {
  test('is a playground on this machine with the embedded database', () => {
    expect(read({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://127.0.0.1:3000',
      databaseUrl: undefined,
      dataDir: path.resolve('.pushin'),
      keys: [],
      slack: undefined,
      teams: undefined,
      playground: true,
      logLevel: 'warn',
    });
  });

  test('is what empty and blank values mean too', () => {
    expect(read({ PORT: '', HOST: '  ', SLACK_BOT_TOKEN: '', DATABASE_URL: '' })).toEqual(read({}));
  });
});

describe('a platform', () => {
  test('turns the playground off and the log to info', () => {
    expect(read(slack)).toMatchObject({ playground: false, logLevel: 'info', teams: undefined });
    expect(read(teams)).toMatchObject({ playground: false, slack: undefined });
  });

  test('may run beside the playground on this machine when somebody asks for it', () => {
    expect(read({ ...slack, PUSHIN_PLAYGROUND: 'on' }).playground).toBe(true);
  });

  test('Slack in one workspace needs its signing secret and bot token', () => {
    expect(read(slack).slack).toEqual({
      signingSecret: 'shh',
      botToken: 'xoxb-1',
      oauth: undefined,
      appToken: undefined,
      apiUrl: undefined,
    });
  });

  test('Slack in many workspaces brings its client id, and a key for their tokens', () => {
    const config = read(oauth);
    expect(config.slack).toMatchObject({
      oauth: { clientId: '1.2', clientSecret: 'deep' },
      botToken: undefined,
    });
    expect(config.keys).toEqual([{ id: 'k1', secret: Buffer.alloc(32, 7) }]);
    expect(config.publicUrl).toBe('https://pushin.example.org');
  });

  test('Slack in Socket Mode needs no signing secret', () => {
    expect(read({ SLACK_APP_TOKEN: 'xapp-1', SLACK_BOT_TOKEN: 'xoxb-1' }).slack).toMatchObject({
      signingSecret: undefined,
      appToken: 'xapp-1',
    });
  });

  test('Teams has its app, its password, its tenant and nothing else', () => {
    expect(read(teams).teams).toEqual({
      appId,
      appPassword: 'word',
      tenantId,
      openIdMetadataUrl: undefined,
      tokenUrl: undefined,
    });
  });

  test('Teams knows its app and its tenant however they are written', () => {
    expect(read({ ...teams, TEAMS_TENANT_ID: tenantId.toUpperCase() }).teams?.tenantId).toBe(tenantId);
  });

  test('Teams needs no password where a token source of our own stands in for Entra', () => {
    const { TEAMS_APP_PASSWORD: _, ...rest } = teams;
    expect(read({ ...rest, TEAMS_TOKEN_URL: 'http://127.0.0.1:4000' }).teams?.appPassword).toBeUndefined();
  });

  test('both platforms can be there at once', () => {
    expect(read({ ...slack, ...teams, HOST: '0.0.0.0' })).toMatchObject({
      host: '0.0.0.0',
      slack: { botToken: 'xoxb-1' },
      teams: { appId },
    });
  });
});

describe('a bad value gets one sentence with its name and the form expected', () => {
  const sentences: readonly [Environment, string][] = [
    [{ PORT: 'abc' }, 'PORT must be a whole number from 1 to 65535, but is «abc».'],
    [{ PORT: '0' }, 'PORT must be a whole number from 1 to 65535, but is «0».'],
    [{ PORT: '65536' }, 'PORT must be a whole number from 1 to 65535, but is «65536».'],
    [{ PORT: '80.5' }, 'PORT must be a whole number from 1 to 65535, but is «80.5».'],
    [{ PORT: '1e3' }, 'PORT must be a whole number from 1 to 65535, but is «1e3».'],
    [
      { HOST: 'my host' },
      'HOST must be an IP address or a host name, such as 127.0.0.1 or 0.0.0.0, but is «my host».',
    ],
    [{ PUSHIN_PLAYGROUND: 'yes' }, 'PUSHIN_PLAYGROUND must be on or off, but is «yes».'],
    [
      { LOG_LEVEL: 'loud' },
      'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent, but is «loud».',
    ],
    [
      { ...slack, SLACK_API_URL: 'https://slack.com/api/' },
      'SLACK_API_URL must be a URL on this machine, such as http://127.0.0.1:4000 (it is for tests and emulators only), but is «https://slack.com/api/».',
    ],
    [
      { ...teams, TEAMS_TENANT_ID: 'maplestreet.onmicrosoft.com' },
      'TEAMS_TENANT_ID must be an id like 00000000-0000-0000-0000-000000000000, as the Azure portal shows it, but is «maplestreet.onmicrosoft.com».',
    ],
    [
      { ...teams, TEAMS_APP_ID: 'PushIn' },
      'TEAMS_APP_ID must be an id like 00000000-0000-0000-0000-000000000000, as the Azure portal shows it, but is «PushIn».',
    ],
    [
      { ...slack, PUBLIC_URL: 'http://pushin.example.org' },
      'PUBLIC_URL must be an https address without a path, such as https://pushin.example.org, but is «http://pushin.example.org».',
    ],
    [
      { ...slack, PUBLIC_URL: 'https://example.org/pushin' },
      'PUBLIC_URL must be an https address without a path, such as https://pushin.example.org, but is «https://example.org/pushin».',
    ],
  ];
  test.each(sentences)('%j', (environment, sentence) => {
    expect(faultsOf(environment)).toEqual([sentence]);
  });

  test.each([
    'http://10.0.0.1/x',
    'http://127.0.0.1.evil.example/',
    'ftp://127.0.0.1/',
    'localhost:4000',
    'nonsense',
  ])('a Teams key source of %s is not on this machine', (url) => {
    expect(faultsOf({ ...teams, TEAMS_OPENID_METADATA_URL: url })).toHaveLength(1);
    expect(faultsOf({ ...teams, TEAMS_TOKEN_URL: url })).toHaveLength(1);
  });

  test.each(['http://127.0.0.1:4000/keys', 'http://localhost:4000', 'http://[::1]:4000'])(
    'a Teams key source of %s is',
    (url) => {
      expect(read({ ...teams, TEAMS_OPENID_METADATA_URL: url }).teams?.openIdMetadataUrl).toBe(url);
    },
  );

  test('without ever repeating a secret', () => {
    const secrets = {
      DATABASE_URL: 'mysql://root:hunter2@db/pushin',
      PUSHIN_KEYS: 'k1:hunter2',
      SLACK_SIGNING_SECRET: 'hunter2',
      SLACK_BOT_TOKEN: 'hunter2',
      SLACK_APP_TOKEN: 'hunter2',
    };
    const faults = faultsOf(secrets);
    expect(faults.map((fault) => fault.split(' ', 1)[0])).toEqual([
      'DATABASE_URL',
      'PUSHIN_KEYS',
      'SLACK_BOT_TOKEN',
      'SLACK_APP_TOKEN',
    ]);
    expect(faults.join()).not.toContain('hunter2');
  });

  test('and all of them are told at once', () => {
    const faults = faultsOf({ PORT: 'abc', LOG_LEVEL: 'loud', TEAMS_APP_PASSWORD: 'word' });
    expect(faults.map((fault) => fault.split(' ', 1)[0])).toEqual([
      'PORT',
      'LOG_LEVEL',
      'TEAMS_APP_ID',
      'TEAMS_TENANT_ID',
    ]);
  });
});

describe('the key ring', () => {
  test('keeps the order, newest first', () => {
    const other = Buffer.alloc(32, 9).toString('base64');
    expect(read({ PUSHIN_KEYS: `k2:${other}, k1:${key}` }).keys.map((one) => one.id)).toEqual(['k2', 'k1']);
  });

  test.each([
    ['a key that is too short', 'k1:abcd'],
    ['a key without a name', `:${key}`],
    ['two keys of one name', `k1:${key},k1:${key}`],
    ['a comma too many', `k1:${key},`],
  ])('refuses %s', (_what, ring) => {
    expect(faultsOf({ PUSHIN_KEYS: ring })).toEqual([
      expect.stringMatching(/^PUSHIN_KEYS must be .*32 bytes/),
    ]);
  });
});

describe('half a platform is refused with the name of what is missing', () => {
  const halves: readonly [Environment, string][] = [
    [
      { SLACK_SIGNING_SECRET: 'shh' },
      'SLACK_BOT_TOKEN (one workspace) or SLACK_CLIENT_ID with SLACK_CLIENT_SECRET (many) must be set, because SLACK_SIGNING_SECRET is.',
    ],
    [{ SLACK_BOT_TOKEN: 'xoxb-1' }, 'SLACK_SIGNING_SECRET must be set, because SLACK_BOT_TOKEN is.'],
    [
      { ...oauth, SLACK_CLIENT_SECRET: undefined },
      'SLACK_CLIENT_ID and SLACK_CLIENT_SECRET must be set together.',
    ],
    [
      { ...oauth, SLACK_BOT_TOKEN: 'xoxb-1' },
      'SLACK_BOT_TOKEN (one workspace) and SLACK_CLIENT_ID (many) must not be set together.',
    ],
    [
      { ...oauth, SLACK_APP_TOKEN: 'xapp-1' },
      'SLACK_APP_TOKEN (Socket Mode) must be set with SLACK_BOT_TOKEN, not with SLACK_CLIENT_ID.',
    ],
    [
      { ...oauth, PUSHIN_KEYS: undefined },
      'PUSHIN_KEYS must be set, because SLACK_CLIENT_ID is: workspace tokens are kept sealed.',
    ],
    [
      { ...oauth, PUBLIC_URL: undefined },
      'PUBLIC_URL must be set, because SLACK_CLIENT_ID is: Slack sends people back to it.',
    ],
    [{ ...teams, TEAMS_APP_ID: undefined }, 'TEAMS_APP_ID must be set, because TEAMS_APP_PASSWORD is.'],
    [
      { ...teams, TEAMS_APP_ID: '', HOST: '0.0.0.0' },
      'TEAMS_APP_ID must be set, because TEAMS_APP_PASSWORD is.',
    ],
    [{ ...teams, TEAMS_APP_PASSWORD: undefined }, 'TEAMS_APP_PASSWORD must be set, because TEAMS_APP_ID is.'],
    [{ ...teams, TEAMS_TENANT_ID: undefined }, 'TEAMS_TENANT_ID must be set, because TEAMS_APP_ID is.'],
  ];
  test.each(halves)('%j', (environment, sentence) => {
    expect(faultsOf(environment)).toEqual([sentence]);
  });

  test.each(['TEAMS_OPENID_METADATA_URL', 'TEAMS_TOKEN_URL'])('%s alone asks for the app id too', (name) => {
    expect(faultsOf({ [name]: 'http://127.0.0.1:4000' })).toContain(
      `TEAMS_APP_ID must be set, because ${name} is.`,
    );
  });
});

describe('the playground never leaves this machine', () => {
  test.each([
    { HOST: '0.0.0.0', PUSHIN_PLAYGROUND: 'on' },
    { HOST: '::', PUSHIN_PLAYGROUND: 'on', ...slack },
    { HOST: '192.168.1.5', PUSHIN_PLAYGROUND: 'on', ...teams },
    { PUBLIC_URL: 'https://pushin.example.org', PUSHIN_PLAYGROUND: 'on', ...slack },
  ])('asked for with %j', (environment) => {
    expect(faultsOf(environment)).toEqual([
      expect.stringMatching(/^PUSHIN_PLAYGROUND must be off, because /),
    ]);
  });

  test.each([{ HOST: '0.0.0.0' }, { PUBLIC_URL: 'https://pushin.example.org' }])(
    'by default with %j: a platform is asked for instead',
    (environment) => {
      expect(faultsOf(environment)).toEqual([
        expect.stringMatching(/SLACK_BOT_TOKEN.*TEAMS_APP_ID.*must be set/),
      ]);
    },
  );

  test('and a public host without any platform can still be wanted in so many words', () => {
    expect(read({ HOST: '0.0.0.0', PUSHIN_PLAYGROUND: 'off' })).toMatchObject({ playground: false });
  });
});
