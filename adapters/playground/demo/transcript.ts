import type { Seat } from '../seats.ts';
import { rowOf, type Sheet } from './sheet.ts';

export interface Paper {
  /** One line or several. */
  print(text: string): void;
  readonly colors: boolean;
}

const platforms = { slack: 'Slack', teams: 'Teams' } as const;
/** Narrow enough for half a screen beside an editor. */
const WIDTH = 92;

const wrapped = (text: string, width: number): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
};

/** Tells what happens, in lines a stranger can read. */
export const createTranscript = ({ print, colors }: Paper, zone: string) => {
  const ansi = (code: number) => (text: string) => (colors ? `\u001b[${code}m${text}\u001b[0m` : text);
  const [bold, dim, green, red] = [ansi(1), ansi(2), ansi(32), ansi(31)];
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  });
  let lastMoment = '';
  let actor = '';
  let brief = false;

  /** "Mon Nov 9, 7:40 AM" */
  const moment = (at: number): string => {
    const part = Object.fromEntries(clock.formatToParts(at).map(({ type, value }) => [type, value]));
    return `${part['weekday']} ${part['month']} ${part['day']}, ${part['hour']}:${part['minute']} ${part['dayPeriod']}`;
  };

  const time = (at: number): void => {
    const now = moment(at);
    if (now === lastMoment) return;
    lastMoment = now;
    actor = '';
    print(`\n${dim('──')} ${bold(now)} ${dim('─'.repeat(WIDTH - now.length - 4))}`);
  };

  /** The line a card begins with says whose it is, unless it answers the deed just told. */
  const frame = (head: string, { title, lines, buttons, submit }: Sheet & { submit?: string }): void => {
    const row = (text: string, look = (words: string) => words): string[] =>
      wrapped(text, WIDTH - 6).map(look);
    const content = [
      ...(head === '' ? [] : row(head, dim)),
      ...(title === '' ? [] : row(title, bold)),
      ...lines.flatMap(({ text, button, row: buttonRow }) =>
        row(buttonRow ? rowOf(buttonRow) : button ? `${text}  [${button.label}]` : text),
      ),
      ...(submit === undefined ? [] : [`[${submit}]`]),
      ...(buttons.length === 0 ? [] : row(rowOf(buttons))),
    ];
    const edge = (index: number): string => {
      return index === 0 ? '╭' : index === content.length - 1 ? '╰' : '│';
    };
    for (const [index, line] of content.entries()) print(`    ${dim(edge(index))} ${line}`);
  };

  const oneLine = (head: string, words: string): void =>
    print(`    ${dim('╶')} ${head === '' ? '' : `${dim(head.replace(/:?$/, ':'))} `}${words}`);

  const name = (seat: Seat): string => `${seat.name} · ${platforms[seat.platform]}`;

  return {
    moment,
    time,
    chapter: (title: string): void => print(`\n${bold(title)}`),
    say: (text: string): void => {
      for (const line of wrapped(text, WIDTH)) print(dim(line));
    },
    deed: (seat: Seat, what: string): void => {
      actor = seat.id;
      print(`  ▸ ${bold(seat.name)} ${dim(`· ${platforms[seat.platform]}`)}  ${what}`);
    },
    card: (
      seat: Seat,
      sheet: Sheet,
      { changed, glimpsed }: { readonly changed: boolean; readonly glimpsed?: string },
    ): void => {
      const head = [...(seat.id === actor ? [] : [name(seat)]), ...(changed ? ['now reads:'] : [])].join(
        ' · ',
      );
      if (brief || glimpsed !== undefined)
        oneLine(head, glimpsed || sheet.title || (sheet.lines[0]?.text ?? ''));
      else frame(head, sheet);
    },
    form: (title: string, filled: readonly (readonly [string, string])[], submit: string): void => {
      if (brief) oneLine(`${title}:`, `${filled.map(([, value]) => value).join(' · ')} [${submit}]`);
      else frame('', { title, lines: filled.map((one) => ({ text: one.join(': ') })), buttons: [], submit });
    },
    /** What resembles something told before is told by its first lines. */
    inBrief: async (part: () => Promise<void>): Promise<void> => {
      brief = true;
      await part();
      brief = false;
    },
    held: (sentence: string): void => print(`  ${green('✓')} ${sentence}`),
    broken: (sentence: string, seen: string): void => {
      print(`  ${red('✗')} ${sentence}`);
      for (const line of `What was seen instead:\n${seen}`.split('\n')) print(`    ${line}`);
    },
  };
};

export type Transcript = ReturnType<typeof createTranscript>;
