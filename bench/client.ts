import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';

/** One request, signed and ready to go. */
export interface Shot {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Reply {
  readonly status: number;
  readonly text: string;
  /** From the first byte out to the last byte in. */
  readonly ms: number;
}

/** One kept-alive connection, one request at a time: what is measured is the server, not a queue before it. */
export const createClient = (url: string) => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return {
    post: ({ path, headers, body }: Shot): Promise<Reply> =>
      new Promise((resolve, reject) => {
        const length = String(Buffer.byteLength(body));
        const begun = performance.now();
        const sent = request(
          `${url}${path}`,
          { method: 'POST', agent, headers: { ...headers, 'content-length': length } },
          (response) => {
            text(response).then(
              (said) =>
                resolve({ status: response.statusCode ?? 0, text: said, ms: performance.now() - begun }),
              reject,
            );
          },
        );
        sent.once('error', reject);
        sent.end(body);
      }),
    close: (): void => agent.destroy(),
  };
};
