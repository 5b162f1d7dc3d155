import { css } from 'lit';

/** Styles of the panels below the button: "Before you start" and "Continue on your phone". */
export const panelStyles = css`
  .panels {
    margin-block-start: 0.375rem;
  }
  .panels[inert] {
    visibility: hidden;
  }
  .panel {
    box-shadow: inset 0 1px color-mix(in srgb, var(--_muted) 25%, transparent);
    font-size: 0.875rem;
    outline: none;
  }
  .disclosure {
    inline-size: 100%;
    padding-inline: 0.25rem;
    background: none;
  }
  .disclosure:hover {
    background: var(--_surface);
  }
  .disclosure span {
    flex: 1;
  }
  .panel svg {
    color: var(--_accent);
  }
  .panel .chevron {
    color: var(--_muted);
    transition: rotate var(--_duration);
  }
  [aria-expanded='true'] .chevron {
    rotate: 180deg;
  }
  .details,
  .checklist {
    display: grid;
    gap: var(--_gap);
    padding: 0.25rem 0.25rem var(--_gap);
  }
  .checklist {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .checklist li {
    display: flex;
    gap: var(--_gap);
  }
  .warning {
    --_accent: var(--_warning);
    color: var(--_warning);
  }
  .tick {
    --_accent: var(--_success);
    color: var(--_success);
  }
  .scan,
  .note {
    margin: 0;
    color: var(--_muted);
    text-wrap: pretty;
  }
  .note {
    padding: 0 0.25rem var(--_gap);
  }
  .qr {
    display: grid;
    place-items: center;
    /* four pixels per module for a link as long as EnKash's sample */
    inline-size: min(100% + 0.5rem, 260px);
    aspect-ratio: 1;
    justify-self: center;
    border-radius: 0.5rem;
    outline: 1px solid color-mix(in srgb, var(--_muted) 30%, transparent);
    background: #fff;
    color: #1c2333;
    overflow: hidden;
  }
  /* Inherited by the QR code in its closed shadow root: black on white, regardless of theme and forced colours. */
  .qr div {
    display: grid;
    inline-size: 100%;
    background: #fff;
    fill: #000;
    stroke: none;
    shape-rendering: crispEdges;
    forced-color-adjust: none;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_gap);
  }
  .way {
    flex: 1 1 8rem;
  }
  .way:hover {
    border-color: var(--_accent);
  }
  .link {
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 2.75rem;
    padding-inline: var(--_gap);
    border: 1px solid var(--_muted);
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    font: inherit;
    text-overflow: ellipsis;
  }
  @media (prefers-reduced-motion: reduce) {
    .panel .chevron {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .panel {
      margin-block-start: 0.25rem;
      box-shadow: none;
    }
    .panel :is(svg, .chevron) {
      color: inherit;
    }
  }
`;
