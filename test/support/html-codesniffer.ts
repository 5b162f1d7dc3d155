/** One message of HTML_CodeSniffer. */
export interface Finding {
  readonly type: number;
  readonly code: string;
  /** In English. */
  readonly msg: string;
  readonly element: Element;
}

interface Sniffer {
  readonly ERROR: number;
  process(standard: string, content: Element, done: () => void, failed: () => void): void;
  getMessages(): readonly Finding[];
}

declare const HTMLCS: Sniffer;

/** Where the test server has it. It is a classic script, which sets `HTMLCS`. */
const SCRIPT = '/node_modules/html_codesniffer/build/HTMLCS.js';

/** Loads HTML_CodeSniffer into this page. */
export function loadCodeSniffer(): Promise<void> {
  // Strict functions of it assign to these names without having declared them.
  for (const name of ['elements', 'colourStr']) Reflect.set(globalThis, name, undefined);
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = SCRIPT;
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error(`${SCRIPT} did not load.`)));
    document.head.append(script);
  });
}

/** Runs HTML_CodeSniffer on a part of the page, and returns its errors. */
export function codeSniffer(standard: string, content: Element): Promise<Finding[]> {
  return new Promise((resolve, reject) => {
    const done = () => resolve(HTMLCS.getMessages().filter(({ type }) => type === HTMLCS.ERROR));
    HTMLCS.process(standard, content, done, () => reject(new Error(`HTMLCS does not know "${standard}".`)));
  });
}
