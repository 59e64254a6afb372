/** What every payload says in one way or another about where it comes from. */
export interface Origin {
  /** Form posts carry it as text. */
  readonly is_enterprise_install?: boolean | string | undefined;
  readonly enterprise?: { readonly id: string } | null | undefined;
  readonly enterprise_id?: string | null | undefined;
}

/**
 * Where a whole Enterprise organization installed PushIn, it is one tenant and its workspaces are none; undefined where
 * a workspace installed it by itself.
 */
export const enterpriseOf = ({
  is_enterprise_install,
  enterprise,
  enterprise_id,
}: Origin): string | undefined =>
  String(is_enterprise_install) === 'true' ? (enterprise?.id ?? enterprise_id ?? undefined) : undefined;

export const isEnterprise = (tenantId: string): boolean => tenantId.startsWith('E');
