import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { secretsIn } from './secrets.ts';

/** Made by tools, long, and looked at as files. */
const not = [':!package-lock.json', ':!*.png', ':!*.svg'];

/**
 * Secrets in any line that was ever added: one that was taken out again is still in the history. Of a shallow clone,
 * as much as there is.
 */
export const secretsInHistory = async (folder = '.'): Promise<string[]> => {
  const log = spawn(
    'git',
    ['log', '-p', '-U0', '--no-color', '--no-ext-diff', '--format=commit %h', '--', '.', ...not],
    { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const found: string[] = [];
  let commit = '';
  let added: string[] = [];
  const look = () => {
    found.push(
      ...secretsIn(commit, added.join('\n')).map((fault) => fault.replace(/:\d+:/, ' in the history:')),
    );
    added = [];
  };
  for await (const line of createInterface({ input: log.stdout })) {
    if (line.startsWith('diff --git ')) look();
    else if (line.startsWith('commit ')) {
      look();
      commit = line;
    } else if (line.startsWith('+')) added.push(line.slice(1));
  }
  look();
  return found;
};
