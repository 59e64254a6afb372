const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** Characters a backslash keeps from meaning anything. */
const literal = /\\([\\`*_{}[\]()#+\-.!|=>~<&])/g;
/** Private-use characters stand for them while the marks are read. */
const BASE = 0xe000;

/** The small part of Markdown that Teams draws in a text block, as safe HTML. */
export const markdownHtml = (text: string): string => {
  const guarded = text.replace(literal, (_, char: string) => String.fromCharCode(BASE + char.charCodeAt(0)));
  const html = escaped(guarded)
    .replace(/\*\*(\S(?:.*?\S)?)\*\*/g, '<strong>$1</strong>')
    .replace(/(^|[^\w*])[*_](\S(?:.*?\S)?)[*_](?!\w)/g, '$1<em>$2</em>')
    .replace(/\[([^\]]+)\]\((https:\/\/[^\s)]+)\)/g, '<a href="$2" target="_blank" rel="noreferrer">$1</a>')
    .replace(/^[-*] (.*)$/gm, '• $1')
    .replace(/\r?\n/g, '<br>');
  return html.replace(/[\ue000-\ue0ff]/g, (char) => escaped(String.fromCharCode(char.charCodeAt(0) - BASE)));
};
