/** The date and time in Kolkata by the browser's time zone data: an independent check of the arithmetic under test. */
export interface IstReading {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** `Mon` … `Sun`. */
  readonly weekday: string;
  /** Milliseconds since midnight in Kolkata. */
  readonly msOfDay: number;
}

const format = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Asia/Kolkata',
  hourCycle: 'h23',
  weekday: 'short',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  fractionalSecondDigits: 3,
});

export function istOf(instant: number): IstReading {
  const parts = new Map(format.formatToParts(instant).map(({ type, value }) => [type, value]));
  const text = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  const number = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type));
  return {
    date: `${text('year')}-${text('month')}-${text('day')}`,
    weekday: text('weekday'),
    msOfDay:
      ((number('hour') * 60 + number('minute')) * 60 + number('second')) * 1000 + number('fractionalSecond'),
  };
}
