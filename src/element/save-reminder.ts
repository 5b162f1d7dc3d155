import { calendarFile } from '../hours/calendar-file.js';

/** Gives the customer a calendar file that reminds of this page at `opensAt` (ISO 8601). `now` in epoch milliseconds. */
export function saveReminder(title: string, opensAt: string, now: number): void {
  const url = location.origin + location.pathname;
  const text = calendarFile({ title, url, start: Date.parse(opensAt), now });
  const file = document.createElement('a');
  file.href = URL.createObjectURL(new Blob([text], { type: 'text/calendar' }));
  file.download = 'video-kyc.ics';
  file.click();
  // The browser has taken hold of the file once this task is over.
  setTimeout(() => URL.revokeObjectURL(file.href));
}
