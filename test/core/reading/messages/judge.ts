import { readFileSync } from 'node:fs';
import path from 'node:path';
import { understandLine } from '../../../../src/understand/understand-line.ts';

const fields = ['intent', 'days', 'start', 'end', 'activity', 'available'] as const;
type Answer = Readonly<Record<(typeof fields)[number], unknown>>;

interface Labelled {
  readonly text: string;
  readonly expect: Answer;
}

export interface Verdict {
  readonly exact: number;
  readonly rightIntent: number;
  readonly falseYes: readonly string[];
  /** What was read otherwise, for a person to look at. */
  readonly misses: readonly string[];
}

/** How a set of messages, written and labelled by people who had not seen the lexicon, is read. */
export const judge = (set: string): Verdict => {
  const lines = readFileSync(path.join(import.meta.dirname, `${set}.jsonl`), 'utf8')
    .trim()
    .split('\n');
  const read = lines.map((line) => ({
    labelled: JSON.parse(line) as Labelled,
    answer: understandLine(line) as Answer,
  }));
  const wrong = ({ labelled, answer }: (typeof read)[number]) =>
    fields.filter((field) => JSON.stringify(answer[field]) !== JSON.stringify(labelled.expect[field]));
  return {
    exact: read.filter((one) => wrong(one).length === 0).length,
    rightIntent: read.filter((one) => !wrong(one).includes('intent')).length,
    falseYes: read
      .filter(({ labelled, answer }) => answer.available === 'yes' && labelled.expect.available === 'no')
      .map(({ labelled }) => labelled.text),
    misses: read.flatMap((one) =>
      wrong(one).map(
        (field) =>
          `${one.labelled.text} | ${field} ${JSON.stringify(one.answer[field])}, not ${JSON.stringify(one.labelled.expect[field])}`,
      ),
    ),
  };
};
