/** What the customer reads in the new window until the call appears. */
export interface Placeholder {
  readonly lang: string;
  readonly dir: string;
  readonly title: string;
  readonly text: string;
}

/** A window of the call's own. `closed` is advice: browsers say it of a live window too, once the call page cuts the tie. */
export interface CallWindow {
  readonly closed: boolean;
  focus(): void;
  /** Sends the window to the call. False when the customer has closed it meanwhile. */
  go(link: URL): boolean;
  /** Closes a window that has gone nowhere yet. A window that shows the call is the customer's and stays. */
  discard(): void;
}

/**
 * Opens the call's window; must run in the customer's gesture, before anything is awaited. With a link it goes there
 * at once, else it shows the placeholder until `go`. Gives null when the browser blocks it.
 */
export function openPopup(
  placeholder: Placeholder,
  link: URL | null,
  page: Window = window,
): CallWindow | null {
  const popup = open(link?.href ?? '', page);
  if (!popup) return null;
  let blank = !link;
  if (blank) write(popup, placeholder);
  else cutOpener(popup);
  return {
    get closed() {
      return popup.closed;
    },
    focus: () => popup.focus(),
    go(target) {
      if (popup.closed) return false;
      blank = false;
      cutOpener(popup);
      popup.location.replace(target.href);
      return true;
    },
    discard() {
      if (blank) popup.close();
    },
  };
}

function open(url: string, page: Window): Window | null {
  const name = `enkash-vkyc-${crypto.getRandomValues(new Uint32Array(2)).join('-')}`;
  try {
    const popup = page.open(url, name, isPhone(page) ? '' : centred(page));
    return popup && !popup.closed ? popup : null;
  } catch {
    // Firefox throws, instead of giving null, in a sandboxed frame without allow-popups.
    return null;
  }
}

/** The vendor's page must not be able to steer ours; `noopener` would give up our handle and look like a blocked window. */
function cutOpener(popup: Window): void {
  try {
    popup.opener = null;
  } catch {
    // Already on another origin: then it has no opener to misuse that we could take away.
  }
}

function write(popup: Window, { lang, dir, title, text }: Placeholder): void {
  try {
    const { body, documentElement } = popup.document;
    documentElement.lang = lang;
    documentElement.dir = dir;
    popup.document.title = title;
    body.textContent = text;
    // Through the object model, which a strict Content-Security-Policy allows.
    body.style.cssText =
      'display:grid;place-content:center;min-height:90vh;margin:1rem;text-align:center;font:1.125rem/1.5 system-ui,sans-serif;color-scheme:light dark';
  } catch {
    // A page without an origin of its own (a sandboxed frame) may not write here; the window works without words.
  }
}

/** On a phone a plain tab: window features there give a tab at best and a lost window at worst. */
function isPhone(page: Window): boolean {
  return page.matchMedia('(pointer: coarse), (max-width: 767px)').matches;
}

function centred(page: Window): string {
  const { screen, screenX, screenY, outerWidth, outerHeight } = page;
  const width = Math.min(520, screen.availWidth);
  const height = Math.min(780, screen.availHeight);
  const left = Math.max(0, Math.round(screenX + (outerWidth - width) / 2));
  const top = Math.max(0, Math.round(screenY + (outerHeight - height) / 2));
  return `popup,width=${width},height=${height},left=${left},top=${top}`;
}
