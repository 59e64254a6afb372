import type { IncomingMessage } from 'node:http';

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The playground lets anybody be anybody, so only this machine may reach it: not another host, not a web page
 * somebody happens to have open (a foreign Origin), nor one whose name was pointed at us (DNS rebinding).
 */
export const isFromThisMachine = (request: IncomingMessage): boolean => {
  const address = request.socket.remoteAddress ?? '';
  if (address !== '::1' && !/^(::ffff:)?127\./.test(address)) return false;
  const host = request.headers.host ?? '';
  if (!loopbackNames.has(host.replace(/:\d+$/, '').toLowerCase())) return false;
  if (request.method === 'GET' || request.method === 'HEAD') return true;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return false;
  const origin = request.headers.origin;
  return origin === undefined || origin === `http://${host}`;
};
