/** Facts about a log line: ids, counts, durations. Never a name, never what somebody typed. */
type LogFields = Readonly<Record<string, unknown>>;

/** `error` means somebody must act; a healthy app logs none. */
export interface Log {
  info(fields: LogFields, event: string): void;
  warn(fields: LogFields, event: string): void;
  error(fields: LogFields, event: string): void;
}
