/** Teams tenants are numbered in the last part of their id. */
const prefix = '00000000-0000-4000-8000-';

export const firstTenant = `${prefix}000000000000`;

/** In SQL, where the organization's number is `i`. */
export const tenantInSql = `'${prefix}' || lpad(i::text, 12, '0')`;
