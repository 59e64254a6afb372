/** What PushIn asks a workspace for, and not more; the manifest is checked against it. */
export const scopes = [
  'app_mentions:read',
  'chat:write',
  'commands',
  'dnd:read',
  'im:history',
  'im:write',
  'users:read',
] as const;
