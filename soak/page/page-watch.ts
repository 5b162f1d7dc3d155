/** What a page must not receive. */
export interface PageWatch {
  /** Errors that nothing caught. */
  readonly errors: string[];
  /** Everything that the page, its console and its storage hold, as text. */
  contents(): string;
  /** Listeners of the window and the document that are still there. */
  listenerCount(): number;
  /** Elements and text of the document, without shadow roots. */
  nodeCount(): number;
  forget(): void;
}

const EVENTS = ['start', 'open', 'downgrade', 'close', 'status-change', 'availability-change', 'error'];

/** Watches the page. Must run before the element's script. */
export function watchPage(): PageWatch {
  const errors: string[] = [];
  const texts: string[] = [];
  addEventListener('error', ({ message }) => errors.push(message));
  addEventListener('unhandledrejection', ({ reason }) => errors.push(String(reason)));
  for (const name of ['log', 'info', 'warn', 'error'] as const)
    console[name] = (...values: unknown[]) => void texts.push(values.map(String).join(' '));
  for (const name of EVENTS)
    document.addEventListener(`vkyc-${name}`, (event) =>
      texts.push(JSON.stringify((event as CustomEvent<unknown>).detail)),
    );
  const listeners = countListeners();
  return {
    errors,
    contents: () =>
      [
        ...texts,
        textOf(document.body),
        document.title,
        JSON.stringify(Object.entries(localStorage)),
        JSON.stringify(Object.entries(sessionStorage)),
        JSON.stringify(history.state),
      ].join('\n'),
    listenerCount: listeners,
    nodeCount: () => document.querySelectorAll('*').length + document.body.childNodes.length,
    forget: () => void texts.splice(0),
  };
}

function textOf(node: Node): string {
  const own = node instanceof Element ? [...node.attributes].map(({ value }) => value) : [node.nodeValue];
  const root = node instanceof Element ? node.shadowRoot : null;
  const children = [...(root?.childNodes ?? []), ...node.childNodes].map(textOf);
  return [...own, ...children].join('\n');
}

/** Listeners are distinguished as the platform does: by type, function and phase. */
function countListeners(): () => number {
  const keys = new Map<unknown, Set<string>>();
  const ids = new WeakMap<object, number>();
  let lastId = 0;
  const keyOf = (type: string, listener: object, options: unknown) => {
    const id = ids.get(listener) ?? ++lastId;
    ids.set(listener, id);
    const isCapture =
      typeof options === 'object' && options ? Reflect.get(options, 'capture') === true : !!options;
    return `${type} ${id} ${isCapture}`;
  };
  for (const target of [window, document]) {
    const set = new Set<string>();
    keys.set(target, set);
    const add = Reflect.get(target, 'addEventListener') as (...values: unknown[]) => void;
    const remove = Reflect.get(target, 'removeEventListener') as (...values: unknown[]) => void;
    Object.assign(target, {
      addEventListener(type: string, listener: object, options?: unknown) {
        const key = keyOf(type, listener, options);
        set.add(key);
        const signal: unknown =
          typeof options === 'object' && options ? Reflect.get(options, 'signal') : null;
        if (signal instanceof AbortSignal) signal.addEventListener('abort', () => set.delete(key));
        Reflect.apply(add, target, [type, listener, options]);
      },
      removeEventListener(type: string, listener: object, options?: unknown) {
        set.delete(keyOf(type, listener, options));
        Reflect.apply(remove, target, [type, listener, options]);
      },
    });
  }
  return () => [...keys.values()].reduce((sum, set) => sum + set.size, 0);
}
