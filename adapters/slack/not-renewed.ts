/** A workspace's token has ended and Slack did not give the next one yet. */
export class NotRenewed extends Error {
  override readonly name = 'NotRenewed';
}
