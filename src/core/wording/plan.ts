/** What `npx pushin plan` says besides the plan. */
export const planWords = {
  usage: 'Usage: npx pushin plan CASELOAD.json [--seconds N] [--out PLAN.json]',
  /** `percent`: how far from the best possible at most; NaN or Infinity as long as nobody knows. */
  progress: (objective: number, percent: number) =>
    Number.isFinite(percent)
      ? percent < 0.005
        ? `A plan worth ${objective.toFixed(2)}, proven best.`
        : `A plan worth ${objective.toFixed(2)}, at most ${percent.toFixed(1)} % from the best possible.`
      : `A plan worth ${objective.toFixed(2)}.`,
};
