import fc from 'fast-check';
import { parseCommand } from '../../src/cli/parse-command.js';
import { createVkycBackend } from '../../src/server/index.js';
import { asyncPropertyOf, expectThat, propertyOf, textOf, type Property } from './property.js';

const ARGUMENTS = [
  'check',
  'sandbox',
  'https://shop.example/vkyc/session/x',
  '--mint',
  '--json',
  '--help',
  '--port',
  '4900',
  '99999',
  '--header',
  'A: b',
  '--cookie',
  'a=1',
  '--allowed-link-hosts',
  '*.com',
  '--',
  '-',
];
const TOKEN_PIECES = ['.', '..', 'eyJ', 'A', '-', '_', '=', '%2e', '/', '+'];
const HEADERS = { 'X-Enkash-Vkyc': '1' };

const backend = createVkycBackend({
  enkash: {
    baseUrl: 'https://enkash.example',
    partnerId: 'partner',
    token: () => Promise.reject(new Error('A refused session asks EnKash nothing.')),
  },
  secret: 'a secret of the soak run, which protects nobody',
  onEvent: () => undefined,
});
const { endpoint } = await backend.createSession({ enKashCardId: 'EKCHUZJWZW' });
const token = endpoint.slice(endpoint.lastIndexOf('/') + 1);

async function expectRefusal(text: string): Promise<void> {
  const url = `https://shop.example/vkyc/session/${text}`;
  if (!URL.canParse(url)) return;
  const { status } = await backend.handle(new Request(url, { headers: HEADERS }));
  expectThat([400, 401, 404].includes(status), `a session that we did not issue is refused, not ${status}`);
}

/** Session tokens and the arguments of the commands. */
export const SERVER_PROPERTIES: readonly Property[] = [
  asyncPropertyOf('session: text that we did not issue', textOf(TOKEN_PIECES), expectRefusal),
  asyncPropertyOf(
    'session: a token with another character',
    fc.tuple(
      fc.nat({ max: token.length - 1 }),
      fc.constantFrom('A', 'B', 'a', 'z', '0', '9', '-', '_', '.', '='),
    ),
    async ([at, character]) => {
      const changed = token.slice(0, at) + character + token.slice(at + 1);
      if (changed !== token) await expectRefusal(changed);
    },
  ),
  asyncPropertyOf('session: a token that is cut', fc.nat({ max: token.length - 1 }), (length) =>
    expectRefusal(token.slice(0, length)),
  ),
  propertyOf(
    'command: any arguments',
    fc.array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...ARGUMENTS) }, fc.string()), {
      maxLength: 7,
    }),
    (args) => {
      const command = parseCommand(args);
      if (command.kind === 'check')
        expectThat(
          /^https?:/.test(command.endpoint) && !command.endpoint.includes('@'),
          'the endpoint is plain',
        );
      if (command.kind === 'sandbox')
        expectThat(command.port >= 1 && command.port <= 65_533, 'three ports fit');
    },
  ),
];
