import type { CallController } from './controllers/call-controller.js';
import type { JourneyController } from './controllers/journey-controller.js';
import type { LocalizeController } from './controllers/localize-controller.js';
import type { Language } from './language.js';
import type { HintModel } from './templates/hint.js';
import { openingTime } from './templates/opening-time.js';

/** Where the status of an element comes from. */
export interface StatusSources {
  readonly journey: Pick<JourneyController, 'current' | 'now'>;
  readonly localize: Pick<LocalizeController, 'language'>;
  readonly call: Pick<CallController, 'mode'>;
  readonly disabled: boolean;
}

/** What the badge and the hint depend on, and the language in which they say it. */
export function statusModel({ journey, localize, call, disabled }: StatusSources): HintModel & Language {
  const { current, now } = journey;
  const { opensAt } = current.availability;
  return {
    journey: current,
    ...localize.language,
    opening: opensAt === null ? null : openingTime(Date.parse(opensAt), now),
    closing: current.lastCall === null ? null : openingTime(current.lastCall, now),
    opensWindow: call.mode === 'popup',
    disabled,
  };
}
