/** What Slack gives for an installation. With `renewal` the token ends, and this brings the next one. */
export interface Grant {
  readonly token: string;
  readonly renewal?: { readonly refreshToken: string; readonly seconds: number } | undefined;
}

/** Asks Slack for the next token; undefined when Slack takes this refresh token no longer. */
export type Renew = (refreshToken: string) => Promise<Grant | undefined>;

/** The Slack workspaces, and whole Enterprise organizations, that installed PushIn by themselves. */
export interface Workspaces {
  /**
   * Undefined for one that never installed it, or is off. A token that is about to end is renewed first, by one
   * instance. Rejects when it has ended and Slack cannot be reached.
   */
  tokenOf(teamId: string, renew: Renew): Promise<string | undefined>;
  /** Somebody goes to Slack's consent page. */
  begin(state: string, browser: string): Promise<void>;
  /** They came back, in the same browser, for the first time and in time. */
  cameBack(state: string, browser: string): Promise<boolean>;
  keep(team: { readonly id: string; readonly name: string; readonly grant: Grant }): Promise<void>;
  /** Taken off, or Slack takes its token no longer: the token is wiped, and what waits to be sent is let go. */
  switchOff(teamId: string, reason: string): Promise<void>;
}
