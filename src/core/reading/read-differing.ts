import type { StudentLine } from '../minutes/tracks.ts';
import type { VisitSetting } from '../visit-setting.ts';

/** One student's own mandate: “Otter: 1 × 20 outside”. */
export interface Differing extends StudentLine {
  readonly alias: string;
}

export type DifferingReading =
  | { readonly ok: true; readonly lines: readonly Differing[] }
  /** What could not be read, as it was typed; an alias that is not among the students. */
  | { readonly ok: false; readonly why: 'unclear' | 'unknown-alias'; readonly piece: string };

const places: readonly (readonly [RegExp, VisitSetting])[] = [
  [/\b(?:adults?|consult|talk|teacher)/i, 'consult'],
  [/\b(?:either|or out)/i, 'either'],
  [/\b(?:out|pull)/i, 'pull_out'],
  [/\b(?:in|push|class)/i, 'push_in'],
];
const AMOUNT = /^(\d{1,2})\s?[x×*]\s?(\d{1,3})\b/i;

/** “Otter: 1 × 20 outside; Bee: 3 × 30”, with semicolons or line by line; what is not said is as for everybody. */
export const readDiffering = (
  text: string,
  aliases: readonly string[],
  usual: VisitSetting,
): DifferingReading => {
  const lines: Differing[] = [];
  for (const piece of text.split(/[;\n]/).map((one) => one.trim())) {
    if (piece === '') continue;
    const colon = piece.lastIndexOf(':');
    const wanted = piece.slice(0, Math.max(0, colon)).trim().toLowerCase();
    const rest = piece.slice(colon + 1).trim();
    const amount = AMOUNT.exec(rest);
    const [count, minutes] = [Number(amount?.[1]), Number(amount?.[2])];
    const isPossible = count >= 1 && minutes >= 5 && minutes <= 120;
    if (colon < 1 || amount === null || !isPossible) return { ok: false, why: 'unclear', piece };
    const alias = aliases.find((known) => known.toLowerCase() === wanted);
    if (alias === undefined) return { ok: false, why: 'unknown-alias', piece: piece.slice(0, colon) };
    const where = rest.slice(amount[0].length);
    const setting = places.find(([words]) => words.test(where))?.[1] ?? usual;
    lines.push({ alias, count, minutes, setting });
  }
  return { ok: true, lines };
};
