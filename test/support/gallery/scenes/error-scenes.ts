import { HttpResponse } from 'msw';
import type { ErrorCode } from '../../../../src/errors/error-catalogue.js';
import { answer, endpoint } from '../../scenarios.js';
import type { SceneGroup, Scene } from '../scene.js';

const status = (code: number) => () => new HttpResponse(null, { status: code });

/** An error of the status request. */
const onLoad = (code: ErrorCode, title: string, get: () => Response): Scene => ({
  name: `error-${code.replaceAll('_', '-')}`,
  title,
  handlers: endpoint({ get }),
  initialState: 'error',
});

/** An error of the link request. */
const onClick = (code: ErrorCode, title: string, post: () => Response): Scene => ({
  name: `error-${code.replaceAll('_', '-')}`,
  title,
  handlers: endpoint({ post }),
  initialState: 'ready',
  play: (ctx) => ctx.click('[part~=button]'),
  finalState: 'error',
});

/** One error for each sentence that the customer can read, except those that need an offline device or a timeout. */
export const ERROR_SCENES: SceneGroup = {
  name: 'errors',
  title: 'Errors',
  scenes: [
    {
      name: 'error-invalid-endpoint',
      title: 'The endpoint is not a URL',
      attributes: { 'session-endpoint': 'javascript:' },
      initialState: 'error',
    },
    onLoad('network', 'No connection', () => HttpResponse.error()),
    onLoad('session_expired', 'The session has expired', status(410)),
    onLoad('rate_limited', 'Too many requests', status(429)),
    onLoad('server_error', 'The backend has failed', status(500)),
    onClick('not_eligible', 'Not available for this account', status(422)),
    onClick('conflict', 'Not available right now', status(409)),
    onClick('enkash_error', 'EnKash reports a failure', () => HttpResponse.json({ code: 1, payload: null })),
    onClick('invalid_link', 'The link has an untrusted host', () =>
      answer({ link: 'https://evil.example/' }),
    ),
  ],
};
