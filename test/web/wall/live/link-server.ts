import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** What the test lets a server do with a listener (`stream`) and with the question who is there (`head`). */
type Manners = { stream: number; head: number | 'says nothing' };

export type LinkServer = {
  readonly address: string;
  readonly manners: Manners;
  readonly listened: () => number; // how often a stream was asked for
  readonly asked: () => number; // how often the question was put
  readonly open: () => number; // streams and questions that are open now
  say(event: string, data: unknown): void;
  breakStreams(): void;
  leave(): Promise<void>; // nothing listens at the port any more
  comeBack(): Promise<void>;
};

/** A small real server of a page with a link alone on it. */
export async function serveLink(): Promise<LinkServer> {
  const files = await linkPage();
  const manners: Manners = { stream: 200, head: 200 };
  const streams = new Set<ServerResponse>();
  const questions = new Set<ServerResponse>();
  let listened = 0;
  let asked = 0;
  const keep = (answer: ServerResponse, within: Set<ServerResponse>) => {
    within.add(answer);
    answer.once('close', () => within.delete(answer));
  };
  const listen = (answer: ServerResponse) => {
    listened += 1;
    if (manners.stream !== 200) return answer.writeHead(manners.stream).end();
    keep(answer, streams);
    return answer.writeHead(200, { 'Content-Type': 'text/event-stream' }).flushHeaders();
  };
  const beAsked = (answer: ServerResponse) => {
    asked += 1;
    keep(answer, questions);
    if (manners.head !== 'says nothing') answer.writeHead(manners.head).end();
  };
  const server = createServer(({ method, url = '' }: IncomingMessage, answer) => {
    if (url === '/api/wall/stream') return void listen(answer);
    if (url === '/api/wall/board' && method === 'HEAD') return beAsked(answer);
    const file = files.get(url);
    const type = url.endsWith('.js') ? 'text/javascript' : 'text/html';
    answer.writeHead(file === undefined ? 404 : 200, { 'Content-Type': type }).end(file);
  });
  const begin = async (port: number): Promise<number> => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    const at = server.address();
    if (at === null || typeof at === 'string') throw new Error('the server has no port');
    return at.port;
  };
  const port = await begin(0);
  return {
    address: `http://127.0.0.1:${port}/`,
    manners,
    listened: () => listened,
    asked: () => asked,
    open: () => streams.size + questions.size,
    say: (event, data) => {
      for (const stream of streams) stream.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    },
    breakStreams: () => {
      for (const stream of streams) stream.destroy();
    },
    leave: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
    comeBack: async () => void (await begin(port)),
  };
}

/** The page as its files, by address. */
async function linkPage(): Promise<Map<string, string | Uint8Array>> {
  const root = fileURLToPath(new URL('./link-page/', import.meta.url));
  const built = await build({ configFile: false, logLevel: 'error', root, build: { write: false, target: 'es2022' } });
  if (!('output' in built)) throw new Error('one page is built once');
  const files = built.output.map((file): [string, string | Uint8Array] => [
    `/${file.fileName}`,
    file.type === 'chunk' ? file.code : file.source,
  ]);
  const byAddress = new Map(files);
  return byAddress.set('/', byAddress.get('/index.html') ?? '');
}
