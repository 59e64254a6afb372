export const prepWords: readonly string[] = [
  'prep',
  'prep time',
  'planning',
  'my prep',
  'planning period',
  'planning time',
  'prep period',
  'teacher prep',
  'my planning',
];
