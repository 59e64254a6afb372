import { randomUUID } from 'node:crypto';

type Json = Record<string, unknown>;

const text = (words: string): Json => ({ type: 'plain_text', text: words });
const mrkdwn = (words: string): Json => ({ type: 'mrkdwn', text: words });

export const proposal = {
  text: 'Three times fit &amp; wait',
  blocks: [
    { type: 'header', text: text('Times that fit next week') },
    {
      type: 'section',
      text: mrkdwn('Writing and centers in *Room 12*. <@U0GRADE1> &amp; you have 10:00-10:30 free.'),
    },
    {
      type: 'section',
      text: mrkdwn('*Tue 10:00-10:30 · Writing*\nFits fine motor; no test'),
      accessory: { type: 'button', action_id: 'pick', text: text('Pick Tuesday'), value: 'tue' },
    },
    { type: 'section', text: text('*Plain* <@U0GRADE1> at 9:00-9:40 &amp; inert') },
    {
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: [
            { type: 'text', text: 'Thursday: ', style: { bold: true } },
            { type: 'text', text: 'Centers 10:00-10:45\n' },
            { type: 'text', text: 'Students: ', style: { bold: true } },
            { type: 'text', text: 'K. and Otter' },
          ],
        },
      ],
    },
    { type: 'divider' },
    {
      type: 'actions',
      block_id: 'more',
      elements: [
        { type: 'button', action_id: 'all', text: text('Show all'), style: 'primary', value: 'all' },
        {
          type: 'static_select',
          action_id: 'room',
          placeholder: text('Another room'),
          options: [
            { text: text('Room 12'), value: '12' },
            { text: text('Room 14'), value: '14' },
          ],
        },
      ],
    },
    { type: 'context', elements: [mrkdwn('Asked at 7:40-7:45, before the children came')] },
  ],
};

export const pairModal = {
  type: 'modal',
  callback_id: 'pair',
  title: text('Pair with a teacher'),
  submit: text('Invite'),
  close: text('Not now'),
  private_metadata: '{"ref":""}',
  blocks: [
    {
      type: 'input',
      block_id: 'teacher',
      label: text('Teacher'),
      element: {
        type: 'static_select',
        action_id: 'value',
        options: [
          { text: text('Ms. Okafor'), value: 'okafor' },
          { text: text('Ms. Rivera'), value: 'rivera' },
        ],
      },
    },
    {
      type: 'input',
      block_id: 'focus',
      label: text('Focus areas'),
      element: {
        type: 'checkboxes',
        action_id: 'value',
        options: [
          { text: text('Fine motor'), value: 'fine' },
          { text: text('Attention'), value: 'attention' },
        ],
      },
    },
    {
      type: 'input',
      block_id: 'students',
      label: text('Students'),
      hint: text('Aliases only, like K. or Otter'),
      element: { type: 'plain_text_input', action_id: 'value', max_length: 200 },
    },
    {
      type: 'input',
      block_id: 'from',
      label: text('From'),
      optional: true,
      element: { type: 'datepicker', action_id: 'value' },
    },
  ],
};

export const home = {
  type: 'home',
  blocks: [
    { type: 'header', text: text('Your week') },
    { type: 'section', text: mrkdwn('*Tue* 10:00-10:30 in Room 12') },
    {
      type: 'actions',
      block_id: 'home',
      elements: [{ type: 'button', action_id: 'mend', text: text('Mend'), value: 'x' }],
    },
  ],
};

export interface SlackDeps {
  readonly url: () => string;
  readonly token: string;
}

/** Calls the Web API as Slack's own client does: a form whose nested fields are JSON. */
export const createSlackCaller =
  ({ url, token }: SlackDeps) =>
  async (method: string, fields: Json): Promise<Json> => {
    const form = Object.entries(fields).map(([name, value]): [string, string] => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]);
    const response = await fetch(`${url()}/playground/slack/api/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(form).toString(),
    });
    return (await response.json()) as Json;
  };

type Call = ReturnType<typeof createSlackCaller>;

/** What the stub does with each thing a person does; the value is the answer's body. */
export const answerSlack = async (call: Call, got: Json): Promise<unknown> => {
  const user = (got['user_id'] ?? (got['user'] as Json | undefined)?.['id']) as string;
  if (got['command'] !== undefined) {
    if (got['text'] === 'pair') await call('views.open', { trigger_id: got['trigger_id'], view: pairModal });
    if (got['text'] === 'schedule') await call('chat.postMessage', { channel: user, ...proposal });
    return got['text'] === 'week'
      ? { text: 'Your week', ...pickBlocks('Tue 10:00-10:30 Writing') }
      : undefined;
  }
  switch (got['type']) {
    case 'block_actions': {
      const container = got['container'] as Json;
      if (container['type'] !== 'message') return undefined;
      const done = { text: 'Picked', ...pickBlocks('*Picked:* Tue 10:00-10:30') };
      if (container['is_ephemeral'] === true) {
        await fetch(String(got['response_url']), {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ replace_original: true, ...done }),
        });
      } else {
        await call('chat.update', { channel: container['channel_id'], ts: container['message_ts'], ...done });
      }
      return undefined;
    }
    case 'view_submission': {
      const { values } = (got['view'] as { state: { values: Record<string, Record<string, Json>> } }).state;
      const students = String(values['students']?.['value']?.['value']);
      if (students.includes(' ')) {
        return { response_action: 'errors', errors: { students: 'That looks like a full name.' } };
      }
      await call('chat.postMessage', { channel: user, text: `Invited, with ${students}` });
      return undefined;
    }
    case 'event_callback': {
      const event = got['event'] as Json;
      if (event['type'] === 'app_home_opened')
        await call('views.publish', { user_id: event['user'], view: home });
      else await call('chat.postMessage', { channel: event['channel'], text: `You said: ${event['text']}` });
      return undefined;
    }
    default:
      return undefined;
  }
};

const pickBlocks = (words: string): Json => ({
  blocks: [
    { type: 'section', text: mrkdwn(words) },
    {
      type: 'actions',
      elements: [{ type: 'button', action_id: 'again', text: text('Change it'), value: randomUUID() }],
    },
  ],
});
