export const platforms = ['slack', 'teams'] as const;
export type Platform = (typeof platforms)[number];

/** Where a member can be reached. One member may have one on each platform. */
export interface Address {
  readonly platform: Platform;
  /** Slack team id or Entra tenant id. */
  readonly tenantId: string;
  readonly userId: string;
  /** What the platform needs to write first (Slack: `channel`; Teams: `serviceUrl`, `conversationId`). */
  readonly conversation: Readonly<Record<string, string>>;
}

export const roles = ['teacher', 'therapist', 'para', 'coordinator'] as const;
export type Role = (typeof roles)[number];

export const disciplines = ['ot', 'speech', 'pt', 'counseling', 'behavior', 'setss'] as const;
export type Discipline = (typeof disciplines)[number];

export interface Member {
  readonly id: string;
  /** As colleagues say it: "Ms. Rivera". */
  readonly name: string;
  readonly role: Role;
  readonly discipline: Discipline | undefined;
  readonly schoolId: string;
  readonly active: boolean;
}
