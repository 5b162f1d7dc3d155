import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromeLauncher } from '@web/test-runner';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { canUseSandbox, quietFlags } from './scripts/chromium-flags.ts';
import { reportBrowserTests } from './scripts/report-browser-tests.ts';
import { requirePath } from './scripts/requirements.ts';
import { skippedWithoutFonts } from './scripts/tests-with-fonts.ts';
import { BROWSER_DRIVING_FOLDERS, NODE_FOLDERS } from './scripts/test-folders.ts';

const path = (specifier) => fileURLToPath(import.meta.resolve(specifier));

/** MSW's service worker must be served from the page's own origin. */
const serveMswWorker = async (context, next) => {
  if (context.path !== '/mockServiceWorker.js') return next();
  context.type = 'text/javascript';
  context.body = await readFile(path('msw/mockServiceWorker.js'), 'utf8');
};

/** Turns an unhandled rejection into an error of the page, which fails the running test. */
const testPage = (testFramework) => `<!doctype html>
  <html lang="en">
    <script>
      addEventListener('unhandledrejection', ({ reason }) => { throw reason; });
    </script>
    <script type="module" src="${testFramework}"></script>
  </html>`;

/** The tests that run inside a browser: see scripts/run-browser-tests.ts. */
export default {
  files: [
    'test/**/*.test.ts',
    `!test/{${[...NODE_FOLDERS, ...BROWSER_DRIVING_FOLDERS].join()}}/**`,
    ...skippedWithoutFonts().map(({ name }) => `!${name}`),
  ],
  browsers: [
    chromeLauncher({
      launchOptions: {
        executablePath: requirePath('chromium'),
        args: [...quietFlags, ...(canUseSandbox ? [] : ['--no-sandbox'])],
      },
      // a browser context for each file, so that files share neither storage nor service workers
      createPage: async ({ browser }) => (await browser.createBrowserContext()).newPage(),
    }),
  ],
  // of two pages at the same time one would be in the background, where timers and focus behave differently
  concurrency: 1,
  nodeResolve: { browser: true, exportConditions: ['browser', 'production'] },
  plugins: [esbuildPlugin({ ts: true, target: 'es2022', tsconfig: path('./tsconfig.json') })],
  middleware: [serveMswWorker],
  testRunnerHtml: testPage,
  // a limit for tests that hang, far above what a busy machine needs
  testFramework: { config: { timeout: 30_000, retries: 0 } },
  // plain lines, as `npm test` reads them
  staticLogging: true,
  reporters: [reportBrowserTests()],
};
