/** Somebody saw something else than the story says. */
export class NotAsTold extends Error {}
