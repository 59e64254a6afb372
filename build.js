/** `npm run build`: dist/ is all the program needs besides migrations/ and its dependencies. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));

rmSync(path('dist'), { recursive: true, force: true });
const compiled = spawnSync(
  process.execPath,
  [path('node_modules/typescript/bin/tsc'), '-p', path('tsconfig.build.json')],
  { stdio: 'inherit' },
);
if (compiled.status !== 0) process.exit(compiled.status ?? 1);

// The page is bundled now, so that a built PushIn shows it without esbuild.
const unregister = register();
const { bundlePage } = await import('./adapters/playground/index.ts');
const files = await bundlePage();
await unregister();
mkdirSync(path('dist/adapters/playground/page'), { recursive: true });
for (const [name, text] of Object.entries(files))
  writeFileSync(path(`dist/adapters/playground/page/${name}`), text);

// bin/pushin.js compares this file's age with the sources'.
const now = new Date();
utimesSync(path('dist/src/cli.js'), now, now);
console.log('built dist/');
