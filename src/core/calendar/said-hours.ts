import type { Minute, Span } from '../time.ts';

/** Hours of a day, as far as somebody said them. */
export type SaidHours =
  | { readonly is: 'all day' }
  | { readonly is: 'span'; readonly span: Span }
  /** "After 1": to the end of the day; or at 1, as long as it always is. */
  | { readonly is: 'from'; readonly minute: Minute }
  | { readonly is: 'until'; readonly minute: Minute }
  | { readonly is: 'not said' };
