/** One line, and nothing a terminal would obey: what files hold is shown to whoever imports them. */
export const plainText = (text: string): string => text.replaceAll(/\p{Cc}+/gu, ' ').trim();
