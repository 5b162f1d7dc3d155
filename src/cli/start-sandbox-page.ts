import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { listen } from '../sandbox/listen.js';
import {
  SAMPLE_STATUSES,
  SEED_CARD_ID,
  startSandbox,
  type RunningSandbox,
  type SampleStatusName,
} from '../sandbox/index.js';
import { createVkycBackend } from '../server/index.js';
import { sandboxPage } from './sandbox-page.js';

/** A sandbox with a partner's backend and page. */
export interface SandboxPage {
  /** What to open, and what a backend of one's own needs, for the terminal. */
  readonly instructions: string;
  stop(): Promise<void>;
}

const HOST = '127.0.0.1';
const BASE_PATH = '/vkyc/session';

const STATUS_NAMES = Object.keys(SAMPLE_STATUSES) as SampleStatusName[];

/** The package's own files for script tags, by its own name: this module may be bundled or not. */
const PACKAGE_SCRIPTS = dirname(
  createRequire(import.meta.url).resolve('enkash-vkyc-button/cdn/enkash-vkyc-button.js'),
);

/** The files that the page loads. */
const SCRIPTS = /^\/(enkash-vkyc-button|locales\/[a-z]{2})\.js$/;

/**
 * Starts the page and its backend on `port`, EnKash on the next port and Signzy on the one after it; 0 is any free ports.
 * Rejects with Node's own error when a port is taken.
 */
export async function startSandboxPage(port: number): Promise<SandboxPage> {
  const page = await listen(HOST, port);
  try {
    const [enkashPort, signzyPort] = port === 0 ? [0, 0] : [port + 1, port + 2];
    const sandbox = await startSandbox({ enkashPort, signzyPort });
    page.serve(createHandler(sandbox, page.origin));
    return {
      instructions: instructions(sandbox, page.origin),
      stop: async () => {
        await Promise.all([page.stop(), sandbox.stop()]);
      },
    };
  } catch (error) {
    await page.stop();
    throw error;
  }
}

function createHandler(sandbox: RunningSandbox, origin: string) {
  const vkyc = createVkycBackend({
    ...sandbox.backendSettings,
    basePath: BASE_PATH,
    secret: crypto.randomUUID(),
  });

  async function showPage({ searchParams }: URL, cardId: string): Promise<Response> {
    const { endpoint } = await vkyc.createSession({ enKashCardId: cardId });
    const html = sandboxPage({
      endpoint,
      cardId,
      languages: await packagedLanguages(),
      lang: searchParams.get('lang') ?? 'en',
      attributes: sandbox.elementAttributes,
    });
    return new Response(html, {
      headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    });
  }

  async function setStatus(request: Request, cardId: string): Promise<Response> {
    if (request.headers.get('origin') !== origin) return new Response(null, { status: 403 });
    const status = (await request.formData()).get('status');
    const name = STATUS_NAMES.find((sample) => sample === status);
    if (!name) return new Response(null, { status: 400 });
    sandbox.setStatus(cardId, name);
    return new Response(null, { status: 303, headers: { location: request.url } });
  }

  return async (request: Request): Promise<Response> => {
    // A page of another site whose name leads to this computer sends another host.
    if (request.headers.get('host') !== new URL(origin).host) return new Response(null, { status: 421 });
    const url = new URL(request.url);
    if (url.pathname.startsWith(`${BASE_PATH}/`)) return vkyc.handle(request);
    if (SCRIPTS.test(url.pathname)) return scriptResponse(url.pathname);
    if (url.pathname !== '/') return new Response(null, { status: 404 });
    const cardId = url.searchParams.get('customer') ?? SEED_CARD_ID;
    if (!/^[\w-]{1,64}$/.test(cardId))
      return new Response('A card id has letters, digits, _ and - only.', { status: 400 });
    return request.method === 'POST' ? setStatus(request, cardId) : showPage(url, cardId);
  };
}

async function scriptResponse(pathname: string): Promise<Response> {
  try {
    const script = await readFile(join(PACKAGE_SCRIPTS, pathname));
    return new Response(new Uint8Array(script), { headers: { 'content-type': 'text/javascript' } });
  } catch {
    return new Response(null, { status: 404 });
  }
}

async function packagedLanguages(): Promise<readonly string[]> {
  const files = await readdir(join(PACKAGE_SCRIPTS, 'locales'));
  return files.filter((file) => file.endsWith('.js')).map((file) => file.slice(0, -'.js'.length));
}

function instructions(sandbox: RunningSandbox, page: string): string {
  const { enkashOrigin, signzyOrigin, tokenUrl, statusUrl, credentials, elementAttributes } = sandbox;
  const { partnerId, clientId, username, password, basic } = credentials;
  const attributes = Object.entries(elementAttributes).map(([name, value]) => `${name}="${value}"`);
  return `
  Stand-ins for EnKash and Signzy. Nothing is sent beyond this computer.

    A page with the button   ${page}   <- open this one
    EnKash                   ${enkashOrigin}
    Signzy                   ${signzyOrigin}

  For a backend of your own, in any language:

    token call      ${tokenUrl}
    status call     ${statusUrl}
    partnerId       ${partnerId}
    clientId        ${clientId}
    username        ${username}
    password        ${password}
    Authorization   Basic ${btoa(`${basic.user}:${basic.password}`)}   (of the token call)
    a customer      ${SEED_CARD_ID}
    the tag needs   ${attributes.join(' ')}

  Press Ctrl-C to stop.
`;
}
