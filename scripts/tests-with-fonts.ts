import { missingMessage } from './requirements.js';
import type { SkippedTest } from './test-summary.js';

/** Tests inside a browser that measure Indian letters. Substitutes are wider, and need another layout. */
const FILES: readonly string[] = ['test/accessibility/large-text.test.ts'];

/** The test files that do not run on this machine, as it lacks the fonts. */
export function skippedWithoutFonts(): SkippedTest[] {
  const reason = missingMessage('fonts');
  return reason === undefined ? [] : FILES.map((name) => ({ name, reason }));
}
