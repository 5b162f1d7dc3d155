import { calendarFile } from '../hours/calendar-file.js';
import { saveFile } from './save-file.js';

/** Gives the customer a calendar file that reminds of this page at `opensAt` (ISO 8601). `now` in epoch milliseconds. */
export function saveReminder(title: string, opensAt: string, now: number): void {
  const url = location.origin + location.pathname;
  saveFile('video-kyc.ics', 'text/calendar', calendarFile({ title, url, start: Date.parse(opensAt), now }));
}
