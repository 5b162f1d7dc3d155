import type { PanelsModel } from '../../src/element/templates/panels.js';

/** The model of the panels before anybody has opened one. */
export const CLOSED_PANELS: PanelsModel = {
  checklist: null,
  handoff: { kind: 'hidden' },
  offersHandoff: false,
  pending: null,
  linkExpiresAt: null,
  isAbroad: false,
};
