import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { secretsInHistory } from './history.ts';
import { secretsIn } from './secrets.ts';
import { faultsOf, MOST_AT_RUN_TIME, supplyFaults } from './supply.ts';

const good = { version: '1.0.0', license: 'MIT', integrity: 'sha512-x' };
const at = 'node_modules/somebody';

describe('what came in from outside', () => {
  test('may all be here: licenses, integrity, no script needed at run time', () => {
    const { faults, counts } = supplyFaults();
    expect(faults).toEqual([]);
    expect(counts.runtime).toBeGreaterThan(100);
    expect(counts.runtime).toBeLessThanOrEqual(MOST_AT_RUN_TIME);
  });

  test.each([
    ['nothing about a good one', {}, []],
    ['nothing about a choice with a good one in it', { license: '(GPL-3.0 OR MIT)' }, []],
    ['a license that is not on the list', { license: 'GPL-3.0' }, ['somebody: license GPL-3.0']],
    ['one of two that both count', { license: 'MIT AND GPL-3.0' }, ['somebody: license MIT AND GPL-3.0']],
    ['no license', { license: undefined }, ['somebody: license unknown']],
    ['no integrity', { integrity: undefined }, ['somebody: no integrity in the lockfile']],
    [
      'an install script',
      { hasInstallScript: true },
      ['somebody: runs a script when it is installed, and is needed at run time'],
    ],
  ])('is told %s', (_what, change, faults) => {
    expect(faultsOf(at, { ...good, ...change } as never)).toEqual(faults);
  });
});

test.each([
  [`token = 'xoxb-${'1'.repeat(24)}'`, 'a Slack token'],
  [`postgres://app:${'s3cr3t!'}@db.example.com/x`, 'a password in an address'],
  [`AKIA${'A'.repeat(16)}`, 'an AWS key'],
  [`-----BEGIN PRIVATE ${'KEY'}-----\n${'A'.repeat(64)}`, 'a private key'],
])('a secret in a file is found, and told without it: %#', (text, what) => {
  expect(secretsIn('a.ts', `first\n${text}`)).toEqual([`a.ts:2: ${what}`]);
});

test('examples and the tests’ own secrets are none', () => {
  const fine = 'xoxb-of-the-tests-and-only-of-the-tests postgres://user:password@host:5432/pushin xoxb-…';
  expect(secretsIn('a.md', fine)).toEqual([]);
});

test('a secret that was taken out again is still found, with the commit that brought it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pushin-test-'));
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
      cwd: folder,
      encoding: 'utf8',
    });
  const commit = async (text: string) => {
    await writeFile(join(folder, 'a.ts'), text);
    git('add', '.');
    git('commit', '--no-verify', '-qm', 'change');
    return git('log', '-1', '--format=%h').trim();
  };
  try {
    git('init', '-q');
    await commit('// nothing yet\n');
    const brought = await commit(`const token = 'xoxb-${'1'.repeat(24)}';\n`);
    await commit('// nothing any more\n');
    expect(await secretsInHistory(folder)).toEqual([`commit ${brought} in the history: a Slack token`]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
