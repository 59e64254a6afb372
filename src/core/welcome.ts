/** Whether a visit is welcome; a no counts more than any fit. */
export const welcomes = ['yes', 'maybe', 'no'] as const;
export type Welcome = (typeof welcomes)[number];
