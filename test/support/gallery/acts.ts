import { BESIDE } from './acts/beside.js';
import { CALL } from './acts/call.js';
import { DIALOG } from './acts/dialog.js';
import { ERRORS } from './acts/errors.js';
import { HOURS } from './acts/hours.js';
import { PANELS } from './acts/panels.js';
import { STANDING } from './acts/standing.js';
import type { Act, Scene } from './scene.js';

/** Every state and phase the element can be in, as scenes. */
export const ACTS: readonly Act[] = [STANDING, HOURS, CALL, DIALOG, PANELS, BESIDE, ERRORS];

/** All scenes of all acts. */
export const SCENES: readonly Scene[] = ACTS.flatMap(({ scenes }) => scenes);

/** The scene of a name. Throws when there is none. */
export function sceneNamed(name: string | null): Scene {
  const found = SCENES.find((scene) => scene.name === name);
  if (!found)
    throw new Error(
      `There is no scene of that name. There are: ${SCENES.map((one) => one.name).join(', ')}.`,
    );
  return found;
}
