import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { understandLine } from './understand-line.ts';

/** Answers each line in its order, as fast as the reader takes them; ends quietly when nobody reads any more. */
export const understandStream = async (input: Readable, output: Writable): Promise<void> => {
  let broken: Error | undefined;
  const gone = new AbortController();
  output.on('error', (error: NodeJS.ErrnoException) => {
    // `| head -1` is no fault.
    if (error.code !== 'EPIPE') broken = error;
    gone.abort();
  });
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (gone.signal.aborted) break;
    const isTaken = output.write(`${JSON.stringify(understandLine(line))}\n`);
    if (!isTaken) await once(output, 'drain', { signal: gone.signal }).catch(() => undefined);
  }
  if (broken !== undefined) throw broken;
};
