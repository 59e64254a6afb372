/** `npm run mutation [part …]`: changes the code in small ways and counts the changes that some test notices. */
import { spawnSync } from 'node:child_process';
import { parts, reportOf } from './parts.js';
import { scoreOf } from './score.js';

const packages = ['core', 'jest-runner'].flatMap((name) => ['--package', `@stryker-mutator/${name}@9.6.1`]);
const wanted = process.argv.slice(2);
let broken = 0;
for (const [part, { atLeast }] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(part)) continue;
  console.log(`\n${part}`);
  const { status } = spawnSync(
    'npx',
    ['--yes', ...packages, 'stryker', 'run', 'test/mutation/stryker.config.js'],
    {
      env: { ...process.env, MUTATION_PART: part },
      stdio: 'inherit',
    },
  );
  if (status !== 0) {
    broken += 1;
    continue;
  }
  const { all, same, missed } = scoreOf(reportOf(part));
  const score = (100 * (all - same - missed)) / (all - same);
  if (score < atLeast) broken += 1;
  console.log(
    `${part}: ${score.toFixed(1)} % of ${all - same} changes noticed (at least ${atLeast} %); ${same} more change nothing`,
  );
}
process.exitCode = broken > 0 ? 1 : 0;
