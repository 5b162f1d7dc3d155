import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CleanupScope } from '../../test/support/browser/cleanup-scope.js';
import { startServer } from '../../test/support/browser/start-server.js';
import type { Bundle } from './bundle-subject.js';
import type { Subject } from './subjects.js';

/** The server of all pages. No page reaches another one. */
export interface SubjectServer {
  readonly origin: string;
  /** Serves a bundle below the name of its subject. */
  add(subject: Subject, bundle: Bundle): void;
  /** Serves a page at a path. */
  addPage(path: string, html: string): void;
  /** Calls back with the body of each report of a page. */
  onReport(receive: (body: unknown) => void): void;
}

const HEADERS = {
  'content-security-policy':
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:",
};

/** A page with the same style and a place for each subject. */
export const htmlPage = (body: string, style = ''): string => `<!doctype html><html lang="en"><head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Peers</title>
<link rel="icon" href="data:,"><style>body { font: 16px/1.5 sans-serif } ${style}</style></head><body>${body}</body></html>`;

/** The style that README recommends for the time before the element is defined, for other tags as well. */
export function reservedSpace(): string {
  const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
  const [, style] = /enkash-vkyc-button:not\(:defined\) \{\n([^}]*)\}/.exec(readme) ?? [];
  if (style === undefined) throw new Error('README.md has no style for enkash-vkyc-button:not(:defined).');
  return `:not(:defined) { ${style} }`;
}

const statusAt = (origin: string) => ({
  kycStatus: 'MIN_KYC_VERIFIED',
  kycSubStatus: 'VKYC_NOT_STARTED',
  kycLink: `${origin}/call`,
  session: {
    availability: { open: true, reason: null, opensAt: null, closesAt: null },
    pollAfter: 600_000,
  },
});

/** Starts the server; it stops with the scope. */
export async function serveSubjects(scope: CleanupScope): Promise<SubjectServer> {
  const files = new Map<string, string>();
  const pages = new Map([['/', htmlPage('<div id="place"></div>')]]);
  let report: (body: unknown) => void = () => undefined;
  const { origin } = await startServer(scope, async (request) => {
    const url = new URL(request.url);
    const page = pages.get(url.pathname);
    if (page !== undefined)
      return new Response(page, { headers: { 'content-type': 'text/html', ...HEADERS } });
    const code = files.get(url.pathname);
    if (code !== undefined)
      return new Response(code, { headers: { 'content-type': 'text/javascript', ...HEADERS } });
    if (url.pathname.startsWith('/session/')) return Response.json(statusAt(url.origin));
    // what Veriff's form asks its server for
    if (url.pathname === '/v1/sessions')
      return Response.json(
        { status: 'success', verification: { url: `${url.origin}/call` } },
        { status: 201 },
      );
    if (url.pathname !== '/report') return new Response(null, { status: 404 });
    report(await request.json());
    return new Response();
  });
  return {
    origin,
    add: ({ id }, bundle) => {
      for (const [name, code] of bundle.files) files.set(`/${id}/${name}`, code);
    },
    addPage: (path, html) => void pages.set(path, html),
    onReport: (receive) => (report = receive),
  };
}
