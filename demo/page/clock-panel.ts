import type { ClockView } from '../time-travel.js';
import { readClock, setClock } from './demo-servers.js';
import { findElement } from './find-element.js';
import { fromIstField, presetsAt, toIstField } from './presets.js';

const NOTES: Readonly<Record<NonNullable<ClockView['moved']>, string>> = {
  closed: 'EnKash is closed in real time, so the demo begins an hour after its next opening.',
  chosen: "This is the demo's own time.",
};

const inIndia = new Intl.DateTimeFormat('en-IN', {
  timeZone: 'Asia/Kolkata',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  second: '2-digit',
});

/** The clock of the panel: shows the demo's time and sets it. */
export class ClockPanel {
  readonly #moved: () => Promise<void>;
  /** The demo's time less this page's own monotonic one. */
  #offset = 0;

  /** `moved` runs after each journey in time. */
  constructor(moved: () => Promise<void>) {
    this.#moved = moved;
  }

  /** The demo's time, in milliseconds since 1970. */
  now(): number {
    return this.#offset + performance.now();
  }

  /** Reads the demo's time and lets the panel run. */
  async start(): Promise<void> {
    await this.#follow(readClock());
    setInterval(() => this.#tick(), 1_000);
    findElement('#presets', HTMLElement).append(
      ...presetsAt(Date.now()).map(({ label, at }) => this.#button(label, at)),
    );
    const at = findElement('#at', HTMLInputElement);
    at.value = toIstField(this.now());
    findElement('#journey', HTMLFormElement).addEventListener('submit', (event) => {
      event.preventDefault();
      void this.#travel(fromIstField(at.value));
    });
  }

  #button(label: string, at: number | null): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label;
    button.addEventListener('click', () => void this.#travel(at));
    return button;
  }

  async #travel(at: number | null): Promise<void> {
    await this.#follow(setClock(at));
    await this.#moved();
  }

  async #follow(answer: Promise<ClockView>): Promise<void> {
    // counted from the question, so that this clock is never behind the button's own
    const askedAt = performance.now();
    const { now, moved } = await answer;
    this.#offset = now - askedAt;
    this.#tick();
    const note = findElement('#moved', HTMLElement);
    note.hidden = moved === null;
    note.textContent = moved && NOTES[moved];
  }

  #tick(): void {
    const time = findElement('#now', HTMLTimeElement);
    time.textContent = inIndia.format(this.now());
    time.dateTime = new Date(this.now()).toISOString();
  }
}
