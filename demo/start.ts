import { startDemo } from './start-demo.js';

const hasScreen = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

const demo = await startDemo({
  open: !process.argv.includes('--no-open') && !process.env.CI && hasScreen,
});

console.log(`
  A wallet's page with <enkash-vkyc-button>. Nothing leaves this computer.

    The partner's page      ${demo.page}   <- open this one
    The partner's backend   ${demo.backend}
    EnKash, a stand-in      ${demo.enkash}
    Signzy, a stand-in      ${demo.signzy}
${demo.clock.view().moved === 'closed' ? '\n  EnKash is closed now, so the demo begins an hour after its next opening.\n' : ''}
  Ctrl-C stops all four.
`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void demo.stop().then(() => process.exit()));
}
