import { css } from 'lit';

/** Styles of the row below the button (badge and secondary action) and of the hint. */
export const statusStyles = css`
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    min-block-size: var(--_touch);
    gap: 0 var(--_gap);
    overflow-wrap: break-word;
  }
  /* side by side as long as their longest words fit: wrapping would move everything below */
  .row > * {
    flex: 1 1 min-content;
    min-inline-size: 0;
    max-inline-size: max-content;
  }
  .badge {
    --_tone: var(--_muted);
    display: inline-flex;
    align-items: center;
    box-sizing: border-box;
    gap: 0.375rem;
    margin-block: 0.125rem;
    padding: 0.125rem 0.625rem 0.125rem 0.5rem;
    border: 1px solid color-mix(in srgb, var(--_tone) 35%, transparent);
    border-radius: 1rem;
    background: color-mix(in srgb, var(--_tone) 9%, var(--_paper));
    color: var(--_tone);
    font-size: max(0.8125rem, 13px);
    font-weight: 600;
    line-height: 1.2;
  }
  /* An unknown label beside a button must not move what is below. With large text, reading it matters more. */
  .base:not([data-tight]) .badge:not(:lang(ur)) .text {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  /* Nastaliq extends far below its line */
  .badge:lang(ur) {
    margin-block: 0;
    padding-block: 0.25rem;
  }
  .blank {
    block-size: 1.625rem;
    max-inline-size: 9rem;
    border: 0;
  }
  .badge svg {
    inline-size: 1rem;
    block-size: 1rem;
  }
  [data-phase='in-progress'],
  [data-phase='under-review'] {
    --_tone: var(--_info);
  }
  [data-phase='not-started'],
  [data-phase='expired'] {
    --_tone: var(--_warning);
  }
  [data-phase='verified'] {
    --_tone: var(--_success);
  }
  [data-phase='rejected'] {
    --_tone: var(--_danger);
  }
  .second,
  .new-window-button {
    padding: 0 0.25rem;
    background: none;
    color: var(--_link);
    font-size: max(0.875rem, 14px);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .second {
    border: 0;
  }
  .hint {
    display: flow-root;
    flex: 1;
    min-inline-size: 0;
    margin: 0;
    min-block-size: 2lh;
    color: var(--_soft);
    font-size: max(0.875rem, 14px);
    text-wrap: pretty;
  }
  /* The least space of what follows, which covers it: as a float without a width, since a grid takes three times the
     memory. A sentence has the space of the introduction, which is shown before and after most others. */
  .hint::before,
  [inert] {
    content: attr(data-room);
    float: left;
    inline-size: 100%;
    margin-right: -100%;
    visibility: hidden;
  }
  .reason {
    margin: 0.25rem 0 0;
    font-size: max(0.875rem, 14px);
  }
  .reason bdi {
    font-weight: 600;
  }
  .steps {
    display: flex;
    gap: 0.25rem;
    margin: 0.5rem 0 0;
    padding: 0;
    list-style: none;
    font-size: max(0.75rem, 12px);
    color: var(--_soft);
  }
  .steps li {
    flex: 1 1 0;
    min-inline-size: 0;
    padding-block-start: 0.25rem;
    border-block-start: 0.1875rem solid color-mix(in srgb, currentColor 25%, transparent);
  }
  .steps [data-reached] {
    border-color: var(--_link);
  }
  .steps [aria-current] {
    font-weight: 600;
    color: var(--vkyc-text, inherit);
  }
  .done {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .reserve,
  .banner {
    grid-area: 1 / 1;
  }
  .reserve {
    visibility: hidden;
  }
  .banner {
    --_link: var(--_success);
    --_soft: inherit;
    align-content: center;
    padding: 0.75rem 1rem;
    border: 1px solid color-mix(in srgb, var(--_success) 35%, transparent);
    border-radius: var(--_box-radius);
    background: color-mix(in srgb, var(--_success) 8%, var(--_paper));
    color: var(--_success);
    text-align: center;
    outline: none;
  }
  .banner .badge {
    border: 0;
    background: none;
    font-size: max(1.125rem, 18px);
  }
  .banner svg {
    inline-size: 1.5rem;
    block-size: 1.5rem;
    stroke-width: 2.2;
  }
  .banner .hint {
    min-block-size: 0;
    color: inherit;
  }
  .banner .steps {
    inline-size: 100%;
    color: inherit;
  }
  /* the box reaches into the space around it, so that nothing moves */
  .failed {
    display: flex;
    gap: 0.5rem;
    --_soft: var(--_danger);
    margin: -0.25rem;
    padding: 0.25rem;
    border-radius: calc(var(--_box-radius) / 2);
    background: color-mix(in srgb, var(--_danger) 8%, var(--_paper));
    color: var(--_danger);
  }
  /* smaller by what the icon takes: the lines of the introduction break as they do without it */
  .failed ::before {
    font-size: 0.9em;
    line-height: 1lh;
  }
  .reference {
    color: var(--_soft);
    font-size: max(0.75rem, 12px);
  }
  :host([compact]) :is(.hint, .row) {
    min-block-size: 0;
  }
  @media (prefers-contrast: more) {
    .badge {
      border-color: currentColor;
    }
    .hint {
      color: inherit;
    }
  }
  @media (forced-colors: active) {
    .badge,
    .banner {
      border-color: ButtonText;
    }
    .steps [data-reached] {
      border-color: Highlight;
    }
  }
`;
