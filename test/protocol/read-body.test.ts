import { expect } from '@open-wc/testing';

import { readBody } from '../../src/protocol/read-body.js';

const bodyOf = (...parts: BlobPart[]) => new Blob(parts).stream();
const textOf = async (...[body, limit]: Parameters<typeof readBody>) => {
  const bytes = await readBody(body, limit);
  return bytes && new TextDecoder('utf-8', { fatal: true }).decode(bytes);
};

/** A body of so many bytes in each chunk, without end, and how far it was read. */
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

  it('reads no body as an empty one', async () => {
    expect(await textOf(null, 100)).to.equal('');
    expect(await textOf(bodyOf(), 100)).to.equal('');
  });

  it('reads a character that two chunks share', async () => {
    const [first = 0, ...rest] = new TextEncoder().encode('₹');
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      start(controller) {
        controller.enqueue(new Uint8Array([first]));
        controller.enqueue(new Uint8Array());
        controller.enqueue(new Uint8Array(rest));
        controller.close();
      },
    });
    expect(await textOf(body, 100)).to.equal('₹');
  });

  it('counts bytes, not characters: the limit itself is allowed, one more is too large', async () => {
    expect(await textOf(bodyOf('₹'), 3)).to.equal('₹');
    expect(await readBody(bodyOf('₹'), 2)).to.equal(null);
  });

  it('stops reading beyond the limit and lets the sender know', async () => {
    const { body, seen } = endlessBody(1000);
    expect(await readBody(body, 2500)).to.equal(null);
    expect(seen.cancelled).to.equal(true);
    expect(seen.chunks).to.be.at.most(5);
  });

  it('counts what decompression makes of it', async () => {
    const zipped = await new Response(
      bodyOf(new Uint8Array(1_000_000)).pipeThrough(new CompressionStream('gzip')),
    ).blob();
    expect(zipped.size).to.be.below(2000);
    expect(await readBody(zipped.stream().pipeThrough(new DecompressionStream('gzip')), 65_536)).to.equal(
      null,
    );
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
    const outcome = await readBody(body, 100).catch((error: unknown) => error);
    expect(outcome).to.be.instanceOf(TypeError);
  });
});
