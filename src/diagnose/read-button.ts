const TAG = 'enkash-vkyc-button';

/** What a diagnosis needs to know about a button. Its members hold no secret. */
export interface ButtonReading {
  /** Whether its script has run. */
  readonly isDefined: boolean;
  readonly isConnected: boolean;
  /** Whether it takes up space on the page. */
  readonly isShown: boolean;
  readonly version: string | null;
  readonly state: string | null;
  readonly mode: string;
  readonly hasEndpoint: boolean;
  /** The code that the customer sees; null without an error. */
  readonly errorCode: string | null;
  /** The nearest `lang`, in lower case; empty without one. */
  readonly wantedLang: string;
  /** The language that the button shows; null before it has rendered. */
  readonly shownLang: string | null;
}

/** Reads a button; null for any other value. A value that throws when it is read counts as another. */
export function readButton(value: unknown): ButtonReading | null {
  try {
    return isTag(value) ? read(value) : null;
  } catch {
    return null;
  }
}

/** An element of another document has other classes, so `instanceof` would not do. */
const isTag = (value: unknown): value is HTMLElement =>
  typeof value === 'object' &&
  value !== null &&
  'localName' in value &&
  value.localName === TAG &&
  'getAttribute' in value &&
  typeof value.getAttribute === 'function';

function read(element: HTMLElement): ButtonReading {
  const { state, mode, sessionEndpoint } = element as Partial<
    Record<'state' | 'mode' | 'sessionEndpoint', unknown>
  >;
  const { version } = element.constructor as { readonly version?: unknown };
  const root = element.shadowRoot;
  return {
    isDefined: typeof state === 'string',
    isConnected: element.isConnected,
    isShown: element.getClientRects().length > 0,
    version: wordIn(version),
    state: wordIn(state),
    mode: wordIn(mode) ?? 'auto',
    hasEndpoint: typeof sessionEndpoint === 'string' && sessionEndpoint !== '',
    errorCode:
      /^[a-z_]{3,40}/.exec(root?.querySelector('[part~="error-reference"]')?.textContent.trim() ?? '')?.[0] ??
      null,
    wantedLang: nearestLang(element).toLowerCase(),
    shownLang: root?.querySelector('[part~="base"]')?.getAttribute('lang') ?? null,
  };
}

/** Anything longer than a word could be a secret in the wrong place. */
const wordIn = (value: unknown): string | null =>
  typeof value === 'string' && /^[\w.+-]{1,30}$/.test(value) ? value : null;

/** The nearest `lang`, also outside shadow roots. */
function nearestLang(element: Element): string {
  const nearest = element.closest('[lang]');
  if (nearest) return nearest.getAttribute('lang') ?? '';
  const { host } = element.getRootNode() as Partial<ShadowRoot>;
  return host ? nearestLang(host) : '';
}
