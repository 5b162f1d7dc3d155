import { HttpResponse } from 'msw';
import type { ErrorCode } from '../../../../src/errors/error-catalogue.js';
import { answer, endpoint } from '../../scenarios.js';
import type { Act, Scene } from '../scene.js';

const status = (code: number) => () => new HttpResponse(null, { status: code });

/** Fails when asked where the customer stands. */
const onLoad = (code: ErrorCode, title: string, get: () => Response): Scene => ({
  name: `error-${code.replaceAll('_', '-')}`,
  title,
  handlers: endpoint({ get }),
  begins: 'error',
});

/** Fails when asked for a link. */
const onClick = (code: ErrorCode, title: string, post: () => Response): Scene => ({
  name: `error-${code.replaceAll('_', '-')}`,
  title,
  handlers: endpoint({ post }),
  begins: 'ready',
  play: (stage) => stage.press('[part=button]'),
  ends: 'error',
});

/** One error for each sentence that the customer can read; those that need a dead network or 15 s of silence are left out. */
export const ERRORS: Act = {
  name: 'errors',
  title: 'Errors',
  scenes: [
    {
      name: 'error-bad-endpoint',
      title: 'The endpoint is no address',
      attributes: { 'session-endpoint': 'javascript:' },
      begins: 'error',
    },
    onLoad('network', 'No connection', () => HttpResponse.error()),
    onLoad('session_expired', 'The session has expired', status(410)),
    onLoad('rate_limited', 'Too many tries', status(429)),
    onLoad('server_error', 'The backend is down', status(500)),
    onClick('not_eligible', 'Not for this account', status(422)),
    onClick('conflict', 'Not right now', status(409)),
    onClick('enkash_error', 'EnKash refuses', () => HttpResponse.json({ code: 1, payload: null })),
    onClick('invalid_link', 'The link is not to be trusted', () => answer({ link: 'https://evil.example/' })),
  ],
};
