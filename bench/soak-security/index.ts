/** `npm run soak:security`, after the tests in full size: what needs programs a user’s machine may not have. */
import type { Row } from './row.ts';
import { audit } from './rows/audit.ts';
import { pooled } from './rows/pooled.ts';
import { restoredCopy } from './rows/restored-copy.ts';

const rows: Readonly<Record<string, Row>> = { audit, restored: restoredCopy, pooled };

const wanted = process.argv.slice(2);
let broken = 0;
for (const [name, row] of Object.entries(rows)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const begun = performance.now();
  const outcome = await row();
  const seconds = Math.round((performance.now() - begun) / 1000);
  if ('skipped' in outcome) {
    console.log(`SKIPPED ${name.padEnd(9)} ${outcome.skipped}`);
    continue;
  }
  if (!outcome.holds) broken += 1;
  console.log(`${outcome.holds ? 'holds ' : 'BROKEN'}  ${name.padEnd(9)} ${outcome.words} (${seconds} s)`);
}
process.exitCode = broken > 0 ? 1 : 0;
