/**
 * What a log may say about something thrown: its name, its code and where it came from.
 * Never its message, which can quote what somebody typed or a row of the database.
 */
export const faultFields = (fault: unknown): Readonly<Record<string, unknown>> => {
  if (!(fault instanceof Error)) return { fault: typeof fault };
  const code = (fault as { code?: unknown }).code;
  return {
    fault: fault.name,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    at: belowMessage(fault).split('\n').filter(isFrame).slice(0, FRAMES).map(trim),
  };
};

/** The stack begins with the message, and one of several lines may look like frames. */
const belowMessage = ({ stack = '', message }: Error): string =>
  stack.includes(message) ? stack.slice(stack.indexOf(message) + message.length) : stack;

/** Enough to find the place, short enough to read in a terminal. */
const FRAMES = 6;
const isFrame = (line: string): boolean => /^\s+at .+:\d+:\d+\)?$/.test(line);
const trim = (line: string): string => line.trim();
