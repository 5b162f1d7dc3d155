/** Tests that an engine, or the program that drives it, cannot run. */
export interface Exclusion {
  readonly file: string;
  /** The beginning of the names of its tests; without it the whole file is left out. */
  readonly tests?: string;
  readonly reason: string;
}

const NO_TOUCH = 'Firefox on a desktop has no touch events.';

/** What does not run in WebKitGTK. */
export const WEBKIT_EXCLUSIONS: readonly Exclusion[] = [
  {
    file: 'test/accessibility/large-text.test.ts',
    reason: 'The window of MiniBrowser cannot be made narrower than 447 pixels.',
  },
  {
    file: 'test/accessibility/reflow.test.ts',
    tests: 'reflow › keeps every button visible in the scene "dialog',
    reason: 'The window of MiniBrowser cannot be made narrower than 447 pixels.',
  },
  {
    file: 'test/accessibility/motion.test.ts',
    tests: 'animation › with prefers-reduced-motion',
    reason: 'WebDriver cannot emulate the setting for less motion.',
  },
  {
    file: 'test/locales/locales.test.ts',
    tests: 'the weekdays in "pa"',
    reason: 'Its older language data has another Punjabi word for Saturday; both are in use.',
  },
  {
    file: 'test/session/session-client.test.ts',
    tests: 'createSessionClient › failures › are network for a body that breaks off',
    reason: 'WebKit cannot transfer streams, so MSW reads the whole body and does not handle its own error.',
  },
];

/** What does not run in Firefox. */
export const FIREFOX_EXCLUSIONS: readonly Exclusion[] = [
  {
    file: 'test/accessibility/motion.test.ts',
    tests: 'animation › with prefers-reduced-motion',
    reason: 'Playwright cannot emulate the setting for less motion in the installed Firefox.',
  },
  {
    file: 'test/element/call-after-reload.test.ts',
    tests: 'a page that is loaded again during a call › mints nothing on touch',
    reason: NO_TOUCH,
  },
  {
    file: 'test/element/call-after-reload.test.ts',
    tests: 'a call that continues on the phone › is remembered when the page',
    reason: NO_TOUCH,
  },
];

/** The exclusion that a failed test falls under; undefined when it has failed. */
export const exclusionOf = (
  exclusions: readonly Exclusion[],
  file: string,
  test: string,
): Exclusion | undefined =>
  exclusions.find((one) => one.file === file && one.tests !== undefined && test.startsWith(one.tests));
