/** The least a Slack app can do: Bolt checks the signature, routes the command, acks. Plain JavaScript: no loader to wait for. */
import { App, HTTPReceiver } from '@slack/bolt';

const port = Number(process.env.PORT);
const receiver = new HTTPReceiver({ signingSecret: process.env.SLACK_SIGNING_SECRET ?? '' });
const app = new App({ receiver, authorize: async () => ({ botToken: 'xoxb-bare' }) });
app.command('/pushin', async ({ ack }) => ack());
await receiver.start({ port, host: '127.0.0.1' });
console.log(`ready http://127.0.0.1:${port}`);
