import { calendarFile } from '../../hours/calendar-file.js';
import { pageUrl } from '../../session/page-url.js';

export interface Reminder {
  readonly title: string;
  /** When VKYC opens, as ISO 8601. */
  readonly opensAt: string;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** Offers the customer a calendar file with a reminder of this page for the next opening. */
export function saveReminder({ title, opensAt, now }: Reminder): void {
  const url = pageUrl().replace(/[?#].*/s, '');
  const text = calendarFile({ title, url, start: Date.parse(opensAt), now });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }));
  link.download = 'video-kyc.ics';
  link.click();
  // The download has started once the current task is over.
  setTimeout(() => URL.revokeObjectURL(link.href));
}
