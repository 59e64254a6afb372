import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { run } from '../../src/cli.ts';
import { variableNames } from '../../src/config/variables.ts';
import { wordsPage } from './words-page.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const folder = (name: string) =>
  readdirSync(path.join(root, name), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.posix.join(name, file.replaceAll(path.sep, '/')));

const pages = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', ...folder('docs')];
const { scripts, dependencies, devDependencies, optionalDependencies } = JSON.parse(read('package.json'));

describe.each(pages)('%s', (page) => {
  const text = read(page);

  test('links only to what is there', () => {
    const targets = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, target = '']) => target);
    expect(targets.filter((target) => !existsSync(path.join(root, path.dirname(page), target)))).toEqual([]);
  });

  test('names only scripts that package.json has', () => {
    const named = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

test('the test line is the one that CI runs', () => {
  expect(read('README.md')).toContain('\nnpm ci && npm test\n');
  expect(read('.ci/run')).toContain('{ npm ci && npm test; }');
});

test('every row of the threat model has a test that is there', () => {
  const rows = read('docs/security.md')
    .split('\n')
    .filter((line) => /^\| T\d/.test(line));
  expect(rows.length).toBeGreaterThanOrEqual(22);
  for (const row of rows) {
    const shownBy = row.split(' | ').at(-1) ?? '';
    // A name without a folder stands in the folder of the one before it.
    let folderOfLast = '';
    const tests = [...shownBy.matchAll(/`([\w./-]+\.ts|test\/[\w/]+\/)`/g)].map(([, name = '']) => {
      const file = name.includes('/') ? name : `${folderOfLast}/${name}`;
      folderOfLast = path.posix.dirname(file);
      return file;
    });
    expect([row, tests.length > 0]).toEqual([row, true]);
    expect(tests.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  }
});

test('the operator finds every variable there is, and none that is not', () => {
  const told = [...read('docs/guides/operator.md').matchAll(/`((?:PORT|HOST|[A-Z]+(?:_[A-Z]+)+))`/g)].map(
    ([, name = '']) => name,
  );
  expect([...new Set(told)].sort()).toEqual([...variableNames].sort());
});

test('every verb the docs name is one that pushin has', async () => {
  const lines: string[] = [];
  const nothing = () => Promise.reject(new Error('nobody asked'));
  const world = {
    out: (line: string) => void lines.push(line),
    err: () => {},
    startApp: nothing,
    untilStopped: nothing,
    runDemo: nothing,
    ask: nothing,
  };
  await run(['help'], {}, world);
  const verbs = [...lines.join('\n').matchAll(/^ {2}(\w+)/gm)].map(([, name = '']) => name);
  const named = pages.flatMap((page) =>
    [...read(page).matchAll(/npx pushin (\w+)/g)].map(([, name = '']) => name),
  );
  expect(named).toContain('doctor');
  expect(named.filter((name) => !verbs.includes(name))).toEqual([]);
});

test('every direct dependency has its reason written down', () => {
  const reasons = read('docs/dependencies.md');
  const covered = (name: string) =>
    reasons.includes(`\`${name}\``) || reasons.includes(`\`${name.split('/')[0]}/*\``);
  const names = Object.keys({ ...dependencies, ...devDependencies });
  expect(names.filter((name) => !covered(name))).toEqual([]);
  const told = [...reasons.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  );
  const all = [...names, ...Object.keys(optionalDependencies)];
  const isThere = (name: string) =>
    all.some((one) => one === name || one.startsWith(name.replace(/\*$/, '')));
  expect(told.filter((name) => !isThere(name))).toEqual([]);
});

test('the page of words is the one the lexicon makes', () => {
  expect(read('docs/words.md')).toBe(wordsPage());
});

test('a decision fits on thirty lines', () => {
  const decisions = folder('docs/decisions');
  expect(decisions.length).toBeGreaterThan(1);
  expect(decisions.filter((page) => read(page).trimEnd().split('\n').length > 30)).toEqual([]);
});
