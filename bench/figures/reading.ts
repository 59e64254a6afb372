import recognizers from '@microsoft/recognizers-text-suite';
import { parse } from 'chrono-node';
import { readMessage } from '../../src/core/reading/read-message.ts';
import { readTimePhrase } from '../../src/core/reading/read-time-phrase.ts';
import type { Figure } from '../figure.ts';
import { longMessages, messages, phrases } from '../phrases.ts';
import { median, percentile } from '../statistics.ts';

const rounds = 5;
const at = new Date('2026-11-09T07:40:00');
const now = { date: '2026-11-09', minute: 460 };
const asked = { day: '2026-11-10', start: 600, end: 630 };
const bells = new Map([['lunch', { start: 705, end: 750 }]]);

const readers = {
  phrase: (text: string) => readTimePhrase(text, { now, bells, schoolDay: true }),
  message: (text: string) => readMessage(text, { role: 'teacher', now, asked }),
  chrono: (text: string) => parse(text, at),
  recognizers: (text: string) =>
    recognizers.recognizeDateTime(text, recognizers.Culture.English, undefined, at),
};
type Reader = keyof typeof readers;

/** Milliseconds of each text. */
const timesOf = (reader: Reader, texts: readonly string[]): number[] =>
  texts.map((text) => {
    const before = performance.now();
    readers[reader](text);
    return performance.now() - before;
  });

const mean = (times: readonly number[]): number => times.reduce((sum, time) => sum + time, 0) / times.length;

/** What each text takes, whatever else the machine did in one of the rounds. */
const typical = (rounds: readonly (readonly number[])[]): number[] =>
  (rounds[0] ?? []).map((_, text) => median(rounds.map((times) => times[text] ?? 0)));

const inTurns = (texts: readonly string[], names: readonly Reader[]): Record<Reader, number[][]> => {
  const of: Record<Reader, number[][]> = { phrase: [], message: [], chrono: [], recognizers: [] };
  // The first round pays for compiling and for the libraries' own tables.
  for (let round = 0; round <= rounds; round += 1)
    for (const name of names) {
      const times = timesOf(name, texts);
      if (round > 0) of[name].push(times);
    }
  return of;
};

/**
 * What reading one time, one message and the longest message cost. The baseline is chrono-node (and Microsoft's
 * recognizers, where the name says so) on the same texts in the same run.
 */
export const readingFigures = (): Figure[] => {
  const short = inTurns(phrases, ['phrase', 'chrono', 'recognizers']);
  const whole = inTurns(messages, ['message', 'chrono', 'recognizers']);
  const long = inTurns(longMessages, ['message', 'chrono']);
  const figure = (
    name: string,
    ours: number[][],
    baseline: number[][],
    what: (times: readonly number[]) => number,
  ): Figure => ({ name, unit: 'ms', value: what(typical(ours)), baseline: what(typical(baseline)) });
  const p99 = (times: readonly number[]) => percentile(times, 0.99);
  const most = (times: readonly number[]) => Math.max(...times);
  return [
    { ...figure('read-time', short.phrase, short.chrono, mean), aim: 1 },
    figure('read-time-recognizers', short.phrase, short.recognizers, mean),
    figure('read-time-p99', short.phrase, short.chrono, p99),
    figure('read-message', whole.message, whole.chrono, mean),
    figure('read-message-recognizers', whole.message, whole.recognizers, mean),
    figure('read-message-p99', whole.message, whole.chrono, p99),
    figure('read-longest', long.message, long.chrono, most),
  ];
};
