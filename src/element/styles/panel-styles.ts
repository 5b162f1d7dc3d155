import { css } from 'lit';

/** Styles of the panels below the button: "Before you start" and "Continue on your phone". */
export const panelStyles = css`
  .message {
    --_tone: var(--_info);
    align-content: center;
    box-sizing: border-box;
    margin: 0;
    padding: 0.125rem 0.5rem;
    border-radius: calc(var(--_box-radius) / 2);
    background: color-mix(in srgb, var(--_tone) 8%, var(--_paper));
    color: var(--_tone);
    font-size: max(0.875rem, 14px);
    line-height: 1.35;
    text-wrap: pretty;
  }
  /* two lines of Nastaliq need more than a panel does */
  .panels:lang(ur) {
    min-block-size: max(3.25rem, 52px);
  }
  .message:lang(ur) {
    line-height: 1.7;
  }
  [inert] + .message {
    min-block-size: var(--_touch);
  }
  .panels,
  [inert] + .message {
    margin-block-start: 0.375rem;
  }
  .panel {
    box-shadow: inset 0 1px color-mix(in srgb, currentColor 25%, transparent);
    font-size: max(0.875rem, 14px);
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
  .disclosure span {
    flex: 1;
    min-inline-size: 0;
  }
  .panel svg {
    color: var(--_link);
  }
  /* a chevron, which points down, and up when the panel is open */
  .disclosure::after {
    content: '';
    flex: none;
    inline-size: 0.375rem;
    block-size: 0.375rem;
    margin: -0.25rem 0.375rem 0;
    border: solid var(--_soft);
    border-width: 0 2px 2px 0;
    rotate: 45deg;
  }
  [aria-expanded='true']::after {
    rotate: 225deg;
    translate: 0 0.25rem;
  }
  .details {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_gap);
    padding: 0.25rem 0.25rem var(--_gap);
  }
  .base .warning {
    --_tone: var(--_warning);
  }
  .panels .message {
    margin-block-end: 0.375rem;
    padding-block: 0.375rem;
  }
  .note {
    margin: 0;
    padding: 0 0.25rem var(--_gap);
    color: var(--_soft);
    text-wrap: pretty;
  }
  @media (forced-colors: active) {
    .panel {
      margin-block-start: 0.25rem;
      box-shadow: none;
    }
    .panel svg {
      color: inherit;
    }
  }
`;
