import type { LazyPart } from '../device/lazy-part.js';
import { openCallDialog } from './parts/call-dialog.js';
import { checklist } from './parts/checklist.js';
import { handoff } from './parts/handoff.js';
import { saveReminder } from './parts/save-reminder.js';

/** Takes the place of `parts.ts` in the file for script tags, which loads nothing later. */
const bundled = <Part>(part: Part): LazyPart<Part> => ({
  loaded: part,
  preload() {},
  use: (task) => task(part),
});

export const dialogPart = bundled(openCallDialog);
export const checklistPart = bundled(checklist);
export const handoffPart = bundled(handoff);
export const reminderPart = bundled(saveReminder);
