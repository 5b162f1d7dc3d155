import { VkycButton } from 'enkash-vkyc-button/react';
import { act, createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test, vi } from 'vitest';
import { CARD, openSession, sandbox } from './session-endpoint.js';

globalThis.IS_REACT_ACT_ENVIRONMENT = true;

test('the React component calls its handlers', async () => {
  sandbox.setStatus(CARD, 'under-review');
  const onVkycStatusChange = vi.fn();
  const sessionEndpoint = await openSession();
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  await act(() =>
    root.render(createElement(VkycButton, { sessionEndpoint, onVkycStatusChange }, 'Verify by video')),
  );
  await vi.waitFor(() => expect(onVkycStatusChange).toHaveBeenCalledOnce(), { timeout: 4_000 });
  expect(onVkycStatusChange.mock.calls[0][0].detail.phase).toBe('under-review');
  expect(document.querySelector('enkash-vkyc-button').textContent).toBe('Verify by video');
  await act(() => root.unmount());
});
