/** `npm run soak:delivery [row …]`: see docs/figures.md. */
import { rows } from './rows/index.ts';
import { openWorld } from './world.ts';

const wanted = process.argv.slice(2);
const world = await openWorld();
let broken = 0;
try {
  for (const [name, row] of Object.entries(rows)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const begun = performance.now();
    const { words, holds } = await row(world);
    if (!holds) broken += 1;
    const seconds = Math.round((performance.now() - begun) / 1000);
    console.log(`${holds ? 'holds ' : 'BROKEN'}  ${name.padEnd(12)} ${words} (${seconds} s)`);
  }
} finally {
  await world.close();
}
process.exitCode = broken > 0 ? 1 : 0;
