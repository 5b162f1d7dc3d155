import { existsSync } from 'node:fs';
import {
  SEED_CARD_ID,
  startSandbox,
  type RunningSandbox,
  type SandboxOptions,
} from '../../../src/sandbox/index.js';
import type { CleanupScope } from './cleanup-scope.js';
import { EVENT_RECORDER } from './event-recorder.js';
import { MINUTE, MONDAY_11 } from './instants.js';
import { startServer } from './start-server.js';
import { staticPages } from './static-pages.js';
import { createWalletBackend } from './wallet-backend.js';
import { ELEMENT_SCRIPT, RECORDER_SCRIPT, walletPage, type WalletPageOptions } from './wallet-page.js';

/** A wallet's page and the servers behind it. */
export interface WalletOptions extends WalletPageOptions {
  /** Further pages, by path. */
  readonly pages?: Readonly<Record<string, string>>;
  /** Headers of the page and its files. */
  readonly headers?: Record<string, string>;
  /** EnKash and Signzy. By default the customer is in progress, and an audit takes a minute. */
  readonly sandbox?: Omit<SandboxOptions, 'now'>;
  /** The servers' time at the start, in milliseconds since 1970; defaults to `MONDAY_11`. */
  readonly at?: number;
  /** The servers' time in milliseconds since 1970, for a test that controls it itself; replaces `at` and `advance`. */
  readonly now?: () => number;
}

type Method = 'GET' | 'POST';
/** Responds to one request to the session endpoint instead of the backend, or calls `forward` to let it through. */
export type Interceptor = (forward: () => Promise<Response>) => Promise<Response>;

/** A partner's page with the built CDN file, the partner's backend, EnKash and Signzy, each on its own origin. */
export interface Wallet {
  /** Another site than Signzy's, as in production. */
  readonly url: string;
  readonly sandbox: RunningSandbox;
  /** The methods of all requests to the session endpoint so far. */
  readonly requests: readonly Method[];
  /** Every link that was sent to the browser. */
  readonly links: readonly string[];
  /** Advances the time of all servers, in milliseconds. */
  advance(milliseconds: number): void;
  /** Intercepts the next request of this method, or the next `times`. */
  interceptNext(method: Method, interceptor: Interceptor, times?: number): void;
  /** Holds the next request of this method until the returned function is called. */
  holdNext(method: Method): () => void;
}

/** Starts a wallet that stops with the scope. */
export const startWallet = async (scope: CleanupScope, options: WalletOptions = {}): Promise<Wallet> => {
  if (!existsSync(`.${ELEMENT_SCRIPT}`))
    throw new Error(`There is no .${ELEMENT_SCRIPT}. Run "npm run build" first.`);
  let offset = (options.at ?? MONDAY_11) - Date.now();
  const now = options.now ?? (() => Date.now() + offset);
  const sandbox = await startSandbox({
    customers: { [SEED_CARD_ID]: 'in-progress' },
    paceMs: 0,
    auditDelayMs: MINUTE,
    ...options.sandbox,
    now,
  });
  scope.after(() => sandbox.stop());
  const backend = createWalletBackend(sandbox, now);

  const requests: Method[] = [];
  const links: string[] = [];
  const interceptors: { readonly method: Method; readonly respond: Interceptor }[] = [];

  const respondToSession = async (request: Request): Promise<Response> => {
    const method = request.method === 'POST' ? 'POST' : 'GET';
    requests.push(method);
    const index = interceptors.findIndex((one) => one.method === method);
    const [interceptor] = index < 0 ? [] : interceptors.splice(index, 1);
    const forward = () => backend.handle(request);
    const response = await (interceptor ? interceptor.respond(forward) : forward());
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
    if (pathname.startsWith('/vkyc/')) return respondToSession(request);
    const script = pathname === RECORDER_SCRIPT ? EVENT_RECORDER : options.scripts?.[pathname];
    if (script !== undefined) return new Response(script, { headers: { 'content-type': 'text/javascript' } });
    if (pathname === '/favicon.ico') return new Response(null, { status: 204 });
    if (pathname !== '/') return files(request);
    return new Response(walletPage(await backend.openSession(), options), {
      headers: { 'content-type': 'text/html; charset=utf-8', ...options.headers },
    });
  });

  const interceptNext: Wallet['interceptNext'] = (method, respond, times = 1) =>
    void interceptors.push(...Array.from({ length: times }, () => ({ method, respond })));
  return {
    url: server.otherOrigin,
    sandbox,
    requests,
    links,
    advance: (milliseconds) => void (offset += milliseconds),
    interceptNext,
    holdNext(method) {
      let release: () => void = () => undefined;
      const released = new Promise<void>((resolve) => (release = resolve));
      interceptNext(method, async (forward) => {
        await released;
        return forward();
      });
      return release;
    },
  };
};

const linksIn = async (response: Response): Promise<string[]> => {
  const text = await response.text();
  return text.match(/http:\/\/127\.0\.0\.1:\d+\/[^"\s]+/g) ?? [];
};
