import { lstat, readFile, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

interface Link {
  readonly source: string;
  readonly target: string;
}

/** npm archives hold no symlinks. The package makes them in an install script, which npm may not have run. */
export async function linkLibraries(packageDir: string): Promise<void> {
  const list = await readFile(join(packageDir, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  await Promise.all((JSON.parse(list) as Link[]).map((link) => ensureLink(packageDir, link)));
}

async function ensureLink(packageDir: string, { source, target }: Link): Promise<void> {
  const path = join(packageDir, target);
  if (await lstat(path).catch(() => undefined)) return;
  await symlink(relative(dirname(target), source), path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error; // another process was quicker
  });
}
