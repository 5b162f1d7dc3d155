import type { LazyPart } from '../device/lazy-part.js';
import type { CallMode } from './call-mode.js';
import type { DialogHost, OpenDialog } from './dialog.js';
import type { Placeholder } from './popup.js';
import type { LinkHosts } from '../link/check-link.js';

/** One request to start a call, with what only the element knows. */
export interface StartRequest {
  readonly mode: CallMode;
  readonly hosts: LinkHosts;
  readonly placeholder: Placeholder;
  readonly dialog: DialogHost;
  /** Opens the dialog, once its code is loaded. */
  readonly openDialog: LazyPart<OpenDialog>;
}
