import { css } from 'lit';

/** The look of what opens below the button: "Before you start" and "Continue on your phone". */
export const panelStyles = css`
  .panel {
    box-shadow: inset 0 1px color-mix(in srgb, var(--_muted) 25%, transparent);
    font-size: 0.875rem;
    outline: none;
  }
  .disclosure {
    display: flex;
    align-items: center;
    gap: 0.625rem;
    inline-size: 100%;
    min-block-size: 2.75rem;
    padding: 0.375rem 0.25rem;
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    font-weight: 600;
    text-align: start;
  }
  .disclosure:hover {
    background: var(--_surface);
  }
  .disclosure span {
    flex: 1;
  }
  .mark {
    flex: none;
    inline-size: 1.25rem;
    block-size: 1.25rem;
    color: var(--_accent);
  }
  .disclosure .chevron {
    color: var(--_muted);
    transition: rotate 0.15s;
  }
  [aria-expanded='true'] .chevron {
    rotate: 180deg;
  }
  .details {
    display: grid;
    gap: 0.75rem;
    padding: 0.25rem 0.25rem 0.75rem;
  }
  .details[hidden] {
    display: none;
  }
  .checklist {
    display: grid;
    gap: 0.5rem;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .checklist li {
    display: flex;
    gap: 0.625rem;
  }
  li.warning {
    color: light-dark(#7a4b00, #f3c77b);
  }
  li.tick {
    color: light-dark(#11602f, #8fe0ac);
  }
  li.warning .mark,
  li.tick .mark {
    color: inherit;
  }
  .scan,
  .note {
    margin: 0;
    color: var(--_muted);
    text-wrap: pretty;
  }
  .note {
    padding: 0 0.25rem 0.75rem;
  }
  .qr {
    display: grid;
    place-items: center;
    /* four pixels for each module of a link as long as EnKash's sample */
    inline-size: min(100% + 0.5rem, 260px);
    aspect-ratio: 1;
    justify-self: center;
    border-radius: 0.5rem;
    outline: 1px solid color-mix(in srgb, var(--_muted) 30%, transparent);
    background: #fff;
    color: #1c2333;
    overflow: hidden;
  }
  /* What the drawing in its closed root inherits: black on white, whatever the page or forced colours say. */
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
    gap: 0.5rem;
  }
  .way {
    flex: 1 1 8.5rem;
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-block-size: 2.75rem;
    padding: 0.375rem 0.75rem;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font-weight: 600;
    text-align: start;
  }
  .way:hover {
    border-color: var(--_accent);
  }
  .way[aria-disabled='true'] {
    color: var(--_muted);
    cursor: default;
    border-color: transparent;
  }
  .link {
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 2.75rem;
    padding-inline: 0.75rem;
    border: 1px solid var(--_muted);
    border-radius: var(--_radius);
    background: transparent;
    color: inherit;
    font: inherit;
    text-overflow: ellipsis;
  }
  .link:focus-visible {
    outline: 3px solid var(--vkyc-focus, var(--_accent));
    outline-offset: 2px;
  }
  @media (prefers-reduced-motion: reduce) {
    .disclosure .chevron {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .disclosure,
    .way {
      border: 1px solid ButtonText;
    }
    .panel {
      border: 0;
      margin-block-start: 0.25rem;
    }
    .mark,
    .disclosure .chevron {
      color: inherit;
    }
    .way[aria-disabled='true'] {
      color: GrayText;
      border-color: GrayText;
    }
  }
`;
