import type { App, Context, NextFn, ViewSubmitAction } from '@slack/bolt';
import type { Ears } from './ears.ts';
import { listenToCommands } from './listen-command.ts';
import { listenToEvents } from './listen-event.ts';
import { listenToOutdated } from './listen-outdated.ts';
import { listenToSubmits } from './listen-submit.ts';
import { listenToTaps } from './listen-tap.ts';

const heard = async ({ context, next }: { context: Context; next: NextFn }): Promise<void> => {
  context['heard'] = true;
  await next();
};

/** Bolt verifies, parses and routes; every kind of request has a listener here. */
export const listen = (app: App, ears: Ears): void => {
  const onCommand = listenToCommands(ears);
  const onTap = listenToTaps(ears);
  const onSubmit = listenToSubmits(ears);
  const onEvent = listenToEvents(ears);
  const onOutdated = listenToOutdated(ears);

  // A payload of no known kind would wait for Slack to give up; it is refused at once instead.
  app.use(async ({ context, next, ...rest }) => {
    await next();
    if ('ack' in rest && context['heard'] !== true) throw new TypeError('slack: nobody listens to this');
  });

  app.command(/.*/, heard, ({ body, ack }) => onCommand(body, ack));
  app.action({ type: 'block_actions' }, heard, ({ body, ack }) => onTap(body, ack));
  app.action({ type: 'interactive_message' }, heard, ({ body, ack }) => onOutdated(body, ack));
  app.shortcut(/.*/, heard, ({ body, ack }) => onOutdated(body, ack));
  app.view<ViewSubmitAction>({ type: 'view_submission' }, heard, ({ body, ack }) => onSubmit(body, ack));
  app.view({ type: 'view_closed' }, heard, ({ ack }) => ack());
  app.options(/.*/, heard, ({ ack }) => ack({ options: [] }));
  app.event('message', ({ body, context }) => onEvent.message(body, context));
  app.event('app_mention', ({ body, context }) => onEvent.mention(body, context));
  app.event('app_uninstalled', ({ body }) => onEvent.ended(body, 'app_uninstalled'));
  app.event('tokens_revoked', ({ body }) => onEvent.ended(body, 'tokens_revoked'));
  app.event('user_change', ({ body }) => onEvent.account(body));
  app.event('app_home_opened', ({ body, context }) => onEvent.home(body, context));
};
