import { VkycButton } from 'enkash-vkyc-button/vue';
import { expect, test, vi } from 'vitest';
import { createApp, h } from 'vue';
import { CARD, openSession, sandbox } from './session-endpoint.js';

test('the Vue component emits its events', async () => {
  sandbox.setStatus(CARD, 'under-review');
  const onVkycStatusChange = vi.fn();
  const sessionEndpoint = await openSession();
  const app = createApp(() =>
    h(VkycButton, { sessionEndpoint, onVkycStatusChange }, () => 'Verify by video'),
  );
  app.mount(document.body.appendChild(document.createElement('div')));
  await vi.waitFor(() => expect(onVkycStatusChange).toHaveBeenCalledOnce(), { timeout: 4_000 });
  expect(onVkycStatusChange.mock.calls[0][0].detail.phase).toBe('under-review');
  app.unmount();
});
