import { isObject } from '../../protocol/json-object.js';
import { REQUEST_LIMIT_BYTES } from '../../protocol/limits.js';
import { isJsonType } from '../../protocol/media-type.js';
import { readJson } from '../../protocol/read-json.js';
import { VKYC_HEADER, VKYC_HEADER_VALUE } from '../../protocol/request-header.js';
import { VkycHttpError } from '../errors.js';
import { isCrossSite } from './cors.js';

/** The operations of a session endpoint: a granted preflight, reading the status, minting a link. */
export type Operation = 'preflight' | 'status' | 'mint';

/**
 * Reads the operation of a request from its method, and checks its headers.
 * @throws VkycHttpError `method_not_allowed`, `cross_site`, `missing_header` or `unsupported_media_type`, in this order
 */
export function checkHeaders(request: Request, allowedOrigins: ReadonlySet<string>): Operation {
  const operation = operationOf(request.method);
  if (isCrossSite(request, allowedOrigins)) throw new VkycHttpError('cross_site');
  if (operation === 'preflight') {
    if (!allowedOrigins.has(request.headers.get('origin') ?? '')) throw new VkycHttpError('cross_site');
    return operation;
  }
  if (request.headers.get(VKYC_HEADER) !== VKYC_HEADER_VALUE) throw new VkycHttpError('missing_header');
  if (operation === 'mint' && !isJsonType(request.headers)) throw new VkycHttpError('unsupported_media_type');
  return operation;
}

/**
 * Reads the body to its end and discards it: only the session says who the customer is.
 * @throws VkycHttpError `too_large`, or `bad_request` when it is neither empty nor a JSON object
 */
export async function checkBody(request: Request): Promise<void> {
  if (Number(request.headers.get('content-length')) > REQUEST_LIMIT_BYTES)
    throw new VkycHttpError('too_large');
  // Reading the body of a request that has none costs as much as the rest of the answer to it.
  if (request.body === null) return;
  const body = await readJson(request, REQUEST_LIMIT_BYTES).catch(() => {
    throw new VkycHttpError('bad_request');
  });
  if (body.kind === 'too-large') throw new VkycHttpError('too_large');
  if (body.kind === 'not-json' || (body.kind === 'json' && !isObject(body.value)))
    throw new VkycHttpError('bad_request');
}

function operationOf(method: string): Operation {
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
