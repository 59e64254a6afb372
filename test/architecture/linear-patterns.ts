/** Part of `npm run check`: every regular expression of the product takes linear time, whatever text it meets. */
import { checkSync } from 'recheck';
import { readSources } from './sources.ts';

/** After one of these a slash begins a pattern, and does not divide. */
const literal =
  /(?:[(=,[:!&|?{};>]|\breturn)\s*\/((?![*/])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+)\/([dgimsuvy]*)/g;

/** The playground's page and story meet only what this machine shows them. */
const isOurs = ({ file }: { file: string }) => !/^adapters\/playground\/(?:page|demo)\//.test(file);
/** Without repetition there is nothing to repeat. */
const repeats = ({ source }: { source: string }) => /[*+{]/.test(source);

const found = readSources('src', 'adapters')
  .filter(isOurs)
  .flatMap(({ file, text }) =>
    [...text.matchAll(literal)].map(([, source = '', flags = '']) => ({ file, source, flags })),
  );
const patterns = new Map(found.filter(repeats).map((one) => [`/${one.source}/${one.flags}`, one]));

const faults: string[] = [];
for (const [pattern, { file, source, flags }] of patterns) {
  const { status } = checkSync(source, flags, { timeout: 120_000 });
  if (status !== 'safe') faults.push(`${file}: ${pattern} is ${status}`);
}
for (const fault of faults) process.stderr.write(`${fault}\n`);
process.stdout.write(`${found.length} patterns, ${faults.length} not linear\n`);
if (found.length < 50) throw new Error('the patterns of the product were not found');
process.exitCode = faults.length === 0 ? 0 : 1;
