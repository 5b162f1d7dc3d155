import type { Timers } from '../device/timers.js';
import type { CallWindow } from './call-window.js';
import { buildDialog, type DialogMessages } from './dialog-parts.js';
import { lockScrolling } from './lock-scrolling.js';

/** The outcome of the call that a dialog shows. */
export interface CallOutcome {
  readonly phase: string;
  /** In the customer's language. */
  readonly text: string;
}

/** Tells the outcome of the call. */
export interface OutcomeSource {
  /** Null until it is known. */
  readonly current: () => CallOutcome | null;
  /** Runs `listener` whenever it may have changed. Returns a function that stops. */
  readonly subscribe: (listener: () => void) => () => void;
}

/** What the element passes to a dialog. */
export interface DialogHost {
  /** Where the dialog is appended: the element's own root, so that its styles apply. */
  readonly root: ShadowRoot;
  readonly messages: DialogMessages;
  /** Further exact origins to which camera, microphone and location are delegated; the link's own always is. */
  readonly origins: readonly string[];
  /** The outcome of the call. Without it, that is not known before the dialog is closed. */
  readonly outcome?: OutcomeSource;
  /** Runs when a call has ended because the page hid it. */
  readonly onHidden?: () => void;
}

/**
 * Why a dialog closed: the customer ended the call or chose a window instead, the frame shows no call, or the page has
 * hidden the dialog, which would keep the page inert.
 */
export type DialogEnd = 'ended' | 'window-requested' | 'frame-refused' | 'frame-empty' | 'hidden';

/** A dialog to be opened. */
export interface DialogRequest extends DialogHost {
  readonly after: Timers['after'];
  /** Runs once, in the customer's gesture where there was one. Not after `discard`. */
  readonly onEnd: (end: DialogEnd) => void;
}

/** Opens a dialog: see {@link openDialog}. */
export type OpenDialog = (request: DialogRequest) => CallWindow | null;

const DELEGATED_FEATURES = ['camera', 'microphone', 'geolocation', 'fullscreen', 'autoplay'];
/** A frame that is still our own blank page after this time has loaded nothing. */
const LOAD_TIMEOUT_MS = 8_000;
/** How often to look whether the dialog still has a box: no observer reports every way of losing it. */
const BOX_CHECK_INTERVAL_MS = 500;

/**
 * Shows the call in the page, in a modal dialog. Browsers do not report that a page refuses to be framed, so "open in a
 * new window" is always offered. A live call ends only after a confirmation, never by Escape or one stray click.
 * Returns null when the dialog would have no box, because the page hides the element, or when the browser has no modal
 * dialogs.
 */
export function openDialog(request: DialogRequest): CallWindow | null {
  const { root, messages, origins, outcome, after, onEnd } = request;
  const parts = buildDialog(messages);
  const { dialog, frame, waiting, question, close, stay, end, newWindow } = parts;
  const focusedBefore = root.activeElement;
  const page = root.ownerDocument;
  let unlockScrolling = () => {};
  const lifetime = new AbortController();
  const { signal } = lifetime;
  /** The origins that camera and microphone are delegated to; empty until the call is in the frame. */
  let delegatedOrigins: readonly string[] = [];
  let cancelLoadTimeout = () => {};
  let cancelBoxCheck = () => {};

  function remove(reason?: DialogEnd): void {
    if (signal.aborted) return;
    lifetime.abort();
    cancelLoadTimeout();
    cancelBoxCheck();
    // Takes it off the top layer, too.
    dialog.remove();
    unlockScrolling();
    if (focusedBefore instanceof HTMLElement) focusedBefore.focus({ preventScroll: true });
    if (reason) onEnd(reason);
  }

  /** Whether closing ends a live call: not before the call is in the frame, nor once its outcome is known. */
  const isLive = () => delegatedOrigins.length > 0 && !outcome?.current();

  function withdrawQuestion(): void {
    if (question.hidden) return;
    question.hidden = true;
    close.focus();
  }

  function showOutcome(): void {
    const known = outcome?.current();
    if (!known) return;
    parts.outcome.className = 'badge';
    parts.outcome.dataset['phase'] = known.phase;
    parts.outcome.textContent = known.text;
    withdrawQuestion();
  }

  function confirmEnd(event?: Event): void {
    event?.preventDefault();
    if (!isLive()) {
      remove('ended');
      return;
    }
    question.hidden = false;
    stay.focus();
  }

  function show(): boolean {
    root.append(dialog);
    try {
      unlockScrolling = lockScrolling(page);
      dialog.showModal();
      return dialog.checkVisibility();
    } catch {
      // A test environment, or a root that has left its document.
      return false;
    }
  }

  function checkBox(): void {
    if (dialog.checkVisibility()) cancelBoxCheck = after(BOX_CHECK_INTERVAL_MS, checkBox);
    else remove('hidden');
  }

  close.addEventListener('click', confirmEnd);
  end.addEventListener('click', () => remove('ended'));
  newWindow.addEventListener('click', () => remove('window-requested'));
  stay.addEventListener('click', withdrawQuestion);
  const unsubscribe = outcome?.subscribe(showOutcome);
  signal.addEventListener('abort', () => unsubscribe?.());
  // Escape arrives in three ways, and no browser uses all of them.
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') confirmEnd(event);
  });
  dialog.addEventListener('cancel', confirmEnd);
  dialog.addEventListener('close', () => {
    if (!dialog.isConnected) return;
    dialog.showModal();
    confirmEnd();
  });
  page.addEventListener(
    'securitypolicyviolation',
    ({ effectiveDirective, blockedURI }) => {
      // The page may have other frames that its policy blocks.
      const ours = delegatedOrigins.some(
        (origin) => blockedURI === origin || blockedURI.startsWith(`${origin}/`),
      );
      if (ours && /^(frame|child)-src/.test(effectiveDirective)) remove('frame-refused');
    },
    { signal },
  );
  window.addEventListener(
    'beforeunload',
    (event) => {
      if (isLive()) event.preventDefault();
    },
    { signal },
  );
  if (!show()) {
    remove();
    return null;
  }
  cancelBoxCheck = after(BOX_CHECK_INTERVAL_MS, checkBox);
  close.focus();

  return {
    get closed() {
      return !dialog.isConnected;
    },
    focus: () => close.focus(),
    go(link) {
      if (!frame.contentWindow) return false;
      delegatedOrigins = [link.origin, ...origins];
      frame.allow = DELEGATED_FEATURES.map((feature) => [feature, ...delegatedOrigins].join(' ')).join('; ');
      waiting.hidden = true;
      frame.hidden = false;
      parts.host.textContent = link.host;
      // Not `src`: the link must not become an attribute, nor an entry in the page's history.
      frame.contentWindow.location.replace(link.href);
      cancelLoadTimeout = after(LOAD_TIMEOUT_MS, () => {
        if (isBlank(frame)) remove('frame-empty');
      });
      return true;
    },
    discard: () => remove(),
  };
}

/** As long as the frame's address can be read, it is still our own blank page. */
function isBlank(frame: HTMLIFrameElement): boolean {
  try {
    return frame.contentWindow?.location.href === 'about:blank';
  } catch {
    return false;
  }
}
