type Outcome =
  | { readonly words: string; readonly holds: boolean }
  /** What this machine would need. */
  | { readonly skipped: string };

export type Row = () => Promise<Outcome>;
