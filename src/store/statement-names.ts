/** Lists of any length make texts without end; beyond so many each is read and planned anew, as all once were. */
const mostNames = 1_000;

/** A migration elsewhere may add a column, and Postgres refuses to run a kept plan that would then answer otherwise. */
const answersAllColumns = /(?:select|returning) (?:"\w+"\.)?\*/;

const names = new Map<string, string>();

/** The name under which a connection keeps a statement's plan; undefined when it should keep none. */
export const statementName = (text: string): string | undefined => {
  const known = names.get(text);
  if (known !== undefined || names.size >= mostNames || answersAllColumns.test(text)) return known;
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
};
