/** What came in from outside, and what must not go out: an error when a package or a secret may not be here. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { secretsInHistory } from './history.ts';
import { secretsIn } from './secrets.ts';
import { supplyFaults } from './supply.ts';

const ONE_MEGABYTE = 1_000_000;

const tracked = execFileSync('git', ['ls-files', '-z'], { encoding: 'utf8' })
  .split('\0')
  .filter((file) => file !== '' && existsSync(file) && statSync(file).size < ONE_MEGABYTE);
const secrets = tracked.flatMap((file) => secretsIn(file, readFileSync(file, 'utf8')));
secrets.push(...(await secretsInHistory()));
const { faults, counts } = supplyFaults();
for (const fault of [...faults, ...secrets]) process.stderr.write(`${fault}\n`);
process.stdout.write(
  `${counts.all} packages, ${counts.runtime} of them at run time; ${tracked.length} files and their history without a secret\n`,
);
process.exitCode = faults.length + secrets.length > 0 ? 1 : 0;
