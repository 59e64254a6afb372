import { chmod, cp, lstat, mkdtemp, readdir, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CannotStart } from '../../ports/cannot-start.ts';
import { linkLibraries } from './link-libraries.ts';

/**
 * Copies the 60 MB of binaries to where the server's identity can read them, once per version and user.
 * Made under another name and renamed, so that two processes at once never see half a copy.
 */
export async function copyPackage(packageDir: string, temp = tmpdir()): Promise<string> {
  const { version } = JSON.parse(await readFile(join(packageDir, 'package.json'), 'utf8')) as {
    version: string;
  };
  const target = join(temp, `pushin-pg-${version}-${process.getuid?.() ?? 'user'}`);
  if (await isWhole(target, packageDir)) return target;
  const fresh = await mkdtemp(`${target}.`);
  try {
    await cp(join(packageDir, 'native'), join(fresh, 'native'), { recursive: true, verbatimSymlinks: true });
    await linkLibraries(fresh);
    await chmod(fresh, 0o755); // mkdtemp makes 0700
    await settle(fresh, target, packageDir);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  return target;
}

async function settle(fresh: string, target: string, packageDir: string): Promise<void> {
  try {
    await rename(fresh, target);
  } catch {
    if (await isWhole(target, packageDir)) return; // another process was quicker
    await rm(target, { recursive: true, force: true });
    await rename(fresh, target);
  }
}

/** Systems tidy their temp folder, so a copy can lose files; and anybody can make a folder of that name there. */
async function isWhole(target: string, packageDir: string): Promise<boolean> {
  const found = await lstat(target).catch(() => undefined);
  if (!found) return false;
  const ours = process.getuid === undefined || (found.uid === process.getuid() && (found.mode & 0o022) === 0);
  if (!found.isDirectory() || !ours) {
    throw new CannotStart(
      `${target} was not made by this user. Remove it, or set DATABASE_URL to a Postgres 15 or newer.`,
    );
  }
  const wanted = await readdir(join(packageDir, 'native'), { recursive: true });
  const there = new Set(await readdir(join(target, 'native'), { recursive: true }).catch(() => []));
  return wanted.every((path) => there.has(path));
}
