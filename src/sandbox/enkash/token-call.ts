import { TOKEN_LIFE_SECONDS } from '../access-tokens.js';
import { SANDBOX_CREDENTIALS } from '../credentials.js';
import { randomHex } from '../random-hex.js';
import type { World } from '../sandbox-state.js';
import { failure, json } from './envelope.js';

/** `POST /oauth/token`: a password grant behind `Authorization: Basic`, as EnKash documents it. */
export async function tokenCall(world: World, request: Request): Promise<Response> {
  const { basic, clientId, username, password } = SANDBOX_CREDENTIALS;
  const form = new URLSearchParams(await request.text());
  const expected = { grant_type: 'password', clientId, username, password };
  const known =
    request.headers.get('Authorization') === `Basic ${btoa(`${basic.user}:${basic.password}`)}` &&
    Object.entries(expected).every(([field, value]) => form.get(field) === value);
  if (!known) return failure(401);
  return json(200, {
    access_token: world.tokens.issue(),
    token_type: 'bearer',
    refresh_token: randomHex(16),
    expires_in: TOKEN_LIFE_SECONDS,
    scope: 'read write trust',
  });
}
