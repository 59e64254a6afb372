/** A workspace whose token we have not, or have no more. */
export class NotInstalled extends Error {
  override readonly name = 'NotInstalled';
}
