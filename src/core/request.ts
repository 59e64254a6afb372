/** What a teacher may ask of those who come into her room (needs 28). */
export const abouts = ['hand', 'concern', 'come'] as const;
export type About = (typeof abouts)[number];

export const answers = ['on_it', 'talk', 'not_now'] as const;
export type RequestAnswer = (typeof answers)[number];
