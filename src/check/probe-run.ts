import { exchange, type Caller, type Exchange, type Probe, type Purpose } from './exchange.js';
import { forge } from './tamper.js';

/** A card id that no customer has, to see whether the browser's word on it counts. */
export const OTHER_CARD = 'CHECKER_OTHER_CARD';

/** Every request the checker made, each with its answer. */
export interface Survey {
  readonly endpoint: string;
  /** The headers that were given; their values are secrets. */
  readonly headers: Readonly<Record<string, string>>;
  readonly exchanges: readonly Exchange[];
}

/**
 * Makes the requests, first the element's own, then those of everybody else, one after another. Without `mint` they are
 * GET and OPTIONS alone. When not even the first is answered there are no others.
 */
export async function survey(caller: Caller, mint: boolean): Promise<Survey> {
  const { endpoint, headers } = caller;
  const isAllowed = ({ method }: Probe) => mint || method === 'GET' || method === 'OPTIONS';
  const asked = await exchange(ASK, caller);
  const clicks = await Promise.all(CLICKS.filter(isAllowed).map((click) => exchange(click, caller)));
  const exchanges = [asked, ...clicks];
  if (exchanges.some(({ answer }) => answer !== null))
    for (const probe of probesFor(endpoint).filter(isAllowed)) exchanges.push(await exchange(probe, caller));
  return { endpoint, headers, exchanges };
}

/** The exchanges made for one purpose, in order. */
export const madeFor = ({ exchanges }: Survey, purpose: Purpose): readonly Exchange[] =>
  exchanges.filter((made) => made.purpose === purpose);

const ASK: Probe = { purpose: 'ask', what: 'GET', method: 'GET' };

/** Sent at the same time. */
const CLICKS: readonly Probe[] = [
  { purpose: 'click', what: 'POST', method: 'POST' },
  { purpose: 'click', what: 'a second POST', method: 'POST' },
];

const NO_HEADER = { 'X-Enkash-Vkyc': null };
const ELSEWHERE = { Origin: 'https://attacker.example', 'Sec-Fetch-Site': 'cross-site' };

function probesFor(endpoint: string): readonly Probe[] {
  const forged = forge(endpoint);
  return [
    { purpose: 'bare', what: 'GET without X-Enkash-Vkyc', method: 'GET', headers: NO_HEADER },
    { purpose: 'bare', what: 'POST without X-Enkash-Vkyc', method: 'POST', headers: NO_HEADER },
    { purpose: 'cross-site', what: 'GET from another site', method: 'GET', headers: ELSEWHERE },
    { purpose: 'cross-site', what: 'POST from another site', method: 'POST', headers: ELSEWHERE },
    {
      purpose: 'cross-site',
      what: 'GET from another site in an old browser',
      method: 'GET',
      headers: { ...ELSEWHERE, 'Sec-Fetch-Site': null },
    },
    {
      purpose: 'cross-site',
      what: 'GET from a site with a name like yours',
      method: 'GET',
      headers: { ...ELSEWHERE, Origin: lookAlike(endpoint) },
    },
    {
      purpose: 'cross-site',
      what: 'GET from a page without an origin',
      method: 'GET',
      headers: { ...ELSEWHERE, Origin: 'null' },
    },
    {
      purpose: 'preflight',
      what: 'a preflight from another site',
      method: 'OPTIONS',
      headers: {
        ...ELSEWHERE,
        ...NO_HEADER,
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'content-type,x-enkash-vkyc',
      },
    },
    { purpose: 'other-card', what: 'GET with a card id', method: 'GET', url: withCard(endpoint) },
    {
      purpose: 'other-card',
      what: 'POST with a card id',
      method: 'POST',
      body: JSON.stringify({ enKashCardId: OTHER_CARD, enkashCardId: OTHER_CARD }),
    },
    ...(forged === null
      ? []
      : [{ purpose: 'forged', what: 'GET with a made-up session', method: 'GET', url: forged } as const]),
    { purpose: 'method', what: 'PATCH', method: 'PATCH' },
    {
      purpose: 'content-type',
      what: 'POST of plain text',
      method: 'POST',
      headers: { 'Content-Type': 'text/plain' },
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

/** An origin that begins with the endpoint's, as a careless comparison would have it. */
function lookAlike(endpoint: string): string {
  return `https://${new URL(endpoint).hostname.replace(/[^a-z0-9.-]/g, '')}.attacker.example`;
}

function withCard(endpoint: string): string {
  const url = new URL(endpoint);
  url.searchParams.set('enKashCardId', OTHER_CARD);
  return url.href;
}
