/** Chromium refuses its own sandbox to root, which is who runs a CI container. */
export const isRoot = process.getuid?.() === 0;

/** Flags that keep a Chromium under test from talking to anybody but the test. */
export const quietFlags: readonly string[] = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
];
