/** One entry for a calendar. */
export interface CalendarEntry {
  readonly title: string;
  /** Where to go; without query or fragment, which may hold what is no calendar's business. */
  readonly url: string;
  /** When it begins, in epoch milliseconds. */
  readonly start: number;
  /** When the file is made, in epoch milliseconds. */
  readonly now: number;
}

const HALF_AN_HOUR = 1_800_000;
/** The most bytes a line may have, by RFC 5545. */
const LONGEST_LINE = 75;

/** An iCalendar file (RFC 5545) with one entry of half an hour and an alarm at its start. */
export function calendarFile({ title, url, start, now }: CalendarEntry): string {
  const file = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//enkash-vkyc-button//EN
BEGIN:VEVENT
UID:${stamp(start)}-${stamp(now)}@enkash-vkyc-button
DTSTAMP:${stamp(now)}
DTSTART:${stamp(start)}
DTEND:${stamp(start + HALF_AN_HOUR)}
SUMMARY:${escape(title)}
URL:${url}
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:${escape(title)}
TRIGGER:PT0S
END:VALARM
END:VEVENT
END:VCALENDAR
`;
  return file.split('\n').map(fold).join('\r\n');
}

/** `20261123T043000Z` */
function stamp(instant: number): string {
  return new Date(instant).toISOString().replace(/[-:]|\.\d+/g, '');
}

function escape(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
}

/** A line too long goes on in lines that begin with a space: 18 characters fit into any, whatever their script. */
function fold(line: string): string {
  const fits = new TextEncoder().encode(line).length <= LONGEST_LINE;
  return fits ? line : line.replace(/.{18}(?=.)/gsu, '$&\r\n ');
}
