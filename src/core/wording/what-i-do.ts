import type { Card } from '../card.ts';
import type { Discipline } from '../people.ts';
import { disciplineLabel } from './disciplines.ts';
import { text } from './parts.ts';

/** In words for somebody who has never worked with one (needs 32): what it is about, and what it looks like in class. */
const whatTheyDo: Readonly<Record<Discipline, readonly [about: string, inClass: string]>> = {
  ot: [
    'How hands, body and senses get through a school day: pencils and scissors, zippers and lunch boxes, sitting comfortably, staying calm in noise.',
    'In class you will see a tool, a seat or a step changed for everybody, and tried until it works without help.',
  ],
  speech: [
    'How children understand and say things: sounds, words, sentences, stories, taking turns in talk; also with pictures or a device.',
    'In class you will see modelling, longer pauses than feel natural, and key words or pictures on the table.',
  ],
  pt: [
    'How children move through school safely: sitting, stairs, hallways, playground, PE, keeping up with the others.',
    'In class you will see furniture adjusted, movement built into the lesson, and games everybody can join.',
  ],
  counseling: [
    'Feelings, friendships and calming down: noticing what is going on inside, and finding words and ways for it.',
    'In class you will see check-ins, short lessons for everybody, and quiet help when something has gone wrong.',
  ],
  behavior: [
    'What a behavior is for, and what can take its place: clear routines, early signs, praise that teaches.',
    'In class you will see watching first, then small changes before trouble starts, and the same few words each time.',
  ],
  setss: [
    'Special Education Teacher Support: learning what the class learns, in smaller steps and by other ways.',
    'In class you will see directions broken down, examples worked side by side, and tools the whole table may use.',
  ],
};

/** Opened by a tap, for that person alone. */
export const whatIDoCard = (name: string, discipline: Discipline): Card => {
  const [about, inClass] = whatTheyDo[discipline];
  return {
    kind: 'what-i-do',
    push: `What ${name} does`,
    title: `${name}: ${disciplineLabel[discipline]}`,
    parts: [text(about), text(inClass)],
    actions: [],
  };
};
