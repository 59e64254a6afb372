import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // alive, but another user's
  }
}

/** Ended, but not yet collected; where a container's first process never collects, it stays so for good. */
function isZombie(pid: number): boolean {
  try {
    return / Z /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return false; // not Linux
  }
}

/** A fast shutdown ends transactions and flushes; milliseconds it may take before the server is cut off. */
const fastLimit = 8_000;

export async function stopServer(pid: number): Promise<void> {
  if (!isAlive(pid)) return;
  process.kill(pid, 'SIGINT'); // fast shutdown
  const cutOff = performance.now() + fastLimit;
  let cut = false;
  while (isAlive(pid)) {
    if (!cut && performance.now() > cutOff) {
      cut = true;
      process.kill(pid, 'SIGQUIT'); // immediate shutdown; the log is replayed at the next start
    }
    await delay(10);
  }
}
