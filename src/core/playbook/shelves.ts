/** Things to use with any focus, by what kind of thing they are (needs 9, 41–43); at most 75 characters with its shelf. */
export const shelves = {
  game: [
    'Freeze dance with the words of the lesson',
    'Four corners: walk to your answer',
    'Ball toss: catch it, answer it, throw it on',
    'Scavenger hunt for shapes, sounds or words in the room',
    'Relay: run one fact at a time to the chart',
    'Yoga cards: one pose for each vocabulary word',
  ],
  fidget: [
    'Putty in one hand while the other works',
    'Textured strip under the desk edge',
    'Quiet fidget with a rule: in the hand, eyes up, or it rests',
    'Class makes its own: balloon and rice, a bead on a pipe cleaner',
    'Chewable pencil top, for one child or for all who like',
    'Band on the chair legs to push with the feet',
  ],
  tool: [
    'Colored pencil instead of a crayon, for a lighter grip',
    'Pencil grip or short pencil',
    'Slant board or a thick binder under the page',
    'Raised-line or highlighted paper',
    'Loop or spring scissors',
    'Word bank or sentence starters on the desk',
    'Reading window over the line',
    'Visual timer beside the work',
  ],
  calming: [
    'Five-finger breathing with everybody',
    'Count back from ten with shoulders dropping',
    'Wall pushes or chair push-ups, ten slow ones',
    'Drink of water, the long way round',
    'Hand to heart, name five things you see',
    'Quiet music and lights half down for two minutes',
  ],
  environment: [
    'Desk away from the door and the pencil sharpener',
    'Stand at the back counter with the same work',
    'Calm corner anybody may use, with a timer',
    'Half the pictures off the wall in front',
    'Tennis balls under the chairs, headphones in a basket',
    'Daily schedule in pictures where all can see it',
  ],
} as const satisfies Record<string, readonly string[]>;

export type Shelf = keyof typeof shelves;
