import type { SampleStatusName } from '../../src/sandbox/index.js';

const KEY = 'enkash-vkyc-button/demo-ending';

/** Keeps the ending of a call for a wallet's page that is loaded after it, in the same tab. */
export function keepEnding(event: string): void {
  sessionStorage.setItem(KEY, event);
}

/** The status that the last call in this tab led to, once; null without one. */
export function takeEnding(): SampleStatusName | null {
  const event = sessionStorage.getItem(KEY);
  sessionStorage.removeItem(KEY);
  switch (event) {
    case 'approved':
      return 'verified';
    case 'rejected':
      return 'rejected';
    case null:
      return null;
    default:
      return 'in-progress';
  }
}
