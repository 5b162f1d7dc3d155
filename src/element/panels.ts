import type { CallPlace } from '../device/check-device.js';
import type { DeviceIssue } from '../device/device-issue.js';
import { watchDevice } from '../device/watch-device.js';
import { createHandoff, type Handoff, type HandoffState } from '../handoff/handoff.js';

/** What is open below the button. */
export interface PanelsModel {
  /** "Before you start", with what the device check found (null until it has answered); null while it is closed. */
  readonly checklist: { readonly findings: readonly DeviceIssue[] | null } | null;
  readonly handoff: HandoffState;
}

/** The open checklist, and what ends its look at the device. */
interface OpenChecklist {
  readonly findings: readonly DeviceIssue[] | null;
  readonly stop: () => void;
}

/** Opens and closes what is below the button: "Before you start", and "Continue on your phone". One is open at a time. */
export interface Panels {
  readonly handoff: Handoff;
  readonly model: PanelsModel;
  /** Opens the checklist, with a look at the device for a call in this place; or closes it. */
  toggleChecklist(place: CallPlace): void;
  /** Shows a link for the phone, or hides it. */
  toggleHandoff(getLink: () => Promise<string>): void;
  /** Closes both, and forgets the link. */
  close(): void;
}

/** Panels that are closed; `changed` runs after each change of `model`. */
export function createPanels(changed: () => void): Panels {
  const handoff = createHandoff(changed);
  let checklist: OpenChecklist | null = null;

  const show = (next: OpenChecklist | null) => {
    checklist = next;
    changed();
  };
  const closeChecklist = () => {
    if (!checklist) return;
    checklist.stop();
    show(null);
  };

  return {
    handoff,
    get model() {
      return { checklist, handoff: handoff.state };
    },
    toggleChecklist(place) {
      if (checklist) {
        closeChecklist();
        return;
      }
      handoff.hide();
      const stop = watchDevice(place, (findings) => show({ findings, stop }));
      show({ findings: null, stop });
    },
    toggleHandoff(getLink) {
      void handoff.toggle(getLink);
      closeChecklist();
    },
    close() {
      closeChecklist();
      handoff.hide();
    },
  };
}
