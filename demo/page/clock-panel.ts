import type { ClockView } from '../time-travel.js';
import { readClock, setClock } from './demo-servers.js';
import { findElement } from './find-element.js';
import { fromIstField, presetsAt, toIstField } from './presets.js';

const NOTES: Readonly<Record<NonNullable<ClockView['moved']>, string>> = {
  closed: "EnKash is closed in real time, so the demo's time started an hour after the next opening.",
  chosen: "This is the demo's own time.",
};

const istFormat = new Intl.DateTimeFormat('en-IN', {
  timeZone: 'Asia/Kolkata',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  second: '2-digit',
});

/** Shows the demo's time and lets the developer set it. */
export interface ClockPanel {
  /** The demo's time, in milliseconds since 1970. */
  now(): number;
  /** Reads the demo's time and starts the panel. */
  start(): Promise<void>;
}

/** Creates the clock panel; `onTravel` runs after each change of the demo's time. */
export function createClockPanel(onTravel: () => Promise<void>): ClockPanel {
  /** The demo's time less the page's monotonic time. */
  let offset = 0;
  const now = () => offset + performance.now();

  const tick = (): void => {
    const time = findElement('#now', HTMLTimeElement);
    time.textContent = istFormat.format(now());
    time.dateTime = new Date(now()).toISOString();
  };

  const show = async (response: Promise<ClockView>): Promise<void> => {
    // Measured from the request, so that this clock is never behind the button's own.
    const sentAt = performance.now();
    const view = await response;
    offset = view.now - sentAt;
    tick();
    const note = findElement('#moved', HTMLElement);
    note.hidden = view.moved === null;
    note.textContent = view.moved && NOTES[view.moved];
  };

  const travel = async (at: number | null): Promise<void> => {
    await show(setClock(at));
    await onTravel();
  };

  const presetButton = (label: string, at: number | null): HTMLButtonElement => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.addEventListener('click', () => void travel(at));
    return button;
  };

  return {
    now,
    async start() {
      await show(readClock());
      setInterval(tick, 1_000);
      findElement('#presets', HTMLElement).append(
        ...presetsAt(Date.now()).map(({ label, at }) => presetButton(label, at)),
      );
      const at = findElement('#at', HTMLInputElement);
      at.value = toIstField(now());
      findElement('#travel', HTMLFormElement).addEventListener('submit', (event) => {
        event.preventDefault();
        void travel(fromIstField(at.value));
      });
    },
  };
}
