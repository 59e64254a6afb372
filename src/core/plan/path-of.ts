/** `classes[3].week.Tue[1].end`; the whole file is called so. */
export const pathOf = (keys: readonly PropertyKey[]): string =>
  keys
    .map((key, nth) => (typeof key === 'number' ? `[${key}]` : nth === 0 ? String(key) : `.${String(key)}`))
    .join('') || 'the caseload';
