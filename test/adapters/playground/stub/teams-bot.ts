type Json = Record<string, unknown>;
const CARD = 'application/vnd.microsoft.card.adaptive';

const card = (body: Json[], actions: Json[]): Json => ({
  $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
  type: 'AdaptiveCard',
  version: '1.5',
  body,
  actions,
});
const line = (text: string, more: Json = {}): Json => ({ type: 'TextBlock', text, wrap: true, ...more });
const execute = (title: string, data: Json, more: Json = {}): Json => ({
  type: 'Action.Execute',
  title,
  verb: 'ask.answer',
  data,
  fallback: { type: 'Action.Submit', title, data },
  ...more,
});

export const question = card(
  [
    line("What's happening Tuesday at 10?", { weight: 'Bolder', size: 'Large' }),
    line('Dana Whitfield would like to join **Room 12**, 10:00-10:30.'),
    {
      type: 'FactSet',
      facts: [
        { title: 'Last week', value: 'Writing \\*draft\\*' },
        { title: 'Usually', value: 'Centers' },
      ],
    },
  ],
  [
    execute('Writing', { value: 'writing' }, { style: 'positive' }),
    execute('Centers', { value: 'centers' }),
    {
      type: 'Action.Submit',
      title: 'Something else',
      data: { msteams: { type: 'task/fetch' }, form: 'answer' },
    },
    { type: 'Action.Submit', title: 'Not sure yet', data: { value: 'later' } },
  ],
);
const answered = (what: string): Json => card([line(`Thank you. **${what}** it is.`)], []);
const form = card(
  [
    line('Tell me in your own words.'),
    {
      type: 'Input.Text',
      id: 'words',
      label: 'What will it be?',
      isRequired: true,
      errorMessage: 'Please say what.',
    },
    { type: 'Input.Time', id: 'end', label: 'Until' },
    {
      type: 'Input.ChoiceSet',
      id: 'days',
      label: 'On which days?',
      isMultiSelect: true,
      choices: [
        { title: 'Tuesday', value: 'tue' },
        { title: 'Thursday', value: 'thu' },
      ],
    },
  ],
  [{ type: 'Action.Submit', title: 'Save', style: 'positive', data: { form: 'answer' } }],
);

export interface TeamsDeps {
  readonly url: () => string;
  readonly appId: string;
  readonly appPassword: string;
}

/** Calls the connector with a token from the token endpoint. */
export const createTeamsCaller = ({ url, appId, appPassword }: TeamsDeps) => {
  const token = async (): Promise<string> => {
    const response = await fetch(`${url()}/playground/teams/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: appId,
        client_secret: appPassword,
        scope: 'https://api.botframework.com/.default',
      }).toString(),
    });
    return ((await response.json()) as { access_token: string }).access_token;
  };
  return async (method: string, path: string, body?: Json): Promise<{ status: number; body: Json }> => {
    const response = await fetch(`${url()}/playground/teams${path}`, {
      method,
      headers: { authorization: `Bearer ${await token()}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: response.status, body: (await response.json()) as Json };
  };
};

type Call = ReturnType<typeof createTeamsCaller>;

export const cardMessage = (content: Json, summary: string): Json => ({
  type: 'message',
  summary,
  attachments: [{ contentType: CARD, content }],
});

/** What the stub does with each activity; the value is the answer's body. */
export const answerTeams = async (call: Call, got: Json): Promise<unknown> => {
  const chat = encodeURIComponent(String((got['conversation'] as Json)['id']));
  const say = (content: Json) => call('POST', `/v3/conversations/${chat}/activities`, content);
  const value = got['value'] as Json | undefined;
  if (got['type'] === 'message' && value === undefined) {
    await say(cardMessage(question, 'A question about Tuesday'));
    return undefined;
  }
  if (got['type'] === 'message') {
    await call(
      'PUT',
      `/v3/conversations/${chat}/activities/${String(got['replyToId'])}`,
      cardMessage(answered('Later'), 'Later'),
    );
    return undefined;
  }
  if (got['name'] === 'adaptiveCard/action') {
    const { data } = (got['value'] as { action: { data: Json } }).action;
    return {
      statusCode: 200,
      type: CARD,
      value: answered(data['value'] === 'writing' ? 'Writing' : 'Centers'),
    };
  }
  if (got['name'] === 'task/fetch') {
    const shown = { title: 'Something else', card: { contentType: CARD, content: form } };
    return { task: { type: 'continue', value: shown } };
  }
  if (got['name'] === 'task/submit') {
    const { data } = got['value'] as { data: Json };
    return { task: { type: 'message', value: `Noted: ${String(data['words'])} on ${String(data['days'])}` } };
  }
  return undefined;
};
