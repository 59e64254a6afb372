const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/**
 * What the person typed, out of Slack's notation (docs.slack.dev/messaging/formatting-message-text#parsing):
 * people stay `<@U1>`, the bot itself goes, channels, groups and links become their names.
 */
export const plainWords = (text: string, botUserId: string | undefined): string =>
  text
    .replace(/<([^<>]+)>/g, (_, inner: string) => {
      const [target = '', label] = inner.split('|');
      if (target.startsWith('@')) return target === `@${botUserId}` ? '' : `<${target}>`;
      if (target.startsWith('#')) return `#${label || target.slice(1)}`;
      if (target.startsWith('!')) return label ?? `@${target.slice(1).split('^')[0]}`;
      return label ?? target.replace(/^mailto:|^tel:/, '');
    })
    .replace(/&(?:amp|lt|gt);/g, (entity) => entities[entity] ?? entity)
    .trim();
