import { readFileSync } from 'node:fs';
import { equivalent } from './equivalent.js';

/** Which lines and columns a change stands for, as one line of text. */
const textAt = (source, { start, end }) => {
  const lines = source.split('\n').slice(start.line - 1, end.line);
  lines.push(lines.pop().slice(0, end.column - 1));
  lines[0] = lines[0].slice(start.column - 1);
  return lines.join(' ').replace(/\s+/g, ' ');
};

/** Of the changes in Stryker's report that mean anything: how many there are, and how many no test noticed. */
export const scoreOf = (report) => {
  const { files } = JSON.parse(readFileSync(report, 'utf8'));
  const changes = Object.entries(files).flatMap(([file, { source, mutants }]) =>
    mutants.map(({ status, location, replacement = '' }) => ({
      status,
      isSame: equivalent.some(
        (one) =>
          one.file === file &&
          one.from === textAt(source, location) &&
          one.to === replacement.replace(/\s+/g, ' '),
      ),
    })),
  );
  const missed = changes.filter(({ status }) => ['Survived', 'NoCoverage'].includes(status));
  const all = changes.filter(({ status }) => ['Killed', 'Timeout'].includes(status)).length + missed.length;
  const same = missed.filter(({ isSame }) => isSame).length;
  return { all, same, missed: missed.length - same };
};
