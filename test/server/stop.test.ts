import assert from 'node:assert/strict';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { after, before, describe, it, mock } from 'node:test';
import { fileURLToPath } from 'node:url';
import { backendFor, endpointOf, request, send } from '../support/server/backend-under-test.js';
import { enkashAnswer, json, startFakeEnkash, type FakeEnkash } from '../support/server/fake-enkash.js';
import type { StoppingProcessSettings } from '../support/server/stopping-process.js';

const ROUNDS = 2;
const CUSTOMERS = 20;

describe('stop()', () => {
  let enkash: FakeEnkash;
  before(async () => {
    enkash = await startFakeEnkash(json(enkashAnswer()));
  });
  after(() => enkash.stop());

  async function startProcess(isWrapped: boolean): Promise<{ child: ChildProcess; port: number }> {
    const settings: StoppingProcessSettings = { enkashUrl: enkash.url, isWrapped };
    const script = fileURLToPath(new URL('../support/server/stopping-process.ts', import.meta.url));
    const child = fork(script, [JSON.stringify(settings)], { execArgv: ['--import', 'tsx'] });
    const [{ port }] = (await once(child, 'message')) as [{ readonly port: number }];
    return { child, port };
  }

  /** Resolves when EnKash has received a number of requests, with a function that answers all of them. */
  function heldBack(count: number): Promise<() => void> {
    return new Promise((resolve) => {
      const answers: (() => unknown)[] = [];
      enkash.serve = (received, response) => {
        const enkashCardId = received.url.searchParams.get('enKashCardId') ?? '';
        answers.push(() => json(enkashAnswer({ enkashCardId }))(received, response));
        if (answers.length === count) resolve(() => answers.forEach((answer) => answer()));
      };
    });
  }

  const customers = () =>
    Promise.all(
      Array.from({ length: CUSTOMERS }, (_, index) =>
        endpointOf(backendFor(enkash.url).backend, `EKC${index}`),
      ),
    );

  const headers = { 'X-Enkash-Vkyc': '1', 'Content-Type': 'application/json' };

  for (const isWrapped of [false, true])
    it(`loses no answer of a process that exits when it resolves${isWrapped ? ', behind a wrapper' : ''}`, async () => {
      for (let round = 0; round < ROUNDS; round++) {
        const { child, port } = await startProcess(isWrapped);
        const exited = once(child, 'exit');
        const allAsked = heldBack(CUSTOMERS);
        const clicks = (await customers()).map((endpoint) =>
          fetch(`http://127.0.0.1:${port}${endpoint}`, { method: 'POST', headers, body: '{}' }),
        );
        const answerAll = await allAsked;
        child.send('stop');
        await once(child, 'message');
        answerAll();
        const answers = await Promise.all(
          clicks.map(async (click) => [(await click).status, await (await click).text()]),
        );
        assert.deepEqual(new Set(answers.map(([status]) => status)), new Set([200]));
        await exited;
      }
    });

  it('closes the connections that it answers on, so that nothing more is sent to the process', async () => {
    const { child, port } = await startProcess(false);
    const received = heldBack(1);
    const [endpoint = ''] = await customers();
    const socket = connect(port, '127.0.0.1');
    socket.write(
      `GET ${endpoint} HTTP/1.1\r\nHost: shop.example\r\nX-Enkash-Vkyc: 1\r\nSec-Fetch-Site: same-origin\r\n\r\n`,
    );
    const answer = await received;
    child.send('stop');
    await once(child, 'message');
    answer();
    assert.match(await text(socket), /^HTTP\/1\.1 200 [\s\S]*connection: close/i);
    await once(child, 'exit');
  });

  it('waits for a click whose body is still arriving', async () => {
    const { child, port } = await startProcess(false);
    const [endpoint = ''] = await customers();
    const socket = connect(port, '127.0.0.1');
    const lines = [
      `POST ${endpoint} HTTP/1.1`,
      'Host: shop.example',
      'X-Enkash-Vkyc: 1',
      'Content-Type: application/json',
      'Content-Length: 2',
      'Expect: 100-continue',
      '',
      '{',
    ];
    socket.write(lines.join('\r\n'));
    await once(socket, 'data');
    child.send('stop');
    await once(child, 'message');
    socket.write('}');
    assert.match(await text(socket), /^HTTP\/1\.1 503 [\s\S]*"shutting_down"/);
    await once(child, 'exit');
  });

  it('refuses what is in flight after 14 s, and resolves after 15 s whatever the time limits are', async (test) => {
    const { backend } = backendFor(enkash.url, { enkash: { timeoutMs: 60_000 } });
    const received = heldBack(1);
    const click = send(backend, await endpointOf(backend), 'POST');
    await received;
    mock.timers.enable({ apis: ['setTimeout'] });
    test.after(() => mock.timers.reset());
    let isStopped = false;
    const stopped = backend.stop().then(() => (isStopped = true));
    mock.timers.tick(13_999);
    await Promise.resolve();
    assert.equal(isStopped, false);
    mock.timers.tick(1);
    const { status, body } = await click;
    assert.deepEqual([status, body.error?.code], [503, 'shutting_down']);
    mock.timers.tick(1_000);
    await stopped;
  });

  it('resolves after 15 s while a body never arrives, and at once when nothing was asked', async () => {
    const { backend } = backendFor(enkash.url);
    const endless = new ReadableStream();
    const waiting = backend.handle(request(await endpointOf(backend), 'POST', { body: endless }));
    mock.timers.enable({ apis: ['setTimeout'] });
    try {
      const stopped = backend.stop();
      mock.timers.tick(14_000);
      assert.equal((await waiting).status, 503);
      mock.timers.tick(1_000);
      await stopped;
      await backendFor(enkash.url).backend.stop();
    } finally {
      mock.timers.reset();
    }
  });
});
