import { spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const root = path.resolve(import.meta.dirname, '../..');
let house: string;

const write = (name: string, text: string, age: Date): void => {
  const file = path.join(house, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
  utimesSync(file, age, age);
};
const pushin = (...argv: readonly string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(house, 'bin/pushin.js'), ...argv],
    {
      encoding: 'utf8',
      cwd: tmpdir(),
      input: '',
    },
  );
  return { status, stdout, stderr };
};

const [monday, tuesday, wednesday] = [2, 3, 4].map((day) => new Date(Date.UTC(2026, 10, day))) as [
  Date,
  Date,
  Date,
];
const source =
  'export const run = async (argv: readonly string[]): Promise<number> => { console.log("source " + argv); return 3; };';
const built = 'export const run = async (argv) => { console.log("built " + argv); return 4; };';

beforeAll(() => {
  house = mkdtempSync(path.join(realpathSync(tmpdir()), 'pushin-bin-'));
  cpSync(path.join(root, 'bin'), path.join(house, 'bin'), { recursive: true });
  symlinkSync(path.join(root, 'node_modules'), path.join(house, 'node_modules'), 'junction');
  write('package.json', '{ "type": "module", "version": "4.5.6" }', monday);
  write('src/cli.ts', source, tuesday);
});
afterAll(() => rmSync(house, { recursive: true, force: true }));

test('without a build the sources run, from any folder, and their code is the exit code', () => {
  expect(pushin('start', 'now')).toEqual({ status: 3, stdout: 'source start,now\n', stderr: '' });
});

test('a build at least as new as the sources runs instead', () => {
  write('dist/src/cli.js', built, wednesday);
  expect(pushin('start')).toMatchObject({ status: 4, stdout: 'built start\n' });
});

test('a build older than a source is left alone', () => {
  write('dist/src/cli.js', built, monday);
  expect(pushin('start')).toMatchObject({ status: 3, stdout: 'source start\n' });
});

test('in an image, where there are no sources, the build runs', () => {
  write('dist/src/cli.js', built, monday);
  rmSync(path.join(house, 'src'), { recursive: true });
  expect(pushin('start')).toMatchObject({ status: 4, stdout: 'built start\n' });
});

test('its version is told without running anything', () => {
  for (const asked of ['--version', '-v'])
    expect(pushin(asked)).toEqual({ status: 0, stdout: '4.5.6\n', stderr: '' });
});
