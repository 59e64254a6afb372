/** A person has to change something first. The message is a whole sentence to print as it is, without a stack. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}
