/** The folders of test/ whose tests run in Node. */
export const NODE_FOLDERS: readonly string[] = [
  'server',
  'check',
  'cli',
  'doctor',
  'sandbox',
  'package',
  'demo',
  'scripts',
  'bench',
];

/** The folders of test/ whose tests run in Node and drive browsers. All tests elsewhere run inside a browser. */
export const BROWSER_DRIVING_FOLDERS: readonly string[] = ['e2e', 'frameworks'];
