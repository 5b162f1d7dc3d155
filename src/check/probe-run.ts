import { VKYC_HEADER } from '../protocol/request-header.js';
import { exchange, type Caller, type Exchange, type Probe, type Purpose } from './exchange.js';
import { withChangedClaims } from './session-token.js';
import { isFixed, tamper, tamperHeaders } from './tamper.js';

/** A card id that no customer has, to find out whether the backend uses the browser's card id. */
export const OTHER_CARD = 'CHECKER_OTHER_CARD';

/** All requests of a check with their answers. */
export interface ProbeRun {
  readonly endpoint: string;
  /** The headers given by the user; their values are secrets. */
  readonly headers: Readonly<Record<string, string>>;
  readonly exchanges: readonly Exchange[];
}

/**
 * Sends the element's own requests, then the others one after another. Without `mint` only GET and OPTIONS are sent. If
 * the element's own requests get no answer, the others are not sent.
 */
export async function runProbes(caller: Caller, mint: boolean): Promise<ProbeRun> {
  const { endpoint, headers } = caller;
  const isAllowed = ({ method }: Probe) => mint || method === 'GET' || method === 'OPTIONS';
  const first = await exchange(STATUS_PROBE, caller);
  const clicks = await Promise.all(CLICK_PROBES.filter(isAllowed).map((probe) => exchange(probe, caller)));
  const exchanges = [first, ...clicks];
  if (exchanges.some(({ answer }) => answer !== null))
    for (const probe of probesFor(caller).filter(isAllowed)) exchanges.push(await exchange(probe, caller));
  return { endpoint, headers, exchanges };
}

/** The exchanges with one purpose, in order. */
export const exchangesFor = ({ exchanges }: ProbeRun, purpose: Purpose): readonly Exchange[] =>
  exchanges.filter((made) => made.purpose === purpose);

const STATUS_PROBE: Probe = { purpose: 'status', what: 'GET', method: 'GET' };

/** Sent at the same time. */
const CLICK_PROBES: readonly Probe[] = [
  { purpose: 'click', what: 'POST', method: 'POST' },
  { purpose: 'click', what: 'a second POST', method: 'POST' },
];

/** Names under which a backend may look for a card id. */
const CARD_NAMES = ['enKashCardId', 'enkashCardId', 'cardId', 'card_id', 'card'];

const NO_HEADER = { [VKYC_HEADER]: null };
const CROSS_SITE = { Origin: 'https://attacker.example', 'Sec-Fetch-Site': 'cross-site' };

function probesFor({ endpoint, headers }: Caller): readonly Probe[] {
  return [
    { purpose: 'bare', what: `GET without ${VKYC_HEADER}`, method: 'GET', headers: NO_HEADER },
    { purpose: 'bare', what: `POST without ${VKYC_HEADER}`, method: 'POST', headers: NO_HEADER },
    ...crossSiteProbes(endpoint),
    {
      purpose: 'other-card',
      what: 'GET with a card id',
      method: 'GET',
      url: withQuery(endpoint, CARD_NAMES, OTHER_CARD),
      headers: { 'X-Card-Id': OTHER_CARD, 'X-Enkash-Card-Id': OTHER_CARD },
    },
    {
      purpose: 'other-card',
      what: 'POST with a card id',
      method: 'POST',
      body: JSON.stringify(Object.fromEntries(CARD_NAMES.map((name) => [name, OTHER_CARD]))),
    },
    ...tamperedProbes(endpoint, headers),
    {
      purpose: 'callback',
      what: 'GET with a callback',
      method: 'GET',
      url: withQuery(endpoint, ['callback', 'jsonp'], 'x'),
    },
    {
      purpose: 'override',
      what: 'GET with X-HTTP-Method-Override',
      method: 'GET',
      headers: { 'X-HTTP-Method-Override': 'POST' },
    },
    { purpose: 'method', what: 'PATCH', method: 'PATCH' },
    {
      purpose: 'content-type',
      what: 'POST of plain text',
      method: 'POST',
      headers: { 'Content-Type': 'text/plain' },
    },
    {
      purpose: 'content-type',
      what: 'POST of a form',
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: 'a=b',
    },
    { purpose: 'broken-body', what: 'POST of broken JSON', method: 'POST', body: '{"' },
    {
      purpose: 'large-body',
      what: 'POST of 1 MiB',
      method: 'POST',
      body: JSON.stringify({ x: 'x'.repeat(1_048_576) }),
    },
  ];
}

function crossSiteProbes(endpoint: string): readonly Probe[] {
  return [
    { purpose: 'cross-site', what: 'GET from another site', method: 'GET', headers: CROSS_SITE },
    { purpose: 'cross-site', what: 'POST from another site', method: 'POST', headers: CROSS_SITE },
    {
      purpose: 'cross-site',
      what: 'GET from another site in an old browser',
      method: 'GET',
      headers: { ...CROSS_SITE, 'Sec-Fetch-Site': null },
    },
    {
      purpose: 'cross-site',
      what: 'GET from a site with a name like yours',
      method: 'GET',
      headers: { ...CROSS_SITE, Origin: similarOrigin(endpoint) },
    },
    {
      purpose: 'cross-site',
      what: 'GET from a site whose name ends like yours',
      method: 'GET',
      headers: { Origin: suffixOrigin(endpoint), 'Sec-Fetch-Site': null },
    },
    {
      purpose: 'cross-site',
      what: 'GET from another page of your site',
      method: 'GET',
      headers: { Origin: siblingOrigin(endpoint), 'Sec-Fetch-Site': 'same-site' },
    },
    {
      purpose: 'cross-site',
      what: 'GET from a page without an origin',
      method: 'GET',
      headers: { ...CROSS_SITE, Origin: 'null' },
    },
    {
      purpose: 'preflight',
      what: 'a preflight from another site',
      method: 'OPTIONS',
      headers: {
        ...CROSS_SITE,
        ...NO_HEADER,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': `content-type,${VKYC_HEADER.toLowerCase()}`,
      },
    },
  ];
}

/** An origin that starts with the endpoint's host, which a comparison by prefix would accept. */
function similarOrigin(endpoint: string): string {
  return `https://${new URL(endpoint).hostname.replace(/[^a-z0-9.-]/g, '')}.attacker.example`;
}

/** An origin that ends with the endpoint's host, which a comparison by suffix would accept. */
function suffixOrigin(endpoint: string): string {
  return `https://attacker${new URL(endpoint).hostname.replace(/[^a-z0-9.-]/g, '')}`;
}

/** Another origin of the same site, such as a blog that somebody else runs. */
function siblingOrigin(endpoint: string): string {
  return `https://sibling.${new URL(endpoint).hostname.replace(/[^a-z0-9.-]/g, '')}`;
}

function withQuery(endpoint: string, names: readonly string[], value: string): string {
  const url = new URL(endpoint);
  for (const name of names) url.searchParams.set(name, value);
  return url.href;
}

/** Requests with sessions that were never issued; in a header where the URL is the same for every customer. */
function tamperedProbes(endpoint: string, headers: Caller['headers']): readonly Probe[] {
  const probe = { purpose: 'tampered', method: 'GET' } as const;
  if (isFixed(endpoint)) {
    const changed = tamperHeaders(headers);
    return changed === null
      ? []
      : [{ ...probe, what: 'GET with an invented cookie or header', headers: changed }];
  }
  const tampered = tamper(endpoint);
  return [
    ...(tampered === null ? [] : [{ ...probe, what: 'GET with an invented session', url: tampered }]),
    ...withChangedClaims(endpoint).map((url) => ({ ...probe, what: 'GET with a changed session', url })),
  ];
}
