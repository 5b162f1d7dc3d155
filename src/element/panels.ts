import type { CallPlace } from '../device/check-device.js';
import type { Finding } from '../device/finding.js';
import { watchDevice } from '../device/watch-device.js';
import { createHandoff, type Handoff, type HandoffState } from '../handoff/handoff.js';

/** What is open below the button. */
export interface PanelsModel {
  /** "Before you start", with what the device check found (null until it has answered); null while it is closed. */
  readonly checklist: { readonly findings: readonly Finding[] | null } | null;
  readonly handoff: HandoffState;
}

/** The open checklist, and what ends its look at the device. */
interface OpenChecklist {
  readonly findings: readonly Finding[] | null;
  readonly stop: () => void;
}

/** Opens and closes what is below the button: "Before you start", and "Continue on your phone". One is open at a time. */
export class Panels {
  readonly handoff: Handoff;
  readonly #changed: () => void;
  #checklist: OpenChecklist | null = null;

  /** `changed` runs after each change of `model`. */
  constructor(changed: () => void) {
    this.#changed = changed;
    this.handoff = createHandoff(changed);
  }

  get model(): PanelsModel {
    return { checklist: this.#checklist, handoff: this.handoff.state };
  }

  /** Opens the checklist, with a look at the device for a call in this place; or closes it. */
  toggleChecklist(place: CallPlace): void {
    if (this.#checklist) this.#closeChecklist();
    else {
      this.handoff.hide();
      const stop = watchDevice(place, (findings) => this.#show({ findings, stop }));
      this.#show({ findings: null, stop });
    }
  }

  /** Shows a link for the phone, or hides it. */
  toggleHandoff(getLink: () => Promise<string>): void {
    void this.handoff.toggle(getLink);
    this.#closeChecklist();
  }

  /** Closes both, and forgets the link. */
  close(): void {
    this.#closeChecklist();
    this.handoff.hide();
  }

  #closeChecklist(): void {
    if (!this.#checklist) return;
    this.#checklist.stop();
    this.#show(null);
  }

  #show(checklist: OpenChecklist | null): void {
    this.#checklist = checklist;
    this.#changed();
  }
}
