import { expect } from '@open-wc/testing';

import { readBody } from '../../src/protocol/read-body.js';

const bodyOf = (...parts: BlobPart[]) => ({ body: new Blob(parts).stream() });
const textOf = async (...args: Parameters<typeof readBody>) => {
  const bytes = await readBody(...args);
  return bytes && new TextDecoder('utf-8', { fatal: true }).decode(bytes);
};

/** A body that never ends, in chunks of `chunkSize` bytes, and how much of it was read. */
function endlessBody(chunkSize: number) {
  const seen = { chunks: 0, cancelled: false };
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      seen.chunks++;
      controller.enqueue(new Uint8Array(chunkSize));
    },
    cancel() {
      seen.cancelled = true;
    },
  });
  return { body, seen };
}

describe('readBody', () => {
  it('reads every byte', async () => {
    expect(await textOf(bodyOf('{"a":', '1}'), 100)).to.equal('{"a":1}');
  });

  it('reads an absent body as empty', async () => {
    expect(await textOf(new Response(null), 100)).to.equal('');
    expect(await textOf({ body: null }, 100)).to.equal('');
    expect(await textOf(bodyOf(), 100)).to.equal('');
  });

  it('joins a character that is split between chunks', async () => {
    const [first = 0, ...rest] = new TextEncoder().encode('₹');
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      start(controller) {
        controller.enqueue(new Uint8Array([first]));
        controller.enqueue(new Uint8Array());
        controller.enqueue(new Uint8Array(rest));
        controller.close();
      },
    });
    expect(await textOf({ body }, 100)).to.equal('₹');
  });

  it('counts bytes, not characters, and allows exactly the limit', async () => {
    expect(await textOf(bodyOf('₹'), 3)).to.equal('₹');
    expect(await readBody(bodyOf('₹'), 2)).to.equal(null);
  });

  it('stops reading beyond the limit and cancels the stream', async () => {
    const { body, seen } = endlessBody(1000);
    expect(await readBody({ body }, 2500)).to.equal(null);
    expect(seen.cancelled).to.equal(true);
    expect(seen.chunks).to.be.at.most(5);
  });

  it('counts bytes after decompression', async () => {
    const zipped = await new Response(
      bodyOf(new Uint8Array(1_000_000)).body.pipeThrough(new CompressionStream('gzip')),
    ).blob();
    expect(zipped.size).to.be.below(2000);
    const body = zipped.stream().pipeThrough(new DecompressionStream('gzip'));
    expect(await readBody({ body }, 65_536)).to.equal(null);
  });

  it('rejects when the body breaks off', async () => {
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      start(controller) {
        controller.enqueue(new Uint8Array(1));
      },
      pull(controller) {
        controller.error(new TypeError('broken off'));
      },
    });
    const outcome = await readBody({ body }, 100).catch((error: unknown) => error);
    expect(outcome).to.be.instanceOf(TypeError);
  });

  describe('without a body stream', () => {
    const utf8 = new TextEncoder();
    const arrayBuffer = () => Promise.resolve(utf8.encode('₹').buffer);
    const text = () => Promise.resolve('₹');

    for (const [what, source] of Object.entries({
      'a body that is undefined': { arrayBuffer },
      'a body that is null': { body: null, arrayBuffer, text },
      'only text()': { text },
      'a stream without getReader()': { body: {} as ReadableStream, arrayBuffer },
    }))
      it(`reads ${what}, and counts its bytes`, async () => {
        expect(await textOf(source, 3)).to.equal('₹');
        expect(await readBody(source, 2)).to.equal(null);
      });

    it('reads an answer on a page that has no Blob', async () => {
      const blob = Object.getOwnPropertyDescriptor(globalThis, 'Blob') ?? {};
      Reflect.deleteProperty(globalThis, 'Blob');
      try {
        expect(await textOf(new Response('₹'), 3)).to.equal('₹');
      } finally {
        Object.defineProperty(globalThis, 'Blob', blob);
      }
    });
  });
});
