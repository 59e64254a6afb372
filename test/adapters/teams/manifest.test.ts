import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import ajv from 'ajv-draft-04';
import { commands } from '../../../src/core/commands.ts';

const folder = new URL('../../../manifest/teams/', import.meta.url);
const require = createRequire(import.meta.url);
const schemas = path.join(
  path.dirname(require.resolve('@microsoft/app-manifest/package.json')),
  'build/json-schemas/teams',
);

interface Manifest {
  readonly manifestVersion: string;
  readonly icons: { readonly color: string; readonly outline: string };
  readonly bots: readonly {
    readonly scopes: readonly string[];
    readonly supportsTargetedMessages: boolean;
    readonly commandLists: readonly {
      readonly scopes: readonly string[];
      readonly triggers: readonly string[];
      readonly commands: readonly { readonly title: string; readonly description: string }[];
    }[];
  }[];
}
const manifest = JSON.parse(readFileSync(new URL('manifest.json', folder), 'utf8')) as Manifest;

const validate = new ajv.default({ strict: false, allErrors: true, validateFormats: false }).compile(
  JSON.parse(
    readFileSync(path.join(schemas, `v${manifest.manifestVersion}`, 'MicrosoftTeams.schema.json'), 'utf8'),
  ),
);

test('the manifest is one Teams accepts', () => {
  validate(manifest);
  expect(validate.errors ?? []).toEqual([]);
});

test('the schema would notice a manifest Teams does not accept', () => {
  expect(validate({ ...manifest, accentColor: 'teal' })).toBe(false);
});

test('every list offers the commands the bot understands, in the order of its help', () => {
  const expected = commands.map(({ name, about }) => ({ title: name, description: about }));
  for (const list of manifest.bots[0]?.commandLists ?? []) expect(list.commands).toEqual(expected);
});

test('commands are offered everywhere the bot may be added, after a mention and after a slash', () => {
  const [bot] = manifest.bots;
  expect(bot?.commandLists.flatMap(({ scopes }) => scopes).sort()).toEqual([...(bot?.scopes ?? [])].sort());
  expect(bot?.commandLists.every(({ triggers }) => triggers.join() === 'mention,slash')).toBe(true);
  expect(bot?.supportsTargetedMessages).toBe(true);
});

test.each([
  ['color', 192],
  ['outline', 32],
] as const)('the %s icon is a PNG %d pixels square', (name, size) => {
  const png = readFileSync(new URL(manifest.icons[name], folder));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
});
