import type pg from 'pg';
import { createDatabase } from '../../src/store/pool.ts';
import type { Db } from '../../src/store/schema.ts';

/** The same database, on which one statement fails: before it is carried out, or after, with its answer lost. */
export const failingDatabase = (pool: pg.Pool, nth: number, when: 'before' | 'after') => {
  let count = 0;
  const cut = new Error('the connection was cut');
  const client = (real: pg.PoolClient): pg.PoolClient =>
    new Proxy(real, {
      get: (target, name) => {
        const value = Reflect.get(target, name) as unknown;
        if (name !== 'query') return typeof value === 'function' ? value.bind(target) : value;
        return async (...query: [string, unknown[]]) => {
          count += 1;
          if (count !== nth) return target.query(...query);
          if (when === 'after') await target.query(...query);
          throw cut;
        };
      },
    });
  const failing = { connect: async () => client(await pool.connect()) } as unknown as pg.Pool;
  const db: Db = createDatabase(failing);
  return { db, hasFailed: () => count >= nth };
};
