import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A folder from which PushIn runs by `bin/pushin.js`. */
export interface Checkout {
  readonly form: 'source' | 'built';
  readonly script: string;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const parts = [
  'bin',
  'src',
  'adapters',
  'migrations',
  'package.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'build.js',
];

/** A copy, so that both forms are measured side by side and nobody's edit meanwhile changes what is. */
const copy = async (form: Checkout['form'], folder: string): Promise<Checkout> => {
  for (const part of parts) await cp(join(root, part), join(folder, form, part), { recursive: true });
  await symlink(join(root, 'node_modules'), join(folder, form, 'node_modules'));
  return { form, script: join(folder, form, 'bin/pushin.js') };
};

export const prepareCheckouts = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pushin-bench-'));
  const source = await copy('source', folder);
  const built = await copy('built', folder);
  const build = spawnSync(process.execPath, ['build.js'], { cwd: join(folder, 'built'), encoding: 'utf8' });
  if (build.status !== 0)
    throw new Error(`npm run build fails, so there is no built form:\n${build.stdout}${build.stderr}`);
  return { folder, source, built, remove: () => rm(folder, { recursive: true, force: true }) };
};
export type Checkouts = Awaited<ReturnType<typeof prepareCheckouts>>;
