import { chown, stat } from 'node:fs/promises';
import { CannotStart } from '../../ports/cannot-start.ts';

/** Who the server runs as; empty when that is simply us. */
export interface Identity {
  readonly uid?: number;
  readonly gid?: number;
}

/** `nobody`: initdb wants a user that /etc/passwd knows, and every system comes with this one. */
const nobody = 65534;

/** Postgres refuses to run as root. Data an ordinary user made keeps its owner, so that both can start it in turn. */
export async function identityFor(data: string): Promise<Identity> {
  if (process.getuid?.() !== 0) return {};
  if (process.platform !== 'linux') {
    throw new CannotStart(
      'The embedded Postgres runs as root on Linux only. Start PushIn as an ordinary user, or set DATABASE_URL.',
    );
  }
  const owner = await stat(data).catch(() => undefined);
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : { uid: nobody, gid: nobody };
}

export async function hand(path: string, identity: Identity): Promise<void> {
  if (identity.uid !== undefined && identity.gid !== undefined) await chown(path, identity.uid, identity.gid);
}

/**
 * The folder may lie below one that only root can enter. The working directory is entered before the
 * identity is dropped, and /proc/self/cwd leads there without asking the folders above again.
 */
export const folderArgument = (data: string, identity: Identity): string =>
  identity.uid === undefined ? data : '/proc/self/cwd';
