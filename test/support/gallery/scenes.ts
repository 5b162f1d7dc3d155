import { PAGE_SCENES } from './scenes/page-scenes.js';
import { CALL_SCENES } from './scenes/call-scenes.js';
import { DIALOG_SCENES } from './scenes/dialog-scenes.js';
import { ERROR_SCENES } from './scenes/error-scenes.js';
import { HOURS_SCENES } from './scenes/hours-scenes.js';
import { PANEL_SCENES } from './scenes/panel-scenes.js';
import { STATUS_SCENES } from './scenes/status-scenes.js';
import type { SceneGroup, Scene } from './scene.js';

/** Every state and phase of the element, as scenes. */
export const SCENE_GROUPS: readonly SceneGroup[] = [
  STATUS_SCENES,
  HOURS_SCENES,
  CALL_SCENES,
  DIALOG_SCENES,
  PANEL_SCENES,
  PAGE_SCENES,
  ERROR_SCENES,
];

/** The scenes of all groups. */
export const SCENES: readonly Scene[] = SCENE_GROUPS.flatMap(({ scenes }) => scenes);

/**
 * The scene with a name.
 * @throws {Error} when there is none.
 */
export function findScene(name: string | null): Scene {
  const found = SCENES.find((scene) => scene.name === name);
  if (!found)
    throw new Error(
      `There is no scene "${name ?? ''}". Scenes: ${SCENES.map((one) => one.name).join(', ')}.`,
    );
  return found;
}
