import { comesFromElsewhere } from './cors.js';
import { isFields } from '../json-object.js';
import { readJson } from './read-json.js';
import { VkycHttpError } from '../errors.js';

/** Bytes a request body may have. */
export const REQUEST_LIMIT = 16_384;

/** What the session endpoint is asked for: an allowed preflight, where the customer stands, or a link. */
export type Operation = 'preflight' | 'status' | 'mint';

/**
 * Reads what a request asks for from its method and headers.
 * @throws Refused `method_not_allowed`, `cross_site`, `missing_header` or `unsupported_media_type`, tried in this order
 */
export function checkHeaders(request: Request, allowedOrigins: ReadonlySet<string>): Operation {
  const ask = askOf(request.method);
  if (comesFromElsewhere(request, allowedOrigins)) throw new VkycHttpError('cross_site');
  if (ask === 'preflight') {
    if (!allowedOrigins.has(request.headers.get('origin') ?? '')) throw new VkycHttpError('cross_site');
    return ask;
  }
  if (request.headers.get('x-enkash-vkyc') !== '1') throw new VkycHttpError('missing_header');
  if (ask === 'mint' && mediaType(request) !== 'application/json')
    throw new VkycHttpError('unsupported_media_type');
  return ask;
}

/**
 * Reads the body to its end and keeps nothing of it: who the customer is, the session alone says.
 * @throws Refused `too_large`, or `bad_request` when it is neither empty nor a JSON object
 */
export async function checkBody(request: Request): Promise<void> {
  if (Number(request.headers.get('content-length')) > REQUEST_LIMIT) throw new VkycHttpError('too_large');
  const body = await readJson(request.body, REQUEST_LIMIT).catch(() => {
    throw new VkycHttpError('bad_request');
  });
  if (body.kind === 'too-large') throw new VkycHttpError('too_large');
  if (body.kind === 'not-json' || (body.kind === 'json' && !isFields(body.value)))
    throw new VkycHttpError('bad_request');
}

function askOf(method: string): Operation {
  switch (method) {
    case 'GET':
      return 'status';
    case 'POST':
      return 'mint';
    case 'OPTIONS':
      return 'preflight';
    default:
      throw new VkycHttpError('method_not_allowed');
  }
}

function mediaType(request: Request): string | undefined {
  return request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
}
