import { createTextResponse } from '../../node/response-text.js';
import { STATUS_OF_CODE } from '../../protocol/http-errors.js';
import { JSON_MEDIA_TYPE } from '../../protocol/media-type.js';
import { RETRY_AFTER_HEADER } from '../../protocol/retry-after.js';
import type { VkycHttpError } from '../errors.js';

type HeaderFields = Readonly<Record<string, string>>;

const COMMON_HEADERS: HeaderFields = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  Vary: 'Origin, Sec-Fetch-Site',
};

const JSON_HEADERS: HeaderFields = { ...COMMON_HEADERS, 'Content-Type': JSON_MEDIA_TYPE };

/** 200 with a body that is serialised JSON. */
export function okResponse(body: string, cors: HeaderFields): Response {
  return jsonResponse(body, { status: 200, headers: cors });
}

/** 204: the preflight is granted. */
export function preflightResponse(cors: HeaderFields): Response {
  return new Response(null, { status: 204, headers: { ...COMMON_HEADERS, ...cors } });
}

/** The answer to a request that failed, with `Retry-After` where it may be repeated. */
export function errorResponse({ code, details }: VkycHttpError, cors: HeaderFields): Response {
  const status = STATUS_OF_CODE[code];
  const isTemporary = status === 503 || status === 504;
  const retryAfter = details.retryAfter ?? (isTemporary ? randomRetrySeconds() : undefined);
  const headers = {
    ...(retryAfter !== undefined && { [RETRY_AFTER_HEADER]: String(retryAfter) }),
    ...(status === 405 && { Allow: 'GET, POST, OPTIONS' }),
    ...cors,
  };
  return jsonResponse(JSON.stringify({ error: { code, retryAfter, opensAt: details.opensAt } }), {
    status,
    headers,
  });
}

function jsonResponse(
  body: string,
  { status, headers }: { readonly status: number; readonly headers: HeaderFields },
): Response {
  return createTextResponse(body, { status, headers: { ...JSON_HEADERS, ...headers } });
}

/** 5 to 10 s, at random, so that a thousand pages do not retry in the same second. */
function randomRetrySeconds(): number {
  return 5 + Math.floor(Math.random() * 6);
}
