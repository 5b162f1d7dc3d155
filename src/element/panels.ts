import type { CallPlace } from '../device/check-device.js';
import type { Finding } from '../device/finding.js';
import { watchDevice } from '../device/watch-device.js';
import { Handoff, type HandoffState, type PhoneLink } from '../handoff/handoff.js';

/** What is open below the button. */
export interface PanelsModel {
  /** "Before you start", with what the device check found (null until it has answered); null while it is closed. */
  readonly checklist: { readonly findings: readonly Finding[] | null } | null;
  readonly handoff: HandoffState;
}

/** Opens and closes what is below the button: "Before you start", and "Continue on your phone". One is open at a time. */
export class Panels {
  readonly #changed: () => void;
  #findings: readonly Finding[] | null = null;
  #stopWatching: (() => void) | null = null;
  #ownHandoff: Handoff | null = null;

  /** `changed` runs after each change of `model`. */
  constructor(changed: () => void) {
    this.#changed = changed;
  }

  get model(): PanelsModel {
    return {
      checklist: this.#stopWatching && { findings: this.#findings },
      handoff: this.handoff.state,
    };
  }

  /** The way to the phone; not before the element is drawn, which it never is on a server. */
  get handoff(): Handoff {
    return (this.#ownHandoff ??= new Handoff(this.#changed));
  }

  /** Opens the checklist, with a look at the device for a call in this place; or closes it. */
  toggleChecklist(place: CallPlace): void {
    if (this.#stopWatching) this.#closeChecklist();
    else {
      this.handoff.hide();
      this.#stopWatching = watchDevice(place, (findings) => {
        this.#findings = findings;
        this.#changed();
      });
    }
    this.#changed();
  }

  /** Shows a link for the phone, or hides it. */
  toggleHandoff(getLink: () => Promise<PhoneLink>): void {
    this.#closeChecklist();
    void this.handoff.toggle(getLink);
  }

  /** Closes both, and forgets the link. */
  close(): void {
    if (!this.#ownHandoff) return;
    this.#closeChecklist();
    this.handoff.hide();
    this.#changed();
  }

  #closeChecklist(): void {
    this.#stopWatching?.();
    this.#stopWatching = null;
    this.#findings = null;
  }
}
