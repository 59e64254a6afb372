import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

const script = path.resolve(import.meta.dirname, '../../.ci/run');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'pushin-ci-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the script with an npm that answers as told. */
const ci = (answers: { ci?: number; test: string; testCode?: number; check?: number; demo?: number }) => {
  const npm = path.join(folder, 'npm');
  writeFileSync(path.join(folder, 'summary'), answers.test);
  writeFileSync(
    npm,
    `#!/bin/sh
echo "$*" >> "${folder}/asked"
case "$*" in
  ci) exit ${answers.ci ?? 0} ;;
  test) cat "${folder}/summary" >&2; exit ${answers.testCode ?? 0} ;;
  'run check') exit ${answers.check ?? 0} ;;
  'run demo') exit ${answers.demo ?? 0} ;;
esac
`,
  );
  chmodSync(npm, 0o755);
  const { status, stdout } = spawnSync('bash', [script], {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${folder}:${process.env['PATH']}` },
  });
  const asked = readFileSync(path.join(folder, 'asked'), 'utf8').trim().split('\n');
  return { status, last: stdout.trimEnd().split('\n').at(-1), asked };
};

const green = 'Test Suites: 3 passed, 3 total\nTests:       40 passed, 40 total\nTime: 1 s\n';

describe('the CI script', () => {
  test('installs, tests, checks and tells the demo, and counts them together', () => {
    expect(ci({ test: green })).toEqual({
      status: 0,
      last: '42 passed, 0 failed',
      asked: ['ci', 'test', 'run check', 'run demo'],
    });
  });

  test('counts failed tests and leaves skipped ones out', () => {
    const red = 'Test Suites: 1 failed, 3 total\nTests:       2 failed, 1 skipped, 37 passed, 40 total\n';
    expect(ci({ test: red, testCode: 1 })).toMatchObject({ status: 1, last: '39 passed, 2 failed' });
  });

  test('reads a summary in colors', () => {
    const colored =
      '\u001b[1mTests:       \u001b[22m\u001b[1m\u001b[32m12 passed\u001b[39m\u001b[22m, 12 total\n';
    expect(ci({ test: colored })).toMatchObject({ status: 0, last: '14 passed, 0 failed' });
  });

  test('is not fooled by a suite that never ran', () => {
    const unloaded = 'Test Suites: 1 failed, 3 passed, 4 total\nTests:       40 passed, 40 total\n';
    expect(ci({ test: unloaded, testCode: 1 })).toMatchObject({ status: 1, last: '42 passed, 1 failed' });
  });

  test('goes on after a failed install, so that everything is told at once', () => {
    expect(ci({ ci: 1, test: '' })).toEqual({
      status: 1,
      last: '2 passed, 1 failed',
      asked: ['ci', 'run check', 'run demo'],
    });
  });

  test('fails with the checks and with the demo', () => {
    expect(ci({ test: green, check: 1, demo: 2 })).toMatchObject({ status: 1, last: '40 passed, 2 failed' });
  });
});
