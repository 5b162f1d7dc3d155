import type { DowngradeReason } from './call-mode.js';
import { buildDialog, type DialogWords } from './dialog-parts.js';
import type { CallWindow } from './popup.js';
import { lockScroll } from './scroll-lock.js';

/** What the element at hand gives a dialog. */
export interface DialogHost {
  /** Where the dialog is put: the element's own root, so that its styles apply. */
  readonly root: ShadowRoot;
  readonly words: DialogWords;
  /** Further exact origins that camera, microphone and location are lent to; the link's own always is. */
  readonly origins: readonly string[];
}

/** What a dialog tells. It is gone by then. */
export interface DialogListener {
  /** The customer ended the call. */
  ended(): void;
  /** The customer wants a window instead; runs in the gesture. */
  windowWanted(): void;
  /** The frame shows no call. */
  failed(reason: DowngradeReason): void;
}

const FEATURES = ['camera', 'microphone', 'geolocation', 'fullscreen', 'autoplay'];
/** Milliseconds after which a frame that is still blank, and ours, has loaded nothing. */
const LOAD_PATIENCE = 8_000;

/**
 * Shows the call in the page, in a modal dialog. That the call's page refuses to be framed cannot be detected, so "open
 * in a new window" is always there. A call ends only after a question: not by Escape, not by a slip of the finger.
 */
export function openCallDialog(
  { root, words, origins }: DialogHost,
  listener: DialogListener,
  after: (delay: number, task: () => void) => () => void,
): CallWindow {
  const { dialog, frame, waiting, question, close, stay, end, newWindow } = buildDialog(words);
  const focusedBefore = root.activeElement;
  let gone = false;
  /** Whom camera and microphone are lent to, once the call is in the frame. */
  let lentTo: readonly string[] = [];
  let stopWaiting = () => {};

  function ask(): void {
    if (lentTo.length > 0) {
      question.hidden = false;
      stay.focus();
    } else leave(() => listener.ended());
  }

  function leave(then: () => void = () => {}): void {
    if (gone) return;
    gone = true;
    stopWaiting();
    document.removeEventListener('securitypolicyviolation', onViolation);
    removeEventListener('beforeunload', onUnload);
    dialog.close();
    dialog.remove();
    unlock();
    if (focusedBefore instanceof HTMLElement) focusedBefore.focus({ preventScroll: true });
    then();
  }

  function onViolation({ effectiveDirective, blockedURI }: SecurityPolicyViolationEvent): void {
    // The page may have other frames that its policy refuses.
    const ours = lentTo.some((origin) => blockedURI === origin || blockedURI.startsWith(`${origin}/`));
    if (ours && /^(frame|child)-src/.test(effectiveDirective)) leave(() => listener.failed('frame-refused'));
  }

  function onUnload(event: BeforeUnloadEvent): void {
    if (lentTo.length > 0) event.preventDefault();
  }

  close.addEventListener('click', ask);
  end.addEventListener('click', () => leave(() => listener.ended()));
  newWindow.addEventListener('click', () => leave(() => listener.windowWanted()));
  stay.addEventListener('click', () => {
    question.hidden = true;
    close.focus();
  });
  // Escape reaches us in three ways, and no browser knows all of them.
  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    ask();
  });
  dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    ask();
  });
  dialog.addEventListener('close', () => {
    if (gone || !dialog.isConnected) return;
    dialog.showModal();
    ask();
  });
  document.addEventListener('securitypolicyviolation', onViolation);
  addEventListener('beforeunload', onUnload);
  root.append(dialog);
  const unlock = lockScroll();
  dialog.showModal();
  close.focus();

  return {
    get closed() {
      return gone || !dialog.isConnected;
    },
    focus: () => close.focus(),
    go(link) {
      if (gone || !frame.contentWindow) return false;
      lentTo = [link.origin, ...origins];
      frame.allow = FEATURES.map((feature) => [feature, ...lentTo].join(' ')).join('; ');
      waiting.hidden = true;
      frame.hidden = false;
      // Not `src`: the link must be no attribute, and the page's history gets no entry.
      frame.contentWindow.location.replace(link.href);
      stopWaiting = after(LOAD_PATIENCE, () => {
        if (isBlank(frame)) leave(() => listener.failed('frame-empty'));
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
