import type { CallWindow } from '../../launch/call-window.js';
import { openDialog, type DialogRequest } from '../../launch/dialog.js';
import { addStyles } from '../adopt-styles.js';
import { dialogStyles } from '../styles/dialog-styles.js';

/** The dialog around a call, with its styles: see `openDialog`. */
export function openCallDialog(request: DialogRequest): CallWindow | null {
  addStyles(request.root, dialogStyles);
  return openDialog(request);
}
