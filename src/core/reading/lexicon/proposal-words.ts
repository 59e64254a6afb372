/** These end in a question mark and still offer a time rather than ask about a class. */
export const proposalStarts: readonly string[] = [
  'how about',
  'what about',
  'what if',
  'hows about',
  'can you come',
  'could you come',
  'can you do',
  'could you do',
  'can we do',
  'could we do',
  'would',
  'maybe',
];
