/** `npm run soak:properties [rounds]`: every suite with a property in it, with other cases in each round. */
import { spawnSync } from 'node:child_process';
import { randomInt } from 'node:crypto';

const rounds = Number(process.argv[2] ?? 10);
const broken: number[] = [];
for (let round = 1; round <= rounds; round += 1) {
  const seed = randomInt(2 ** 31);
  console.log(`\nround ${round} of ${rounds}: PUSHIN_SEED=${seed}`);
  const { status } = spawnSync('npm', ['test', '--', '--findRelatedTests', 'test/setup/properties.ts'], {
    env: { ...process.env, PUSHIN_SEED: String(seed) },
    stdio: 'inherit',
  });
  if (status !== 0) broken.push(seed);
}
console.log(`\nsoak:properties: ${rounds} rounds, ${broken.length} broken`);
for (const seed of broken) console.log(`to see it again: PUSHIN_SEED=${seed} npm test`);
process.exitCode = broken.length > 0 ? 1 : 0;
