/** The least a Teams bot can do: botbuilder checks the token and sends one message back. */
import { createServer } from 'node:http';
import { json } from 'node:stream/consumers';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';

const {
  PORT: port,
  TEAMS_APP_ID: appId,
  TEAMS_OPENID_METADATA_URL: metadata,
  BENCH_TOKEN: token,
} = process.env;
const channel = 'https://api.botframework.com';
const adapter = new CloudAdapter(
  new ConfigurationBotFrameworkAuthentication(
    {
      ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/',
      ToChannelFromBotOAuthScope: channel,
      ToBotFromChannelTokenIssuer: channel,
      OAuthUrl: channel,
      ToBotFromChannelOpenIdMetadataUrl: metadata,
      ToBotFromEmulatorOpenIdMetadataUrl: metadata,
    },
    {
      isValidAppId: async (candidate) => candidate === appId,
      isAuthenticationDisabled: async () => false,
      // The token it speaks with is at hand, as Entra's is for an hour; botbuilder asks for none over plain http.
      createCredentials: async () => ({
        signRequest: async (request) => {
          request.headers.set('authorization', `Bearer ${token}`);
          return request;
        },
      }),
    },
  ),
);

const server = createServer(async (request, response) => {
  try {
    const activity = await json(request);
    await adapter.processActivityDirect(request.headers.authorization ?? '', activity, async (context) => {
      await context.sendActivity(`echo: ${context.activity.text}`);
    });
    response.end();
  } catch (error) {
    console.error(error);
    response.writeHead(500).end();
  }
});
server.listen(Number(port), '127.0.0.1', () => console.log(`ready http://127.0.0.1:${port}`));
