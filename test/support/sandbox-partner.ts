import assert from 'node:assert/strict';
import { SEED_CARD_ID, type Sandbox } from '../../src/sandbox/index.js';

/** Sends a request to EnKash: to the sandbox's own function, or over HTTP. */
export type Send = (request: Request) => Promise<Response>;

/** EnKash's documented link call, with a valid bearer token. */
export const linkRequest = (sandbox: Sandbox, enKashCardId = SEED_CARD_ID): Request =>
  new Request(
    `${sandbox.enkashOrigin}/api/v0/partner/enKashCard/vkyc/link?enKashCardId=${enKashCardId}`,
    withBearer(sandbox),
  );

/** The sandbox's status call, with a valid bearer token. */
export const statusRequest = (sandbox: Sandbox, enKashCardId = SEED_CARD_ID): Request =>
  new Request(`${sandbox.statusUrl}?enKashCardId=${enKashCardId}`, withBearer(sandbox));

/** A password grant with the sandbox's credentials, with changes. */
export const tokenRequest = (
  sandbox: Sandbox,
  changes: { form?: Record<string, string>; basic?: string } = {},
): Request => {
  const { basic, clientId, username, password } = sandbox.credentials;
  return new Request(sandbox.tokenUrl, {
    method: 'POST',
    headers: { Authorization: `Basic ${changes.basic ?? btoa(`${basic.user}:${basic.password}`)}` },
    body: new URLSearchParams({ grant_type: 'password', clientId, username, password, ...changes.form }),
  });
};

const withBearer = (sandbox: Sandbox): RequestInit => ({
  headers: { partnerId: sandbox.credentials.partnerId, Authorization: `Bearer ${sandbox.issueToken()}` },
});

/** EnKash's payload about a customer. */
export interface Payload {
  readonly enkashCardId: string;
  readonly kycStatus: unknown;
  readonly kycSubStatus: unknown;
  readonly kycLink?: string;
}

/** The payload of a successful answer. */
export async function payloadOf(answer: Response): Promise<Payload> {
  assert.equal(answer.status, 200);
  const body = (await answer.json()) as { code: number; payload: Payload };
  assert.equal(body.code, 0);
  return body.payload;
}

/** A fresh link to a call. */
export async function mintLink(sandbox: Sandbox, send: Send = sandbox.enkash): Promise<string> {
  const { kycLink } = await payloadOf(await send(linkRequest(sandbox)));
  assert.equal(typeof kycLink, 'string');
  return kycLink ?? '';
}

/** The report of an event by the call's page. */
export const eventRequest = (link: string, event: string): Request =>
  new Request(new URL('events', link), { method: 'POST', body: event });
