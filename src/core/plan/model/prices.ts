/** What class time costs, by the number of the class's day. */
export interface Prices {
  /** For being there at the start minute: `[minute, price]`. */
  readonly slots: ReadonlyMap<number, ReadonlyMap<number, number>>;
  /** For one more visit that day. */
  readonly crowd: ReadonlyMap<number, number>;
}
