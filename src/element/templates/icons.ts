import { html, type TemplateResult } from 'lit';
import type { Phase } from '../../status/phase.js';

/** The circle around some icons. */
export const RING = 'M2 10a8 8 0 1 0 16 0 8 8 0 1 0-16 0';

/** The icons of the first load. Each phase has one, so that the badge does not rely on colour alone. */
export type IconName = Phase | 'camera' | 'refresh' | 'warning' | 'prepare' | 'handoff';

/** SVG path data of stroked icons on a 20 × 20 grid. */
export const ICON_PATHS: Readonly<Record<IconName, string>> = {
  unknown: `${RING}M10 14.5v.1M7.8 7.6a2.3 2.3 0 1 1 3.2 2.3c-.7.3-1 .8-1 1.6`,
  'not-started': `${RING}M10 5.5v5.2M10 14v.1`,
  'in-progress': `${RING}M10 5.8V10l2.8 1.8`,
  'under-review': 'M12.6 12.6L16 16M14 9A5 5 0 1 1 4 9a5 5 0 0 1 10 0',
  verified: 'M5 10.5l3.2 3.2L15 7',
  rejected: 'M6.5 6.5l7 7M13.5 6.5l-7 7',
  expired: `${RING}M10 6v4.2l-2.4 1.6`,
  camera: 'M3 6.5h9v7H3zM12 9l5-2.5v7L12 11',
  refresh: 'M15.8 8.5A6.2 6.2 0 1 0 16 11.5M16 4.5v4h-4',
  prepare: 'M7.5 5h9M7.5 10h9M7.5 15h9M3 5l.8.8 1.4-1.4M3 10l.8.8 1.4-1.4M3 15l.8.8 1.4-1.4',
  handoff: 'M7 2.5h6q1.5 0 1.5 1.5v12q0 1.5-1.5 1.5H7q-1.5 0-1.5-1.5V4q0-1.5 1.5-1.5M9 15h2',
  warning: 'M10 3.5l7 12.5H3zM10 8.5v3.2M10 13.8v.1',
};

/** An icon in the current text colour, from its path data. */
export function icon(path: string): TemplateResult {
  return html`<svg viewBox="0 0 20 20" aria-hidden="true"><path d=${path}></path></svg>`;
}
