import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { root } from '../support/markdown.js';

/** What older test environments lack, besides what jsdom and happy-dom lack anyway. */
const MISSING: readonly string[] = [
  ...['MutationObserver', 'ResizeObserver', 'IntersectionObserver', 'matchMedia', 'requestAnimationFrame'],
  ...['HTMLElement.attachInternals', 'ElementInternals', 'CustomStateSet'],
  ...['Document.adoptedStyleSheets', 'ShadowRoot.adoptedStyleSheets'],
  ...['HTMLDialogElement', 'PointerEvent', 'TouchEvent', 'CustomEvent', 'MessageEvent'],
  ...[
    'crypto',
    'TextEncoder',
    'TextDecoder',
    'ReadableStream',
    'Response',
    'Headers',
    'Request',
    'Permissions',
  ],
  ...['AbortSignal.any', 'AbortSignal.timeout', 'localStorage', 'sessionStorage'],
];

function use(dom: string, missing: readonly string[], mode = 'host') {
  const program = join(root, 'test/support/test-doms/use-element.ts');
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', program, dom, missing.join(','), mode],
    { cwd: root, encoding: 'utf8', timeout: 20_000 },
  );
  return { status, stdout, stderr };
}

for (const dom of ['jsdom', 'happy-dom'])
  describe(`the built element in ${dom}`, () => {
    for (const [name, missing] of Object.entries({ 'as it is': [], 'in an older version': MISSING }))
      it(`${name} renders, asks, fires events and ends without an error after teardown`, () => {
        const { status, stdout, stderr } = use(dom, missing);
        assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
        const { requests, ...seen } = JSON.parse(stdout) as { requests: string[] };
        assert.deepEqual(seen, {
          label: 'Continue video KYC',
          state: 'ready',
          phase: 'in-progress',
          attribute: 'ready',
          events: ['vkyc-status-change', 'vkyc-start'],
        });
        assert.deepEqual([...new Set(requests)], ['GET']);
      });

    it('offers the next way where it cannot show a call in the page, nor in a window', () => {
      const { status, stdout, stderr } = use(dom, ['open', 'HTMLDialogElement.showModal'], 'iframe');
      assert.deepEqual({ status, stderr }, { status: 0, stderr: '' });
      const { state, label } = JSON.parse(stdout) as { state: string; label: string };
      assert.deepEqual({ state, label }, { state: 'ready', label: 'Open the video call' });
    });
  });
