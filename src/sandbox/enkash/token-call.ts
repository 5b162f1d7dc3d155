import { randomHex, TOKEN_LIFETIME_SECONDS } from '../access-tokens.js';
import { SANDBOX_CREDENTIALS } from '../credentials.js';
import type { SandboxState } from '../sandbox-state.js';
import { failure, json } from './envelope.js';

/** `POST /oauth/token`: a password grant with `Authorization: Basic`, as EnKash documents it. */
export async function tokenCall(state: SandboxState, request: Request): Promise<Response> {
  const { basic, clientId, username, password } = SANDBOX_CREDENTIALS;
  const form = new URLSearchParams(await request.text());
  const expected = { grant_type: 'password', clientId, username, password };
  const isAuthenticated =
    request.headers.get('Authorization') === `Basic ${btoa(`${basic.user}:${basic.password}`)}` &&
    Object.entries(expected).every(([field, value]) => form.get(field) === value);
  if (!isAuthenticated) return failure(401);
  return json({
    access_token: state.tokens.issue(),
    token_type: 'bearer',
    refresh_token: randomHex(16),
    expires_in: TOKEN_LIFETIME_SECONDS,
    scope: 'read write trust',
  });
}
