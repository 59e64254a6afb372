/** `npm run soak:security` asks for full sizes; `npm test` for a handful of the same. */
export const fullSize = process.env['PUSHIN_SECURITY'] === 'full';
