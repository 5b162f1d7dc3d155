import { nextFrame } from '@open-wc/testing';

/** Resolves when everything that was changed is on the screen: observers of sizes run after the next frame's callbacks. */
export async function painted(): Promise<void> {
  await nextFrame();
  await nextFrame();
}
