import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { build } from 'vite';
import { OPEN, read } from '../support/server/backend-under-test.js';
import {
  documented,
  documentedBackend,
  runExample,
  writeExample,
  type RunningExample,
} from './documented-example.js';
import {
  CARD_ID,
  enkashAnswer,
  json,
  LINK,
  startFakeEnkash,
  TOKEN,
  type FakeEnkash,
} from '../support/server/fake-enkash.js';

const [session = '', start = ''] = documented('Next.js').map((code) => code.replaceAll("'@/", "'./"));

const PHONE_ADDRESS = 'https://shop.example/k/7f3a';

/** Serves the function that a framework would call. */
const serving = (imports: string, handler: string) => `
  import { createServer } from 'node:http';
  import { nodeListener } from 'enkash-vkyc-button/server';
  ${imports}
  createServer(nodeListener(${handler})).listen(process.env.PORT, () => console.log('Ready.'));`;

/** The files of each framework; `main.js` is started. */
const EXAMPLES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Node: { 'main.js': documented('Node').join() },
  Express: { 'main.js': documented('Express').join() },
  Fastify: { 'main.js': documented('Fastify').join() },
  'Next.js': {
    'session.js': session,
    'start.js': start,
    'main.js': serving(
      `import * as session from './session.js'; import * as start from './start.js';`,
      `async (request) => {
        const route = new URL(request.url).pathname === '/vkyc/start' ? start : session;
        return route[request.method]?.(request) ?? new Response(null, { status: 405 });
      }`,
    ),
  },
  'Your own pages': {
    'start.js': documented('Your own pages').join(),
    'main.js': serving(
      `import * as start from './start.js'; import { vkyc } from './vkyc.js';`,
      `async (request) =>
        new URL(request.url).pathname === '/vkyc/start' ? start.POST(request) : vkyc.handle(request)`,
    ),
  },
  Hono: {
    'hono.js': documented('Hono').join(),
    'main.js': serving(`import app from './hono.js';`, `async (request) => app.fetch(request)`),
  },
  'Edge runtimes': {
    'edge.js': documented('Edge runtimes').join(),
    'main.js': serving(
      `import { readFileSync } from 'node:fs';
       import { EdgeVM } from '@edge-runtime/vm';
       const vm = new EdgeVM({ extend: (context) => Object.assign(context, { process: { env: process.env } }) });
       vm.evaluate('Date.now = () => ' + process.env.INSTANT);
       vm.evaluate(readFileSync(new URL('bundle.js', import.meta.url), 'utf8'));
       const { Request, app } = vm.context;`,
      `async ({ url, method, headers, body }) =>
        app.fetch(new Request(url, { method, headers: [...headers], body: body && (await new Response(body).text()) }))`,
    ),
  },
};

describe('the examples of docs/backend.md', () => {
  let enkash: FakeEnkash;
  before(async () => {
    enkash = await startFakeEnkash((request, response) =>
      request.url.pathname === '/oauth/token'
        ? json({ access_token: TOKEN, expires_in: 300 })(request, response)
        : json(enkashAnswer())(request, response),
    );
  });
  after(() => enkash.stop());

  /** One self-contained script for a runtime that has no modules; whatever is Node's own would stop the build. */
  async function bundle(folder: string): Promise<void> {
    await build({
      root: folder,
      configFile: false,
      logLevel: 'error',
      build: {
        outDir: folder,
        emptyOutDir: false,
        minify: false,
        lib: { formats: ['iife'], entry: 'edge.js', name: 'app', fileName: () => 'bundle.js' },
      },
    });
    const script = await readFile(join(folder, 'bundle.js'), 'utf8');
    assert.doesNotMatch(script, /node:|require\(/);
  }

  for (const [name, files] of Object.entries(EXAMPLES))
    describe(name, () => {
      let example: RunningExample;
      before(async () => {
        const folder = await writeExample({
          ...files,
          'vkyc.js': documentedBackend,
          'sign-in.js': `export const cardIdOf = () => '${CARD_ID}', hasAcceptedTerms = () => false,
            phoneAddressOf = () => '${PHONE_ADDRESS}';`,
        });
        if (files['edge.js'] !== undefined) await bundle(folder);
        const env = {
          ENKASH_URL: enkash.url,
          ENKASH_PARTNER_ID: 'CRM338L2H',
          ENKASH_TOKEN_URL: `${enkash.url}/oauth/token`,
          ENKASH_CLIENT_ID: 'client',
          ENKASH_USERNAME: 'user',
          ENKASH_PASSWORD: 'password',
          ENKASH_AUTHORIZATION: 'Basic eDp5',
          VKYC_SECRET: crypto.randomUUID(),
        };
        example = await runExample(folder, 'main.js', env, OPEN);
      });
      after(() => example.stop());

      const headers = { 'X-Enkash-Vkyc': '1', 'Content-Type': 'application/json' };

      async function call(endpoint: string, init: RequestInit = {}) {
        return read(await fetch(example.origin + endpoint, init));
      }

      async function newEndpoint(): Promise<string> {
        const response = await fetch(`${example.origin}/vkyc/start`, { method: 'POST' });
        assert.equal(response.status, 200);
        return ((await response.json()) as { readonly endpoint: string }).endpoint;
      }

      it('answers GET without a link, and POST with the link', async () => {
        const endpoint = await newEndpoint();
        const status = await call(endpoint, { headers });
        assert.equal(status.status, 200);
        assert.equal(status.body.payload?.['kycLink'], undefined);
        const click = await call(endpoint, { method: 'POST', headers, body: '{}' });
        assert.equal(click.status, 200);
        assert.equal(click.body.payload?.['kycLink'], LINK);
        assert.equal(click.headers.get('cache-control'), 'no-store');
      });

      if (name === 'Your own pages')
        it('sends the pages to the element', async () => {
          const { body } = await call(await newEndpoint(), { headers });
          const { handoffUrl, action } = body.session ?? {};
          assert.equal(handoffUrl, PHONE_ADDRESS);
          assert.deepEqual(action, { kind: 'accept-terms', url: '/terms?next=kyc' });
        });

      it('refuses with its own codes', async () => {
        const endpoint = await newEndpoint();
        const post = (init: RequestInit) => call(endpoint, { method: 'POST', ...init });
        for (const [code, answered] of Object.entries({
          missing_header: await post({ headers: { 'Content-Type': 'application/json' }, body: '{}' }),
          unsupported_media_type: await post({
            headers: { ...headers, 'Content-Type': 'text/plain' },
            body: 'x',
          }),
          bad_request: await post({ headers, body: '{"' }),
          too_large: await post({ headers, body: JSON.stringify('x'.repeat(20_000)) }),
          invalid_session: await call(`${endpoint}x`, { headers }),
        }))
          assert.equal(answered.body.error?.code, code);
      });

      it('answers 405 to other methods', async () => {
        assert.equal(
          (await fetch(example.origin + (await newEndpoint()), { method: 'PUT', headers })).status,
          405,
        );
      });
    });
});
