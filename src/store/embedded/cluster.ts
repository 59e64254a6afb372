import { randomBytes, randomUUID } from 'node:crypto';
import { access, constants, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { CannotStart } from '../../ports/cannot-start.ts';
import type { Binaries } from './binaries.ts';
import { folderArgument, hand, type Identity, identityFor } from './identity.ts';
import { run } from './run.ts';

/** One folder of ours: `postgres/` (the database cluster), `postgres.log`, `url`. */
export interface Cluster {
  readonly folder: string;
  readonly data: string;
  readonly logFile: string;
  readonly identity: Identity;
  readonly password: string;
  /** Binaries are only made ready when they are needed: a running server is joined without them. */
  binaries(): Promise<Binaries>;
}

type PrepareBinaries = (identity: Identity) => Promise<Binaries>;

export async function openCluster(folder: string, prepare: PrepareBinaries): Promise<Cluster> {
  const data = join(folder, 'postgres');
  const identity = await identityFor(data);
  let prepared: Promise<Binaries> | undefined;
  const binaries = () => {
    prepared ??= prepare(identity);
    return prepared;
  };
  await makeFolder(folder);
  if (!(await exists(join(data, 'PG_VERSION'))))
    await createCluster(folder, data, identity, await binaries());
  const password = await readPassword(folder, data);
  return { folder, data, logFile: join(folder, 'postgres.log'), identity, password, binaries };
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await makePath(folder);
    await access(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new CannotStart(
      `The data folder ${folder} cannot be used (${code}). Name another with PUSHIN_DATA_DIR.`,
    );
  }
}

/**
 * Level by level: with `recursive`, Node 20 tries for ever where the folder above is there and the system still answers
 * ENOENT, as below /proc.
 */
async function makePath(folder: string): Promise<void> {
  if (await isFolder(folder)) return;
  const above = dirname(folder);
  if (above !== folder) await makePath(above);
  await mkdir(folder, { mode: 0o700 }).catch(async (error) => {
    if (!(await isFolder(folder))) throw error; // another start was quicker
  });
}

const isFolder = (path: string) =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

const exists = (path: string) =>
  stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT',
  );

/** Made under another name and renamed: neither a killed start nor two at once leave half a cluster. */
async function createCluster(folder: string, data: string, identity: Identity, binaries: Binaries) {
  const fresh = join(folder, `postgres.new-${randomUUID()}`);
  const secret = await mkdtemp(join(tmpdir(), 'pushin-'));
  const passwordFile = join(secret, 'password');
  try {
    const password = randomBytes(24).toString('base64url');
    await writeFile(passwordFile, password, { mode: 0o600 });
    await hand(passwordFile, identity);
    await hand(secret, identity);
    await mkdir(fresh, { mode: 0o700 });
    await hand(fresh, identity);
    const ran = await run(binaries.initdb, initdbArguments(folderArgument(fresh, identity), passwordFile), {
      ...identity,
      cwd: fresh,
    });
    if (!ran.ok) throw new CannotStart(`The database could not be created in ${folder}: ${ran.reason}`);
    await writeFile(join(fresh, 'pushin.password'), password, { mode: 0o600 });
    await hand(join(fresh, 'pushin.password'), identity);
    await rename(fresh, data).catch((error: NodeJS.ErrnoException) => {
      if (!['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(error.code ?? '')) throw error; // another start was quicker
    });
  } finally {
    await rm(secret, { recursive: true, force: true });
    await rm(fresh, { recursive: true, force: true });
  }
}

/** The builtin locale sorts and folds Unicode the same on every system. */
const initdbArguments = (data: string, passwordFile: string) => [
  ...['-D', data, '-U', 'pushin', '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8'],
  ...[
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-sync',
    '--no-instructions',
  ],
];

async function readPassword(folder: string, data: string): Promise<string> {
  try {
    return await readFile(join(data, 'pushin.password'), 'utf8');
  } catch (error) {
    const why =
      (error as NodeJS.ErrnoException).code === 'EACCES' ? 'belongs to another user' : 'is not one of ours';
    throw new CannotStart(`The data folder ${folder} ${why}. Name another with PUSHIN_DATA_DIR.`);
  }
}
