import { defineConfig } from '@playwright/test';

const { PORT = '3000', CHROME_PATH } = process.env;

export default defineConfig({
  testDir: 'tests',
  webServer: { command: 'node server.js', url: `http://localhost:${PORT}` },
  use: {
    baseURL: `http://localhost:${PORT}`,
    permissions: ['camera', 'microphone', 'geolocation'],
    launchOptions: {
      // without a path, Playwright uses the browser that `npx playwright install chromium` downloads
      executablePath: CHROME_PATH,
      args: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'],
    },
  },
});
