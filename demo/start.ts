import { startDemo } from './start-demo.js';

const hasScreen = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

const demo = await startDemo({
  open: !process.argv.includes('--no-open') && !process.env.CI && hasScreen,
});

console.log(`
  A wallet's page with <enkash-vkyc-button>. Nothing is sent beyond this computer.

    The partner's page      ${demo.page}   <- open this one
    The partner's backend   ${demo.backend}
    EnKash (sandbox)        ${demo.enkash}
    Signzy (sandbox)        ${demo.signzy}
${demo.clock.view().moved === 'closed' ? '\n  EnKash is closed now, so the time of the demo starts an hour after the next opening.\n' : ''}
  Press Ctrl-C to stop all four servers.
`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void demo.stop().then(() => process.exit()));
}
