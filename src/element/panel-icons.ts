import { html, type TemplateResult } from 'lit';

/** One stroke drawing on a 20 × 20 grid each. */
export const panelDrawings = {
  prepare: 'M7.5 5h9M7.5 10h9M7.5 15h9M3 5l.8.8L5.2 4.4M3 10l.8.8 1.4-1.4M3 15l.8.8 1.4-1.4',
  handoff:
    'M7 2.5h6a1.5 1.5 0 0 1 1.5 1.5v12a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 16V4A1.5 1.5 0 0 1 7 2.5M9 15h2',
  chevron: 'M6 8l4 4 4-4',
  card: 'M2.5 4.5h15v11h-15zM5 8h3.5v3H5zM11 8.5h4M11 11.5h4',
  india: 'M10 17.5s5.5-4.6 5.5-9a5.5 5.5 0 0 0-11 0c0 4.4 5.5 9 5.5 9zM10 8.4v.1',
  vpn: 'M10 2.8l6 2.2v4.5c0 3.6-2.5 6.3-6 7.7-3.5-1.4-6-4.1-6-7.7V5zM7.8 7.8l4.4 4.4M12.2 7.8l-4.4 4.4',
  room: 'M13 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0M10 2.5v1.7M10 15.8v1.7M2.5 10h1.7M15.8 10h1.7M4.7 4.7l1.2 1.2M14.1 14.1l1.2 1.2M15.3 4.7l-1.2 1.2M5.9 14.1l-1.2 1.2',
  access: 'M3 6.5h9v7H3zM12 9l5-2.5v7L12 11',
  tick: 'M5 10.5l3.2 3.2L15 7',
  warning: 'M10 3.5l7 12.5H3zM10 8.5v3.2M10 13.8v.1',
  copy: 'M7.5 7.5h8.5v8.5H7.5zM4 12.5V4h8.5',
  share: 'M10 12V3.5M6.8 6.5L10 3.3l3.2 3.2M4.5 10.5v6h11v-6',
  sms: 'M3.5 4.5h13v9H9l-3.5 3v-3h-2z',
  email: 'M3 5h14v10.5H3zM3.3 5.5L10 11l6.7-5.5',
} as const;

/** An icon of the panels below the button, in the colour of the text beside it. */
export function panelIcon(name: keyof typeof panelDrawings): TemplateResult {
  return html`<svg class=${`mark ${name}`} viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    <path d=${panelDrawings[name]}></path>
  </svg>`;
}
