import { spawn } from 'node:child_process';
import type { Identity } from './identity.ts';

interface Ran {
  readonly ok: boolean;
  /** Why not, in the words of the program or the system (`ENOENT`, `EACCES`, …). */
  readonly reason: string;
}

/** Runs a program to its end, leaving the event loop free. */
export function run(program: string, args: string[], options: Identity & { cwd?: string }): Promise<Ran> {
  return new Promise((resolve) => {
    let said = '';
    const child = spawn(program, args, {
      ...options,
      windowsHide: true,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
    child.once('error', (error: NodeJS.ErrnoException) => {
      resolve({ ok: false, reason: error.code ?? error.message });
    });
    child.once('close', (code) => {
      resolve({ ok: code === 0, reason: said.trim() || `exit code ${code}` });
    });
  });
}
