import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';

// the browser's path; without it, Playwright uses the one that `npx playwright install chromium` downloads
const launchOptions = { executablePath: process.env.CHROME_PATH, args: ['--no-sandbox'] };

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'jsdom', environment: 'jsdom', setupFiles: 'test/start-server.js' } },
      { test: { name: 'happy-dom', environment: 'happy-dom', setupFiles: 'test/start-server.js' } },
      {
        test: {
          name: 'browser',
          setupFiles: 'test/start-worker.js',
          browser: {
            enabled: true,
            headless: true,
            provider: playwright({ launchOptions }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
