import { spawnSync } from 'node:child_process';
import { isRoot } from './is-root.js';

/** Flags that keep a Chromium under test from talking to any server but those of the test. */
export const quietFlags: readonly string[] = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
];

/**
 * Whether Chromium can use its sandbox here. On Linux it refuses it to root and needs user namespaces, which many
 * containers and some distributions deny. Without a sandbox it may load only the pages of the tests.
 */
export const canUseSandbox: boolean =
  process.platform !== 'linux' || (!isRoot && spawnSync('unshare', ['--map-root-user', 'true']).status === 0);
