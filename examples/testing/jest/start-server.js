import { setupServer } from 'msw/node';
import { sandbox, sessionEndpoint } from './session-endpoint';

const server = setupServer(sessionEndpoint);

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => {
  document.body.replaceChildren();
  sandbox.reset();
});
afterAll(() => server.close());
