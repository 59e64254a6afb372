/** A spreadsheet runs what begins so; with an apostrophe before it, it is shown (OWASP ASVS 5.0, 1.2.10). */
const formula = /^[\s\uFEFF]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

const cell = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  // No NUL in a file of text; every other character stays, inside its quotes.
  const text = (typeof value === 'string' ? value : JSON.stringify(value)).replaceAll('\0', '');
  return `"${(formula.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
};

/** Rows as RFC 4180 has them, a line of names first. Nothing in a cell is a formula or ends its line. */
export const csvText = (rows: readonly Readonly<Record<string, unknown>>[]): string => {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = [names.map(cell), ...rows.map((row) => names.map((name) => cell(row[name])))];
  return `${lines.map((cells) => cells.join(',')).join('\r\n')}\r\n`;
};
