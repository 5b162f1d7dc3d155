import { html, type TemplateResult } from 'lit';
import type { HandoffWay } from '../../handoff/send-link.js';
import type { ChecklistItem } from '../../locales/messages.js';
import type { Phase } from '../../status/phase.js';

const CAMERA = 'M3 6.5h9v7H3zM12 9l5-2.5v7L12 11';
const TICK = 'M5 10.5l3.2 3.2L15 7';
const RING = 'M2 10a8 8 0 1 0 16 0 8 8 0 1 0-16 0';

/** Every icon. Each phase has one, so that the badge does not rely on colour alone. */
export type IconName =
  | Phase
  | ChecklistItem
  | HandoffWay
  | 'camera'
  | 'refresh'
  | 'tick'
  | 'warning'
  | 'prepare'
  | 'handoff'
  | 'chevron';

/** SVG path data of stroked icons on a 20 × 20 grid. */
export const ICON_PATHS: Readonly<Record<IconName, string>> = {
  unknown: `${RING}M10 14.5v.1M7.8 7.6a2.3 2.3 0 1 1 3.2 2.3c-.7.3-1 .8-1 1.6`,
  'not-started': `${RING}M10 5.5v5.2M10 14v.1`,
  'in-progress': `${RING}M10 5.8V10l2.8 1.8`,
  'under-review': 'M12.6 12.6L16 16M14 9A5 5 0 1 1 4 9a5 5 0 0 1 10 0',
  verified: TICK,
  rejected: 'M6.5 6.5l7 7M13.5 6.5l-7 7',
  expired: `${RING}M10 6v4.2l-2.4 1.6`,
  camera: CAMERA,
  refresh: 'M15.8 8.5A6.2 6.2 0 1 0 16 11.5M16 4.5v4h-4',
  prepare: 'M7.5 5h9M7.5 10h9M7.5 15h9M3 5l.8.8 1.4-1.4M3 10l.8.8 1.4-1.4M3 15l.8.8 1.4-1.4',
  handoff: 'M7 2.5h6q1.5 0 1.5 1.5v12q0 1.5-1.5 1.5H7q-1.5 0-1.5-1.5V4q0-1.5 1.5-1.5M9 15h2',
  chevron: 'M6 8l4 4 4-4',
  card: 'M2.5 4.5h15v11h-15zM5 8h3.5v3H5zM11 8.5h4M11 11.5h4',
  india: 'M10 17.5s5.5-4.6 5.5-9a5.5 5.5 0 0 0-11 0c0 4.4 5.5 9 5.5 9zM10 8.4v.1',
  internet: 'M2.5 8a11 11 0 0 1 15 0M5.3 11a7 7 0 0 1 9.4 0M8 13.9a3 3 0 0 1 4 0M10 16.4v.1',
  vpn: 'M10 2.8l6 2.2v4.5c0 3.6-2.5 6.3-6 7.7-3.5-1.4-6-4.1-6-7.7V5zM7.8 7.8l4.4 4.4M12.2 7.8l-4.4 4.4',
  room: 'M13 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0M10 2.5v1.7M10 15.8v1.7M2.5 10h1.7M15.8 10h1.7M4.7 4.7l1.2 1.2M14.1 14.1l1.2 1.2M15.3 4.7l-1.2 1.2M5.9 14.1l-1.2 1.2',
  access: CAMERA,
  recorded: `${RING}M7.5 10a2.5 2.5 0 1 0 5 0 2.5 2.5 0 1 0-5 0`,
  tick: TICK,
  warning: 'M10 3.5l7 12.5H3zM10 8.5v3.2M10 13.8v.1',
  copy: 'M7.5 7.5h8.5v8.5H7.5zM4 12.5V4h8.5',
  share: 'M10 12V3.5M6.8 6.5L10 3.3l3.2 3.2M4.5 10.5v6h11v-6',
  sms: 'M3.5 4.5h13v9H9l-3.5 3v-3h-2z',
  email: 'M3 5h14v10.5H3zM3.3 5.5L10 11l6.7-5.5',
};

/** An icon in the current text colour. */
export function icon(name: IconName): TemplateResult {
  return html`<svg viewBox="0 0 20 20" aria-hidden="true"><path d=${ICON_PATHS[name]}></path></svg>`;
}
