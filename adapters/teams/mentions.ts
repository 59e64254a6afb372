import type { Activity } from './activity.ts';

/** What somebody said to us: our own name left out, other people as `<@id>`. */
export const wordsOf = (activity: Activity): string => {
  let text = activity.text ?? '';
  for (const { type, text: written, mentioned } of activity.entities ?? []) {
    if (type !== 'mention' || mentioned === undefined) continue;
    const tag = written || `<at>${mentioned.name ?? ''}</at>`;
    const shown = mentioned.id === activity.recipient.id ? ' ' : `<@${mentioned.id}>`;
    text = text.replace(tag, () => shown);
  }
  return text
    .replace(/<\/?at(?: [^<>]*)?>/g, '')
    .replace(/&nbsp;|\u00a0/g, ' ')
    .replace(/\r\n?/g, '\n')
    .trim();
};
