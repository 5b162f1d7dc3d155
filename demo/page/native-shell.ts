import type { EnkashVkycButton } from '../../src/define.js';

const POLL_MS = 500;

/** Simulates the native app around the page in `host` mode: takes the link, opens the call, and refreshes the button when it has ended. */
export function startNativeShell(button: EnkashVkycButton): void {
  button.addEventListener('vkyc-start', ({ takeLink }) => {
    const shell = takeLink && window.open('about:blank');
    if (!shell) return;
    takeLink().then(
      (link) => {
        shell.location.replace(link);
        const poll = setInterval(() => {
          if (!shell.closed) return;
          clearInterval(poll);
          void button.refresh();
        }, POLL_MS);
      },
      () => shell.close(),
    );
  });
}
