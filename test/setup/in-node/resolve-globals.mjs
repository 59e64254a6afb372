const globals = new URL('./jest-globals.mjs', import.meta.url).href;

/** `@jest/globals` only says that it cannot be had outside of jest's own contexts. */
export const resolve = (specifier, context, next) =>
  specifier === '@jest/globals' ? { url: globals, shortCircuit: true } : next(specifier, context);
