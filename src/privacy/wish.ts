import { parseArgs } from 'node:util';

const kinds = ['person', 'student', 'organization'] as const;

const options = {
  csv: { type: 'boolean' },
  yes: { type: 'boolean' },
  out: { type: 'string' },
  organization: { type: 'string' },
} as const;

/** `person "Ms. Rivera" --csv`; undefined when it does not say whom. */
export const readWish = (args: readonly string[]) => {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const [first, ...words] = positionals;
    const kind = kinds.find((known) => known === first);
    if (kind === undefined || (kind !== 'organization' && words.length === 0)) return undefined;
    return { ...values, kind, words: words.join(' ') };
  } catch {
    return undefined;
  }
};
