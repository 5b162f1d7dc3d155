import { hasPage } from './has-page.js';

const warned = new Set<string>();

/** Shows a message to the developer, once per page. Never throws, also where the page has replaced the console. */
export function warn(message: string): void {
  // A test runner that has removed its page refuses what is written afterwards.
  if (warned.has(message) || !hasPage()) return;
  warned.add(message);
  try {
    console.warn(`<enkash-vkyc-button>: ${message}`);
  } catch {
    // Nothing can be shown.
  }
}
