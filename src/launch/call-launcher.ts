import type { Mode } from './call-mode.js';
import type { ResolvedMode } from './mode-fallback.js';
import type { CloseReason } from './page-calls.js';
import type { LinkHosts } from '../link/check-link.js';
import type { StartRequest } from './start-request.js';

/** Opens calls, one at a time, and continues the call of the page, even if another journey opened it, until its window is gone. */
export interface CallLauncher {
  resolveMode(mode: Mode): ResolvedMode;
  /** Starts a call. Must run in the customer's gesture, since the window opens before anything is awaited. */
  start(request: StartRequest): void;
  /** The link for a native shell that opens the call itself. Rejects with a `VkycError`. */
  takeLink(hosts: LinkHosts): Promise<string>;
  /** Ends what the page can end: a placeholder, a dialog, or the watch on a window, which itself stays open. */
  endCall(reason: CloseReason): void;
  /** The page is left: a placeholder would stay behind with nobody to fill it. A call that is up stays. */
  pageLeft(): void;
  /** Continues the call of the page. */
  resume(): void;
  /** Leaves the call to the page. A press that has not led to a call yet is continued by another journey, if there is one soon. */
  suspend(): void;
}
