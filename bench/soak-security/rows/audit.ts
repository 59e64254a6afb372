import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import type { Row } from '../row.ts';

interface Audit {
  readonly metadata?: { readonly vulnerabilities?: Readonly<Record<string, number>> };
}

const parsed = (answer: string): Audit => {
  try {
    return JSON.parse(answer) as Audit;
  } catch {
    return {};
  }
};

/** What the registry knows against the packages needed at run time. Many mirrors do not answer it. */
export const audit: Row = async () => {
  const npm = spawn('npm', ['audit', '--omit=dev', '--json'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: 60_000,
  });
  const found = parsed(await text(npm.stdout)).metadata?.vulnerabilities;
  if (found === undefined) return { skipped: 'this registry answers no audit; run npm audit where one does' };
  const { high = 0, critical = 0, total = 0 } = found;
  return { words: `${critical} critical, ${high} high, ${total} in all`, holds: high + critical === 0 };
};
