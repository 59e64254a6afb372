import pg from 'pg';

type Parse = (text: string) => unknown;

/** What pg should read differently than it does: [type, its array type, how]. The numbers are Postgres's own. */
const ours: [oid: number, arrayOid: number, parse: Parse][] = [
  [1082, 1182, (text) => text], // date: a calendar day stays text; pg would make a Date at our local midnight
  [20, 1016, Number], // int8: counts and minutes stay far below 2^53
  [1700, 1231, Number], // numeric
  [1184, 1185, (text) => Number(readInstant(text))], // timestamptz: epoch milliseconds
];

// pg's own types speak of these functions as if they took numbers.
const builtin = new pg.TypeOverrides() as unknown as { getTypeParser(oid: number, format: 'text'): Parse };
const readInstant = builtin.getTypeParser(1184, 'text');
const readTexts = builtin.getTypeParser(1009, 'text');

export function createTypeParsers(): pg.TypeOverrides {
  const types = new pg.TypeOverrides();
  for (const [oid, arrayOid, parse] of ours) {
    types.setTypeParser(oid, parse);
    types.setTypeParser(arrayOid, (text: string) =>
      (readTexts(text) as (string | null)[]).map((item) => (item === null ? null : parse(item))),
    );
  }
  return types;
}
