/** An element whose index comes from the list itself, which the compiler cannot know. */
export const at = <T>(list: { readonly [index: number]: T }, index: number): T => list[index] as T;
