/** The playground's school begins anew at each start, so nothing real is ever kept in it. */
export const demoOrganizationId = '6d61706c-6500-4000-8000-000000000000';
