/** The Slack workspaces that installed PushIn by themselves. */
export interface Workspaces {
  /** Undefined for one that never installed it, or is off. */
  tokenOf(teamId: string): Promise<string | undefined>;
  /** Somebody goes to Slack's consent page. */
  begin(state: string, browser: string): Promise<void>;
  /** They came back, in the same browser, for the first time and in time. */
  cameBack(state: string, browser: string): Promise<boolean>;
  keep(team: { readonly id: string; readonly name: string; readonly token: string }): Promise<void>;
  /** Taken off, or Slack takes its token no longer: the token is wiped, and what waits to be sent is let go. */
  switchOff(teamId: string, reason: string): Promise<void>;
}
