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

const build = (folder: string): void => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['build.js'], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0)
    throw new Error(`npm run build fails, so there is nothing to measure:\n${stdout}${stderr}`);
};

export const prepareCheckouts = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'pushin-bench-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const source = await copy('source', folder);
    const built = await copy('built', folder);
    build(join(folder, 'built'));
    return { folder, source, built, remove };
  } catch (fault) {
    await remove();
    throw fault;
  }
};
export type Checkouts = Awaited<ReturnType<typeof prepareCheckouts>>;
