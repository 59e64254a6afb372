export interface Instruction {
  readonly name: string;
  readonly rest: string;
  /** Counted from 0; -1 before the first FROM. */
  readonly stage: number;
}

/** A Dockerfile's instructions, with continued lines joined and comments left out. */
export const instructionsOf = (dockerfile: string): readonly Instruction[] => {
  let stage = -1;
  return dockerfile
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('#'))
    .join('\n')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, name = '', rest = ''] = /^(\S+)\s+(.*)$/.exec(line.trim()) ?? [];
      if (name === 'FROM') stage += 1;
      return { name, rest: rest.trim(), stage };
    });
};
