/** What is read of something that `window.open` returned: nothing is sure before it was checked. */
interface Candidate {
  readonly closed?: unknown;
  readonly focus?: unknown;
  readonly close?: unknown;
  readonly location?: { readonly href?: unknown; readonly replace?: unknown };
  readonly document?: { readonly defaultView?: unknown };
}

/**
 * Whether what `window.open` returned is a new window. Popup blockers return stand-ins, and native shells the window of
 * the page itself, which must be neither overwritten nor closed.
 */
export function isUsableWindow(candidate: unknown, own: Window): candidate is Window {
  try {
    const { closed, focus, close, location } = candidate as Candidate;
    return (
      closed === false &&
      typeof location === 'object' &&
      [focus, close, location.replace].every((method) => typeof method === 'function') &&
      location !== own.location &&
      !belongsToPage(candidate, own) &&
      !showsPage(candidate as Candidate, own)
    );
  } catch {
    // Null, or something whose properties cannot be read.
    return false;
  }
}

/** Whether it is the window of the page, of a page around it or of a frame in it, or passes calls on to one. */
function belongsToPage(candidate: unknown, own: Window): boolean {
  const { window, self, parent, top } = candidate as Record<'window' | 'self' | 'parent' | 'top', unknown>;
  const ours: unknown[] = [own, own.parent, own.top, own.opener];
  return [candidate, window, self, parent, top].some((each) => each && ours.includes(each));
}

/** Whether it shows some page already, where a new window is blank. */
function showsPage(candidate: Candidate, own: Window): boolean {
  try {
    const { location, document } = candidate;
    const view = document?.defaultView;
    const href = location?.href;
    return (!!view && belongsToPage(view, own)) || (typeof href === 'string' && /^(?!about:)./.test(href));
  } catch {
    // A page with an opaque origin cannot read the windows that it opens.
    return false;
  }
}
