import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import { startDemo, type Demo } from '../../demo/start-demo.js';

/** Monday 23 November 2026, 11:00 in India, and the day before. */
const MONDAY = Date.UTC(2026, 10, 23, 5, 30);
const SUNDAY = Date.UTC(2026, 10, 22, 6, 30);

const json = { 'Content-Type': 'application/json' };

interface ResponseBody {
  readonly payload: { readonly kycStatus: string; readonly kycSubStatus: string; readonly kycLink?: string };
  readonly session: { readonly availability: { readonly open: boolean; readonly reason: string | null } };
  readonly error: { readonly code: string };
}

const isStopped = (origin: string) =>
  fetch(origin).then(
    () => false,
    () => true,
  );

describe('a running demo', () => {
  let folder: string;
  let demo: Demo;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'enkash-vkyc-demo-'));
    await writeFile(join(folder, 'index.html'), '<!doctype html><title>Another page</title>');
    demo = await startDemo({ page: { files: folder }, port: 0, now: () => MONDAY });
  });
  beforeEach(async () => {
    demo.sandbox.reset();
    await setClock(null);
  });
  after(async () => {
    await demo.stop();
    await rm(folder, { recursive: true });
  });

  const setClock = (at: number | null) =>
    fetch(`${demo.page}/demo/clock`, { method: 'POST', headers: json, body: JSON.stringify({ at }) });

  async function openSession(): Promise<string> {
    const response = await fetch(`${demo.page}/demo/session`, { method: 'POST' });
    const { endpoint } = (await response.json()) as { endpoint: string };
    return demo.page + endpoint;
  }

  async function sendRequest(
    endpoint: string,
    method: 'GET' | 'POST',
  ): Promise<{ status: number; body: ResponseBody }> {
    const response = await fetch(endpoint, {
      method,
      headers: { ...json, 'X-Enkash-Vkyc': '1' },
      ...(method === 'POST' && { body: '{}' }),
    });
    return { status: response.status, body: (await response.json()) as ResponseBody };
  }

  it('has four servers on loopback, each on its own origin', () => {
    const origins = [demo.page, demo.backend, demo.enkash, demo.signzy].map((origin) => new URL(origin));
    assert.equal(new Set(origins.map(({ port }) => port)).size, 4);
    assert.deepEqual(
      origins.map(({ hostname }) => hostname),
      ['localhost', '127.0.0.1', '127.0.0.1', '127.0.0.1'],
    );
  });

  it('serves a folder of static files unchanged', async () => {
    const page = await fetch(demo.page);
    assert.equal(await page.text(), '<!doctype html><title>Another page</title>');
  });

  it('returns the status through the page, without a link', async () => {
    const { status, body } = await sendRequest(await openSession(), 'GET');
    assert.equal(status, 200);
    assert.match(body.payload.kycStatus, /MIN_KYC_VERIFIED/);
    assert.equal(body.payload.kycLink, undefined);
    assert.equal(body.session.availability.open, true);
  });

  it('returns a link through the page that opens a call on the sandbox’s Signzy', async () => {
    const { status, body } = await sendRequest(await openSession(), 'POST');
    assert.equal(status, 200);
    assert.match(body.payload.kycSubStatus, /VKYC_IN_PROGRESS/);
    const link = new URL(body.payload.kycLink ?? '');
    assert.equal(link.origin, demo.signzy);
    assert.equal((await fetch(link)).status, 200);
  });

  it('opens no session on GET', async () => {
    assert.equal((await fetch(`${demo.page}/demo/session`)).status, 404);
  });

  it('forwards sandbox commands through the page', async () => {
    const command = {
      enKashCardId: demo.sandbox.snapshot().customers[0]?.enKashCardId,
      status: 'verified',
    };
    await fetch(`${demo.page}/sandbox/status`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify(command),
    });
    const { body } = await sendRequest(await openSession(), 'GET');
    assert.match(body.payload.kycStatus, /FULL_KYC_VERIFIED/);
  });

  it('is closed when its clock is set to a Sunday, and open again in real time', async () => {
    await setClock(SUNDAY);
    const closed = await openSession();
    const { open, reason } = (await sendRequest(closed, 'GET')).body.session.availability;
    assert.deepEqual({ open, reason }, { open: false, reason: 'weekend' });
    const refused = await sendRequest(closed, 'POST');
    assert.equal(refused.status, 409);
    assert.equal(refused.body.error.code, 'closed_hours');

    await setClock(null);
    assert.equal((await sendRequest(await openSession(), 'GET')).body.session.availability.open, true);
  });

  it('sets the sandbox to the same clock', async () => {
    await setClock(SUNDAY);
    assert.equal(demo.sandbox.now(), SUNDAY);
  });

  it('mints a new link after its clock is set back', async () => {
    await setClock(MONDAY + 7 * 86_400_000);
    const { body: later } = await sendRequest(await openSession(), 'POST');
    await setClock(null);
    const { body: now } = await sendRequest(await openSession(), 'POST');
    assert.notEqual(now.payload.kycLink, later.payload.kycLink);
  });
});

describe('startDemo', () => {
  it('serves a page that complies with a strict CSP', async () => {
    const demo = await startDemo({ port: 0 });
    try {
      const html = await (await fetch(demo.page)).text();
      assert.match(html, /<enkash-vkyc-button/);
      assert.doesNotMatch(html, /<script>|<style| style=| on[a-z]+=/);
      const script = await fetch(`${demo.page}/demo/page/main.ts`);
      assert.match(script.headers.get('Content-Type') ?? '', /javascript/);
    } finally {
      await demo.stop();
    }
  });

  it('frees all four ports on stop', async () => {
    const demo = await startDemo({ port: 0 });
    await demo.stop();
    const stopped = await Promise.all([demo.page, demo.backend, demo.enkash, demo.signzy].map(isStopped));
    assert.deepEqual(stopped, [true, true, true, true]);
  });

  it('uses the next free ports when its ports are in use', async () => {
    const first = await startDemo({ port: 0 });
    const taken = Number(new URL(first.page).port);
    const second = await startDemo({ port: taken });
    try {
      const ports = [second.page, second.backend, second.enkash, second.signzy].map((origin) =>
        Number(new URL(origin).port),
      );
      assert.equal(new Set([taken, ...ports]).size, 5);
      assert.equal((await fetch(second.page)).status, 200);
    } finally {
      await Promise.all([first.stop(), second.stop()]);
    }
  });

  it('leaves no server running when one cannot be started', async () => {
    const last = 65_535; // the other servers use the three ports before it, so none is left for the page
    const guard = createServer();
    await new Promise<void>((resolve) => guard.listen(last - 3, resolve));
    try {
      await assert.rejects(startDemo({ port: last - 3 }), /port/i);
      const others = [last - 2, last - 1, last].map((port) => isStopped(`http://127.0.0.1:${port}`));
      assert.deepEqual(await Promise.all(others), [true, true, true]);
    } finally {
      await new Promise((resolve) => guard.close(resolve));
    }
  });
});
