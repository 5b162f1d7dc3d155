import { existsSync } from 'node:fs';
import { createPartnerBackend } from '../../../demo/partner-backend.js';
import {
  SEED_CARD_ID,
  startSandbox,
  type RunningSandbox,
  type SandboxOptions,
} from '../../../src/sandbox/index.js';
import { LISTENING_SCRIPT } from './listening-script.js';
import type { Scope } from './scope.js';
import { startServer } from './start-server.js';
import { staticPages } from './static-pages.js';

const SCRIPT = '/dist/cdn/enkash-vkyc-button.js';

/** Monday 23 November 2026, 11:00 in India: EnKash is open. */
export const MONDAY_11 = Date.UTC(2026, 10, 23, 5, 30);

/** A wallet's page, and the world around it. */
export interface WalletOptions {
  /** Further attributes of the tag. */
  readonly attributes?: string;
  /** Markup after the tag. */
  readonly markup?: string;
  /** Script files that the page loads before the element, by path. */
  readonly scripts?: Readonly<Record<string, string>>;
  /** Further pages, by path. */
  readonly pages?: Readonly<Record<string, string>>;
  /** Headers of the page and its files. */
  readonly headers?: Record<string, string>;
  /** EnKash and Signzy. By default the customer is in progress, and an audit takes a minute. */
  readonly sandbox?: Omit<SandboxOptions, 'now'>;
  /** When all begins, in milliseconds since 1970; `MONDAY_11` unless said. */
  readonly at?: number;
  /** The time of all servers in milliseconds since 1970, for a test that moves it itself; `at` and `pass` mean nothing then. */
  readonly now?: () => number;
}

type Method = 'GET' | 'POST';
/** Answers one request to the session endpoint in the partner's stead, or lets it `goOn`. */
type Stead = (goOn: () => Promise<Response>) => Promise<Response>;

/** A partner's page with the built CDN file, the partner's backend, EnKash and Signzy, each on an origin of its own. */
export interface Wallet {
  /** Another site than Signzy's, as in life. */
  readonly url: string;
  readonly sandbox: RunningSandbox;
  /** The methods of all requests to the session endpoint so far. */
  readonly asked: readonly Method[];
  /** Every link that was given to the browser. */
  readonly links: readonly string[];
  /** Lets time pass for all servers, in milliseconds. */
  pass(milliseconds: number): void;
  /** Has the next request of this method, or as many as said, met by someone else than the partner's backend. */
  meetNext(method: Method, stead: Stead, times?: number): void;
  /** Has the next request of this method wait until the returned function is called. */
  holdNext(method: Method): () => void;
}

/** Starts a wallet that ends with the scope. */
export const startWallet = async (scope: Scope, options: WalletOptions = {}): Promise<Wallet> => {
  if (!existsSync(`.${SCRIPT}`)) throw new Error(`There is no .${SCRIPT}. Run "npm run build" first.`);
  let ahead = (options.at ?? MONDAY_11) - Date.now();
  const now = options.now ?? (() => Date.now() + ahead);
  const sandbox = await startSandbox({
    customers: { [SEED_CARD_ID]: 'in-progress' },
    paceMs: 0,
    auditDelayMs: 60_000,
    ...options.sandbox,
    now,
  });
  scope.after(() => sandbox.stop());
  const backend = createPartnerBackend({
    enkash: sandbox,
    signedIn: SEED_CARD_ID,
    secret: crypto.randomUUID() + crypto.randomUUID(),
    now,
  });

  const asked: Method[] = [];
  const links: string[] = [];
  const steads: { readonly method: Method; readonly stead: Stead }[] = [];

  const answerSession = async (request: Request): Promise<Response> => {
    const method = request.method === 'POST' ? 'POST' : 'GET';
    asked.push(method);
    const index = steads.findIndex((one) => one.method === method);
    const [due] = index < 0 ? [] : steads.splice(index, 1);
    const response = await (due ? due.stead(() => backend(request)) : backend(request));
    if (method === 'POST') links.push(...(await linksIn(response.clone())));
    return response;
  };

  const files = staticPages({
    pages: { ...options.pages },
    folders: { '/dist/': 'dist' },
    headers: { ...options.headers },
  });
  const server = await startServer(scope, async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith('/vkyc/')) return answerSession(request);
    const script = pathname === '/listening.js' ? LISTENING_SCRIPT : options.scripts?.[pathname];
    if (script !== undefined) return new Response(script, { headers: { 'content-type': 'text/javascript' } });
    if (pathname === '/favicon.ico') return new Response(null, { status: 204 });
    if (pathname !== '/') return files(request);
    const session = await backend(new Request(new URL('/demo/session', request.url), { method: 'POST' }));
    const { endpoint } = (await session.json()) as { endpoint: string };
    return new Response(pageOf(endpoint, options), {
      headers: { 'content-type': 'text/html; charset=utf-8', ...options.headers },
    });
  });

  const meetNext: Wallet['meetNext'] = (method, stead, times = 1) =>
    void steads.push(...Array.from({ length: times }, () => ({ method, stead })));
  return {
    url: server.otherOrigin,
    sandbox,
    asked,
    links,
    pass: (milliseconds) => void (ahead += milliseconds),
    meetNext,
    holdNext(method) {
      let release: () => void = () => undefined;
      const released = new Promise<void>((resolve) => (release = resolve));
      meetNext(method, async (goOn) => {
        await released;
        return goOn();
      });
      return release;
    },
  };
};

const pageOf = (endpoint: string, { attributes = '', markup = '', scripts = {} }: WalletOptions): string =>
  `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mohar Wallet</title>
<script src="/listening.js"></script>
${Object.keys(scripts)
  .map((path) => `<script type="module" src="${path}"></script>`)
  .join('\n')}
<script type="module" src="${SCRIPT}"></script>
</head>
<body>
<h1>Mohar Wallet</h1>
<enkash-vkyc-button session-endpoint="${endpoint}" allowed-link-hosts="127.0.0.1" ${attributes}></enkash-vkyc-button>
${markup}
</body>
</html>`;

const linksIn = async (response: Response): Promise<string[]> => {
  const text = await response.text();
  return text.match(/http:\/\/127\.0\.0\.1:\d+\/[^"\s]+/g) ?? [];
};
