#!/usr/bin/env node
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('..', import.meta.url);
const built = new URL('dist/src/cli.js', root);

/** A build older than any source would run yesterday's program without a word. */
const isCurrent = () => {
  if (!existsSync(built)) return false;
  const builtAt = statSync(built).mtimeMs;
  return ['src', 'adapters']
    .map((name) => fileURLToPath(new URL(name, root)))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => `${folder}/${name}`))
    .every((file) => statSync(file).mtimeMs <= builtAt);
};

if (['--version', '-v'].includes(process.argv[2])) {
  const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));
  console.log(version);
} else {
  const current = isCurrent();
  if (!current) (await import('tsx/esm/api')).register();
  const { run } = await import(current ? built.href : new URL('src/cli.ts', root).href);
  process.exitCode = await run(process.argv.slice(2), process.env);
}
