/** One calendar entry. */
export interface CalendarEntry {
  readonly title: string;
  /** The page to open; without query and fragment, which may hold private data. */
  readonly url: string;
  /** Start of the entry, in epoch milliseconds. */
  readonly start: number;
  /** When the file is created, in epoch milliseconds. */
  readonly now: number;
}

/** The last instant that a Date can represent, in epoch milliseconds. */
const MAX_INSTANT_MS = 8.64e15;
const DURATION_MS = 30 * 60_000;
/** Maximum length of a line, by RFC 5545. */
const MAX_LINE_BYTES = 75;

/** Creates an iCalendar file (RFC 5545) with one entry of half an hour and an alarm at its start. */
export function calendarFile({ title, url, start, now }: CalendarEntry): string {
  const file = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//enkash-vkyc-button//EN
BEGIN:VEVENT
UID:${timestamp(start)}-${timestamp(now)}@enkash-vkyc-button
DTSTAMP:${timestamp(now)}
DTSTART:${timestamp(start)}
DTEND:${timestamp(start + DURATION_MS)}
SUMMARY:${escapeText(title)}
URL:${url}
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:${escapeText(title)}
TRIGGER:PT0S
END:VALARM
END:VEVENT
END:VCALENDAR
`;
  return file.split('\n').map(foldLine).join('\r\n');
}

/** Formats as `20261123T043000Z`. A Date cannot represent instants beyond its last one. */
function timestamp(instant: number): string {
  return new Date(Math.min(instant, MAX_INSTANT_MS)).toISOString().replace(/[-:]|\.\d+/g, '');
}

function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r\n?|\n/g, '\\n');
}

/** Continues a long line on lines that start with a space. 18 characters fit in any script: 4 bytes each at most. */
function foldLine(line: string): string {
  const fits = new TextEncoder().encode(line).length <= MAX_LINE_BYTES;
  return fits ? line : line.replace(/.{18}(?=.)/gsu, '$&\r\n ');
}
