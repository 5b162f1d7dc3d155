/** The attributes that show a host's state and phase to style sheets. */
const NAMES = ['state', 'phase'] as const;

/** A page that removes an attribute as often as this in a second will not stop, and wins. */
const LIMIT_PER_SECOND = 20;
const SECOND_MS = 1000;

export type StateAttributeHost = Pick<Element, 'getAttribute' | 'setAttribute' | 'isConnected'> &
  Readonly<Record<(typeof NAMES)[number], string>> & { readonly hasUpdated: boolean };

/** Keeps the attributes `state` and `phase`, which page morphing removes, as they are not in the server's markup. */
export interface StateAttributes {
  /** Sets again, after the current task of the page, what was removed or changed from outside. */
  check(): void;
}

export function createStateAttributes(host: StateAttributeHost): StateAttributes {
  let isPending = false;
  let restored = 0;
  let since = -Infinity;

  function changedNames() {
    return host.hasUpdated && host.isConnected
      ? NAMES.filter((name) => host.getAttribute(name) !== host[name])
      : [];
  }

  function isAllowed(now: number): boolean {
    if (now - since > SECOND_MS) {
      since = now;
      restored = 0;
    }
    return restored++ < LIMIT_PER_SECOND;
  }

  return {
    check() {
      if (isPending || changedNames().length === 0 || !isAllowed(performance.now())) return;
      isPending = true;
      // Not at once: a page may be removing attributes in a loop.
      queueMicrotask(() => {
        isPending = false;
        for (const name of changedNames()) host.setAttribute(name, host[name]);
      });
    },
  };
}
