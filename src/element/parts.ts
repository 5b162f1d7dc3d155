import { createLazyPart } from '../device/lazy-part.js';

/** What few customers need, each part apart from the first load. `parts.cdn.ts` takes the place of this file in the file for script tags. */

/** The dialog around a call in `iframe` mode. */
export const dialogPart = createLazyPart(() =>
  import('./parts/call-dialog.js').then((part) => part.openCallDialog),
);

/** The content of the panel "Before you start", with its device check. */
export const checklistPart = createLazyPart(() =>
  import('./parts/checklist.js').then((part) => part.checklist),
);

/** The content of the panel "Continue on your phone". */
export const handoffPart = createLazyPart(() => import('./parts/handoff.js').then((part) => part.handoff));

/** The calendar file with a reminder of the next opening. */
export const reminderPart = createLazyPart(() =>
  import('./parts/save-reminder.js').then((part) => part.saveReminder),
);
