import { type CommandName, commands } from '../commands.ts';
import { commandWords, meansWeek, politeWords } from './lexicon/command-words.ts';
import { isOneApart } from './near-words.ts';
import { normalize } from './normalize.ts';
import { phraseTable, phraseWords } from './phrases.ts';
import { readKind } from './read-kind.ts';
import { readWelcome } from './read-welcome.ts';
import type { Piece } from './scan.ts';

export interface CommandFound {
  readonly command: CommandName;
  readonly rest: string;
}

const names = phraseTable<CommandName>([
  ...commandWords,
  ...commands.map((command) => [command.name, command.name] as const),
]);
const polite = phraseTable(politeWords.map((words) => [words, true] as const));

/** What follows these is free text, so words that look like an answer prove nothing. */
const takesText: ReadonlySet<CommandName> = new Set<CommandName>(['routine', 'log', 'minutes', 'touchbase']);

const slash = /^\s*\/?pushin\b[\s:,]*/iu;

/** The first word that is not politeness. */
export const afterPoliteness = (words: readonly Piece[]): number => {
  let at = 0;
  for (let match = polite.at(words, at); match !== undefined; match = polite.at(words, at)) at = match.to;
  return at;
};

const misspelled = (words: readonly Piece[]): CommandName | undefined => {
  const [word] = words;
  if (words.length !== 1 || word === undefined || word.text.length < 5) return undefined;
  return commands.find(({ name }) => name.length >= 5 && isOneApart(name, word.text))?.name;
};

/** `rest` keeps lines and length where the command is the first word: a routine may be long. */
const restOf = (typed: string, command: CommandName, plain: string): string => {
  const [, first = '', rest = ''] = /^\/?(\S+)([\s\S]*)$/u.exec(typed.trim()) ?? [];
  return first.toLowerCase().replace(/[:,]$/u, '') === command ? rest.trim() : plain.trim();
};

/** A command by its name or by plain words that mean it; `/pushin` in front is not needed. */
export const readCommand = (text: string): CommandFound | undefined => {
  const typed = text.replace(slash, '');
  const asked = typed !== text || /^\s*\//u.test(text);
  const plain = normalize(typed);
  const words = phraseWords(plain);
  const at = names.at(words, 0) === undefined ? afterPoliteness(words) : 0;
  const match = names.at(words, at);
  if (match === undefined) {
    const command = misspelled(words);
    return command === undefined ? undefined : { command, rest: '' };
  }
  const command = match.value;
  const rest = meansWeek.has(match.phrase)
    ? 'week'
    : restOf(typed, command, plain.slice(words[match.to - 1]?.to ?? 0));
  const prose = readKind(plain) !== undefined || readWelcome(plain).welcome === 'no';
  if (rest !== '' && !asked && !takesText.has(command) && command !== 'ask' && prose) return undefined;
  if (match.phrase === '?' && words.length > 1) return undefined;
  return { command, rest };
};

/** `/pushin` alone, "help", "what can you do?". */
export const asksForHelp = (text: string): boolean =>
  text.replace(slash, '').trim() === '' || readCommand(text)?.command === 'help';
