import { sameName } from './cells.ts';

/** What a calendar writes for a day without students. */
export const closedWords: ReadonlySet<string> = new Set([
  'closed',
  'no school',
  'holiday',
  'break',
  'recess',
  'vacation',
  'schools closed',
  'school closed',
]);

/** Names that districts use for the same thing; the first is how such a day type is mostly called here. */
const alike: readonly (readonly string[])[] = [
  ['early release', 'early dismissal', 'half day', 'minimum day', 'half-day'],
  ['late start', 'delayed opening', 'late opening', 'two-hour delay', '2-hour delay', '2 hour delay'],
  ['exam day', 'exams', 'finals', 'regents'],
];

/** The day type somebody means: by its name, else by another name for the same kind of day. */
export const dayTypeNamed = <T extends { readonly name: string }>(
  words: string,
  types: readonly T[],
): T | undefined => {
  const said = sameName(words);
  const exact = types.find((type) => sameName(type.name) === said);
  if (exact) return exact;
  const group = alike.find((names) => names.includes(said.replace(/ day$/, '')) || names.includes(said));
  return group && types.find((type) => group.includes(sameName(type.name)));
};

/** “No School – Labor Day”, “Early Dismissal (12:30)”: what a free text says about the day. */
export const wordsInSummary = (summary: string): { closed: true } | { dayType: string } | undefined => {
  const text = sameName(summary).replaceAll(/[–—-]/g, ' ').replaceAll(/\s+/g, ' ');
  if (/\bno school for (parents|staff|teachers)\b/.test(text)) return undefined;
  if (/\b(no school|schools? (are |is )?closed|no classes|no students|student holiday)\b/.test(text))
    return { closed: true };
  for (const names of alike.slice(0, 2)) {
    const found = names.find((name) => text.includes(name.replaceAll('-', ' ')));
    if (found) return { dayType: found };
  }
  if (
    /\b(winter|spring|fall|thanksgiving|mid ?winter|christmas|holiday|summer) (break|recess|vacation)\b/.test(
      text,
    )
  )
    return { closed: true };
  return holidays.has(text) ? { closed: true } : undefined;
};

/** A calendar that writes only these, for a whole day, means that school is closed. */
const holidays: ReadonlySet<string> = new Set([
  'labor day',
  'thanksgiving',
  'thanksgiving day',
  'christmas day',
  "new year's day",
  'martin luther king jr. day',
  'martin luther king day',
  "presidents' day",
  'presidents day',
  'memorial day',
  'juneteenth',
  'independence day',
]);
