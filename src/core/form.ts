/** A form as data: a modal on Slack, a dialog on Teams. */
export interface Form {
  /** Which use case receives it, e.g. `pair`. */
  readonly name: string;
  /** Opaque id of the thing it edits; empty for something new. */
  readonly ref: string;
  /** At most 24 characters (Slack's modal title). */
  readonly title: string;
  readonly intro?: string;
  readonly fields: readonly Field[];
  /** At most 24 characters. */
  readonly submit: string;
}

interface FieldBase {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: true;
}

export type Field =
  | (FieldBase & {
      readonly kind: 'text';
      readonly value?: string;
      readonly placeholder?: string;
      readonly multiline?: true;
      /** In characters; adapters enforce it as well as they can, the use case again. */
      readonly maxLength: number;
    })
  | (FieldBase & { readonly kind: 'choice'; readonly options: readonly Option[]; readonly value?: string })
  | (FieldBase & {
      readonly kind: 'choices';
      readonly options: readonly Option[];
      readonly value?: readonly string[];
    })
  /** Value `YYYY-MM-DD`. */
  | (FieldBase & { readonly kind: 'date'; readonly value?: string })
  /** Value `HH:MM`, 24-hour. */
  | (FieldBase & { readonly kind: 'time'; readonly value?: string });

export interface Option {
  /** At most 75 characters. */
  readonly value: string;
  /** At most 75 characters. */
  readonly label: string;
}

/** What was filled in: `choices` give an array, everything else a string (empty when left blank). */
export type FormValues = Readonly<Record<string, string | readonly string[]>>;

/** One sentence per refused field, by field name; the form stays open with everything typed still there. */
export type Faults = Readonly<Record<string, string>>;
