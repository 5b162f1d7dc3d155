import { css } from 'lit';

/** Styles of the panels below the button: "Before you start" and "Continue on your phone". */
export const panelStyles = css`
  .below {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    margin-block-start: 0.375rem;
  }
  .below > :is(.panels, .message) {
    grid-area: 1 / 1;
  }
  .message {
    --_tone: var(--_info);
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: center;
    margin: 0;
    padding: 0.125rem 0.5rem;
    border-radius: calc(var(--_box-radius) / 2);
    background: color-mix(in srgb, var(--_tone) 8%, var(--_paper));
    color: var(--_tone);
    font-size: 0.875rem;
    line-height: 1.35;
    text-wrap: pretty;
  }
  /* two lines of Nastaliq need more than a panel does */
  .below:lang(ur) {
    min-block-size: 3.25rem;
  }
  .message:lang(ur) {
    line-height: 1.7;
  }
  .panels[inert] {
    visibility: hidden;
  }
  .panel {
    box-shadow: inset 0 1px color-mix(in srgb, currentColor 25%, transparent);
    font-size: 0.875rem;
    outline: none;
  }
  .disclosure {
    inline-size: 100%;
    padding-inline: 0.25rem;
    background: none;
    color: inherit;
  }
  .disclosure:hover {
    background: color-mix(in srgb, currentColor 8%, transparent);
  }
  .disclosure span,
  .checklist span {
    flex: 1;
    min-inline-size: 0;
  }
  .panel svg {
    color: var(--_link);
  }
  .panel .chevron {
    color: var(--_soft);
    transition: rotate var(--_duration);
  }
  [aria-expanded='true'] .chevron {
    rotate: 180deg;
  }
  .details,
  .checklist {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
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
  li:is(.warning, .tick) {
    --_tone: var(--_success);
    margin-inline: -0.25rem;
    padding-inline: 0.25rem;
    border-radius: 0.25rem;
    background: color-mix(in srgb, var(--_tone) 8%, var(--_paper));
    color: var(--_tone);
  }
  .base .warning {
    --_tone: var(--_warning);
  }
  .panels .message {
    margin-block-end: 0.375rem;
    padding-block: 0.375rem;
  }
  li:is(.warning, .tick) svg {
    color: inherit;
  }
  .scan,
  .note {
    margin: 0;
    color: var(--_soft);
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
    outline: 1px solid color-mix(in srgb, currentColor 30%, transparent);
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
    border-color: var(--_link);
  }
  .link {
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 2.75rem;
    padding-inline: var(--_gap);
    border: 1px solid var(--_soft);
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
