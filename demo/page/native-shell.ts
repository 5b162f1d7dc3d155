import type { EnkashVkycButton } from '../../src/define.js';

const POLL_MS = 500;

/** Plays the native app around the page in `host` mode: it takes the link, opens the call, and says when that has ended. */
export function startNativeShell(button: EnkashVkycButton): void {
  button.addEventListener('vkyc-start', ({ takeLink }) => {
    const shell = takeLink && window.open('about:blank');
    if (!shell) return;
    takeLink().then(
      (link) => {
        shell.location.replace(link);
        const looking = setInterval(() => {
          if (!shell.closed) return;
          clearInterval(looking);
          void button.refresh();
        }, POLL_MS);
      },
      () => shell.close(),
    );
  });
}
