import { REFUSAL_STATUS, type VkycHttpError } from '../errors.js';

type HeaderFields = Readonly<Record<string, string>>;

const ALWAYS: HeaderFields = {
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  Vary: 'Origin, Sec-Fetch-Site',
};

/** 200 with a body that is JSON already. */
export function answer(body: string, cors: HeaderFields): Response {
  return json(200, body, cors);
}

/** 204: the preflight is granted. */
export function grantPreflight(cors: HeaderFields): Response {
  return new Response(null, { status: 204, headers: { ...ALWAYS, ...cors } });
}

/** The typed error of a refusal, with `Retry-After` where asking again may help. */
export function refuse({ code, details }: VkycHttpError, cors: HeaderFields): Response {
  const status = REFUSAL_STATUS[code];
  const retryAfter =
    details.retryAfter ?? (status === 503 || status === 504 ? scatteredSeconds() : undefined);
  const headers = {
    ...(retryAfter !== undefined && { 'Retry-After': String(retryAfter) }),
    ...(status === 405 && { Allow: 'GET, POST, OPTIONS' }),
    ...cors,
  };
  return json(status, JSON.stringify({ error: { code, retryAfter, opensAt: details.opensAt } }), headers);
}

function json(status: number, body: string, headers: HeaderFields): Response {
  return new Response(body, {
    status,
    headers: { ...ALWAYS, 'Content-Type': 'application/json', ...headers },
  });
}

/** 5 to 10 s, at random, so that a thousand pages do not come back in the same second. */
function scatteredSeconds(): number {
  return 5 + Math.floor(Math.random() * 6);
}
