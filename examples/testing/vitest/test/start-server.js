import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { sandbox, sessionEndpoint } from './session-endpoint.js';

const server = setupServer(sessionEndpoint);

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => {
  document.body.replaceChildren();
  sandbox.reset();
});
afterAll(() => server.close());
