import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { HTMLAttributes } from 'react';
import { EnkashVkycButton } from '../../src/index.js';
import type { VkycButtonProps } from '../../src/react/index.js';
import { OBJECT_SETTINGS, withAttributes } from '../../src/element/setting-attributes.js';
import { codeIn, readText, rows, section } from '../support/markdown.js';

type Own = Exclude<keyof VkycButtonProps, keyof HTMLAttributes<unknown>>;

/** The component's settings. The compiler checks that this list has each of its props. */
const SETTINGS: Record<Exclude<Own, `on${string}`>, true> = {
  sessionEndpoint: true,
  mode: true,
  workingHours: true,
  workingDays: true,
  holidays: true,
  lastEntry: true,
  allowedLinkHosts: true,
  credentials: true,
  theme: true,
  disabled: true,
  frameOrigins: true,
  handoff: true,
  compact: true,
  statusPhases: true,
  renewSession: true,
  messages: true,
};

/** The component's event handlers. The compiler checks this list, too. */
const HANDLERS: Record<Extract<Own, `on${string}`>, true> = {
  onVkycStart: true,
  onVkycOpen: true,
  onVkycDowngrade: true,
  onVkycClose: true,
  onVkycStatusChange: true,
  onVkycAvailabilityChange: true,
  onVkycRemind: true,
  onVkycReload: true,
  onVkycSessionExpired: true,
  onVkycError: true,
};

describe('VkycButtonProps', () => {
  it('has every setting of the element and nothing else', () => {
    assert.deepEqual(Object.keys(SETTINGS).sort(), Object.keys(EnkashVkycButton.properties).sort());
  });

  it('has a handler for each event in docs/reference.md', () => {
    const documented = rows(section(readText('docs/reference.md'), 'Events')).map(([event = '']) =>
      `on-${codeIn(event)[0] ?? ''}`.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()),
    );
    assert.deepEqual(Object.keys(HANDLERS).sort(), documented.sort());
  });

  it('is converted to attributes where HTML can express them, without those that are false', () => {
    const messages = {};
    assert.deepEqual(
      withAttributes({
        sessionEndpoint: '/vkyc',
        disabled: false,
        handoff: 'false',
        holidays: ['2026-11-24', '2026-11-25'],
        lastEntry: 0,
        messages,
        id: 'kyc',
      }),
      {
        'session-endpoint': '/vkyc',
        disabled: undefined,
        handoff: undefined,
        holidays: '2026-11-24 2026-11-25',
        'last-entry': 0,
        messages,
        id: 'kyc',
      },
    );
    assert.deepEqual([...OBJECT_SETTINGS].sort(), ['messages', 'renewSession', 'statusPhases']);
  });
});
