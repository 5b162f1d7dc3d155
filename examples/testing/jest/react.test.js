import { VkycButton } from 'enkash-vkyc-button/react';
import { act, createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { CARD, openSession, sandbox } from './session-endpoint';

globalThis.IS_REACT_ACT_ENVIRONMENT = true;

test('the React component calls its handlers', async () => {
  sandbox.setStatus(CARD, 'under-review');
  const sessionEndpoint = await openSession();
  const root = createRoot(document.body.appendChild(document.createElement('div')));
  const phase = await new Promise((resolve) => {
    const onVkycStatusChange = ({ detail }) => resolve(detail.phase);
    act(() =>
      root.render(createElement(VkycButton, { sessionEndpoint, onVkycStatusChange }, 'Verify by video')),
    );
  });
  expect(phase).toBe('under-review');
  act(() => root.unmount());
});
