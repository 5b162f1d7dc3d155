import { html, svg, type TemplateResult } from 'lit';
import type { Phase } from '../status/phase.js';

/** The mark of a finished KYC. */
export const checkPath = 'M5 10.5l3.2 3.2L15 7';

/** One stroke drawing on a 20 × 20 grid for each phase: the badge never speaks by colour alone. */
const drawings: Readonly<Record<Phase, string>> = {
  unknown: 'M10 14.5v.1M7.8 7.6a2.3 2.3 0 1 1 3.2 2.3c-.7.3-1 .8-1 1.6',
  'not-started': 'M10 5.5v5.2M10 14v.1',
  'in-progress': 'M10 5.8V10l2.8 1.8',
  'under-review': 'M12.6 12.6L16 16M14 9A5 5 0 1 1 4 9a5 5 0 0 1 10 0',
  verified: checkPath,
  rejected: 'M6.5 6.5l7 7M13.5 6.5l-7 7',
  expired: 'M10 6v4.2l-2.4 1.6',
};

export function phaseIcon(phase: Phase): TemplateResult {
  return drawing(drawings[phase], phase !== 'under-review' && phase !== 'verified' && phase !== 'rejected');
}

/** The camera of a call. */
export const cameraPath = 'M3 6.5h9v7H3zM12 9l5-2.5v7L12 11';
/** Asking anew. */
export const askPath = 'M15.8 8.5A6.2 6.2 0 1 0 16 11.5M16 4.5v4h-4';

function drawing(path: string, ring: boolean): TemplateResult {
  return html`<svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    ${ring ? svg`<circle cx="10" cy="10" r="8"></circle>` : null}<path d=${path}></path>
  </svg>`;
}
