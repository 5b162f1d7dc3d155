import { buildDialog, type DialogWords } from './dialog-parts.js';
import type { CallWindow } from './popup.js';

/** What the element at hand gives a dialog. */
export interface DialogHost {
  /** Where the dialog is put: the element's own root, so that its styles apply. */
  readonly root: ShadowRoot;
  readonly messages: DialogWords;
  /** Further exact origins that camera, microphone and location are lent to; the link's own always is. */
  readonly origins: readonly string[];
}

/** How a dialog came to be gone: the customer ended the call or wants a window instead, or the frame shows no call. */
export type DialogEnd = 'ended' | 'window-wanted' | 'frame-refused' | 'frame-empty';

const FEATURES = ['camera', 'microphone', 'geolocation', 'fullscreen', 'autoplay'];
/** Milliseconds after which a frame that is still blank, and ours, has loaded nothing. */
const LOAD_PATIENCE = 8_000;

/**
 * Shows the call in the page, in a modal dialog. That the call's page refuses to be framed cannot be detected, so "open
 * in a new window" is always there. A call ends only after a question: not by Escape, not by a slip of the finger.
 */
export function openCallDialog(
  { root, messages, origins }: DialogHost,
  ended: (end: DialogEnd) => void,
  after: (delay: number, task: () => void) => () => void,
): CallWindow {
  const { dialog, frame, waiting, question, close, stay, end, newWindow } = buildDialog(messages);
  const focusedBefore = root.activeElement;
  const { style } = document.documentElement;
  const { overflow } = style;
  const life = new AbortController();
  const { signal } = life;
  /** Whom camera and microphone are lent to, once the call is in the frame. */
  let lentTo: readonly string[] = [];
  let stopWaiting = () => {};

  /** The way out, once. A wish for a window is told in the gesture. */
  function leave(how?: DialogEnd): void {
    if (signal.aborted) return;
    life.abort();
    stopWaiting();
    dialog.close();
    dialog.remove();
    style.overflow = overflow;
    if (focusedBefore instanceof HTMLElement) focusedBefore.focus({ preventScroll: true });
    if (how) ended(how);
  }

  /** Before the call is in the frame there is nothing to lose, and no question. */
  function ask(event?: Event): void {
    event?.preventDefault();
    if (lentTo.length === 0) {
      leave('ended');
      return;
    }
    question.hidden = false;
    stay.focus();
  }

  close.addEventListener('click', ask);
  end.addEventListener('click', () => leave('ended'));
  newWindow.addEventListener('click', () => leave('window-wanted'));
  stay.addEventListener('click', () => {
    question.hidden = true;
    close.focus();
  });
  // Escape reaches us in three ways, and no browser knows all of them.
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') ask(event);
  });
  dialog.addEventListener('cancel', ask);
  dialog.addEventListener('close', () => {
    if (!dialog.isConnected) return;
    dialog.showModal();
    ask();
  });
  document.addEventListener(
    'securitypolicyviolation',
    ({ effectiveDirective, blockedURI }) => {
      // The page may have other frames that its policy refuses.
      const ours = lentTo.some((origin) => blockedURI === origin || blockedURI.startsWith(`${origin}/`));
      if (ours && /^(frame|child)-src/.test(effectiveDirective)) leave('frame-refused');
    },
    { signal },
  );
  window.addEventListener(
    'beforeunload',
    (event) => {
      if (lentTo.length > 0) event.preventDefault();
    },
    { signal },
  );
  root.append(dialog);
  // The page behind it stays where it is.
  style.overflow = 'hidden';
  dialog.showModal();
  close.focus();

  return {
    get closed() {
      return !dialog.isConnected;
    },
    focus: () => close.focus(),
    go(link) {
      if (!frame.contentWindow) return false;
      lentTo = [link.origin, ...origins];
      frame.allow = FEATURES.map((feature) => [feature, ...lentTo].join(' ')).join('; ');
      waiting.hidden = true;
      frame.hidden = false;
      // Not `src`: the link must be no attribute, and the page's history gets no entry.
      frame.contentWindow.location.replace(link.href);
      stopWaiting = after(LOAD_PATIENCE, () => {
        if (isBlank(frame)) leave('frame-empty');
      });
      return true;
    },
    discard: () => leave(),
  };
}

/** While the frame's address can be read, it is still our own blank page. */
function isBlank(frame: HTMLIFrameElement): boolean {
  try {
    return frame.contentWindow?.location.href === 'about:blank';
  } catch {
    return false;
  }
}
