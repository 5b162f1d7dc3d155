import { setupWorker } from 'msw/browser';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { sandbox, sessionEndpoint } from './session-endpoint.js';

const worker = setupWorker(sessionEndpoint);

beforeAll(() => worker.start({ quiet: true, onUnhandledRequest: 'bypass' }));
afterEach(() => {
  document.body.replaceChildren();
  sandbox.reset();
});
afterAll(() => worker.stop());
