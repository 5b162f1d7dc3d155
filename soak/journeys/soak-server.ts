import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createRequest, sendResponse } from '@remix-run/node-fetch-server';
import ts from 'typescript';
import { createSoakPartner, type SoakPartner } from './soak-partner.js';

/** The page of the soak run and the servers behind it. */
export interface SoakServer {
  /** The address of the page. */
  readonly url: string;
  stop(): Promise<void>;
}

const PAGE =
  '<!doctype html><html lang="en"><title>Wallet</title><body><script type="module" src="/soak/page/main.js"></script></body></html>';

/** Starts the server of the page; it stops with `stop()`. */
export async function startSoakServer(): Promise<SoakServer> {
  const journeys = new Map<string, SoakPartner>();
  const sessions = new Map<string, SoakPartner>();
  const open = async (partner: SoakPartner) => {
    const endpoint = await partner.openSession();
    sessions.set(endpoint, partner);
    return Response.json({ endpoint });
  };

  /** What the page asks about a journey: `/journey/<seed>/<command>`. */
  async function command(request: Request, seed: string, name: string): Promise<Response> {
    const partner = journeys.get(seed) ?? createSoakPartner(Number(seed));
    journeys.set(seed, partner);
    partner.follow(request);
    switch (name) {
      case 'open':
        return open(partner);
      case 'complete':
        await partner.complete(await request.text());
        return Response.json({});
      case 'heal':
        partner.heal();
        return Response.json({});
      case 'phase':
        return Response.json({ phase: partner.phase() });
      case 'end':
        journeys.delete(seed);
        for (const [endpoint, one] of sessions) if (one === partner) sessions.delete(endpoint);
        return Response.json({});
      default:
        return new Response(null, { status: 404 });
    }
  }

  async function handle(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url);
    if (pathname === '/') return html(PAGE);
    const session = sessions.get(pathname);
    if (session) return session.session(request);
    const [, area, seed = '', name = ''] = pathname.split('/');
    if (area === 'journey') return command(request, seed, name);
    if (area === 'dist') return script(await readFile(`.${pathname}`, 'utf8'));
    if (area === 'soak') return script(await transpiled(`.${pathname.replace(/\.js$/, '.ts')}`));
    return new Response(null, { status: 404 });
  }

  const server = createServer((incoming, outgoing) => {
    handle(createRequest(incoming, outgoing))
      .then((response) => sendResponse(outgoing, response))
      // the connection broke
      .catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const html = (text: string) =>
  new Response(text, { headers: { 'content-type': 'text/html; charset=utf-8' } });
const script = (text: string) => new Response(text, { headers: { 'content-type': 'text/javascript' } });

/** Only files of this folder are asked for: the page is our own. */
const transpiled = async (path: string) =>
  ts.transpileModule(await readFile(path, 'utf8'), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  }).outputText;
