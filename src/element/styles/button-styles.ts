import { css } from 'lit';

/** Styles of the host and the button. Pages set colours, sizes, spacing and durations with `--vkyc-*` custom properties. */
export const buttonStyles = css`
  :host {
    --_accent: var(--vkyc-accent, light-dark(#1746c0, #8ab0ff));
    --_on-accent: var(--vkyc-accent-contrast, light-dark(#fff, #0b1533));
    --_text: var(--vkyc-text, light-dark(#1c2333, #eef1f8));
    --_muted: var(--vkyc-muted, light-dark(#434c5f, #bcc5d7));
    --_paper: var(--vkyc-dialog-surface, light-dark(#fff, #171c28));
    --_surface: var(--vkyc-surface, light-dark(#eef1f7, #2a3142));
    --_info: var(--vkyc-info, light-dark(#17429f, #9dbcff));
    --_success: var(--vkyc-success, light-dark(#0e5528, #8fe0ac));
    --_warning: var(--vkyc-warning, light-dark(#6b4200, #f3c77b));
    --_danger: var(--vkyc-danger, light-dark(#8f1c18, #ffb0a8));
    /* Pages whose root has a small font, such as 62.5 %, get the sizes of 16 px: text is readable and controls can be hit. */
    --_width: var(--vkyc-width, max(20rem, 320px));
    --_touch: max(2.75rem, 44px);
    --_radius: var(--vkyc-radius, 0.75rem);
    /* a box with the ends of a pill would be an oval */
    --_box-radius: min(var(--_radius), 1rem);
    --_gap: var(--vkyc-gap, 0.625rem);
    --_duration: var(--vkyc-transition-duration, 0.15s);
    /* Wants its width and can do without it, in parents that fit their content: a column that can shrink. */
    display: inline-grid;
    grid-template-columns: minmax(0, var(--_width)) minmax(0, 1fr);
    box-sizing: border-box;
    inline-size: min(var(--_width), 100%);
    vertical-align: top;
    color-scheme: inherit;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  /* What a page sets for its own text, such as capitals or clipped gradients, stays outside. */
  :is(.base, .dialog) {
    font: inherit;
    font-family: var(--vkyc-font, inherit);
    line-height: 1.5;
    letter-spacing: normal;
    word-spacing: normal;
    text-align: start;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
    white-space: normal;
    word-break: normal;
    overflow-wrap: break-word;
    -webkit-text-fill-color: currentColor;
  }
  .base {
    position: relative;
    display: flow-root;
    grid-column: 1 / -1;
    /* What stands on the page has the colours of the page, which may be dark and say nothing of it. */
    color: var(--vkyc-text, inherit);
    --_soft: var(--vkyc-muted, color-mix(in srgb, currentColor 82%, transparent));
    --_link: var(--vkyc-link, color-mix(in oklab, var(--_accent) 55%, currentColor));
  }
  /* White or black by the luminance of the accent: never below 4.5 : 1. Safari before 18, which has no content-visibility,
     computes with channels in another way. */
  @supports (color: color(from red xyz calc(y) y y)) and (content-visibility: auto) {
    :host {
      --_light: clamp(0, (0.179 - y) * 1e5, 1);
      --_on-accent: var(
        --vkyc-accent-contrast,
        color(from var(--_accent) xyz calc(0.9505 * var(--_light)) var(--_light) calc(1.0891 * var(--_light)))
      );
    }
  }
  /* Urdu is read in Nastaliq, which CSS can only select by font names. */
  :is(.base, .dialog, .button):lang(ur) {
    font-family: var(--vkyc-font, 'Noto Nastaliq Urdu', 'Urdu Typesetting', 'Noto Naskh Arabic', sans-serif);
    line-height: 2;
  }
  button {
    display: flex;
    align-items: center;
    gap: var(--_gap);
    min-block-size: var(--_touch);
    padding: 0.375rem var(--_gap);
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
    font-weight: 600;
    letter-spacing: inherit;
    text-align: start;
    cursor: pointer;
    touch-action: manipulation;
    -webkit-tap-highlight-color: transparent;
  }
  :is(button, .link):focus-visible {
    outline: 3px solid
      var(--vkyc-focus, var(--vkyc-link, color-mix(in oklab, var(--_accent) 55%, CanvasText)));
    outline-offset: 2px;
    /* seen on a dark page too */
    box-shadow: 0 0 0 2px var(--_paper);
  }
  .button {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: max(var(--_touch), var(--vkyc-height, 3.25rem));
    padding: 0.125rem 1.25rem;
    /* a label of two lines needs no more than that height */
    line-height: 1.3;
    text-align: center;
    text-wrap: pretty;
    background: var(--_accent);
    color: var(--_on-accent);
    box-shadow: 0 1px 2px rgb(12 22 52 / 0.25);
    transition: filter var(--_duration), transform var(--_duration);
  }
  /* in the first line of the label, so that both are centred together */
  .button > [name] {
    display: inline-flex;
    vertical-align: -0.3em;
    margin-inline-end: var(--_gap);
  }
  .button:hover {
    filter: brightness(1.1);
  }
  .button:active {
    transform: translateY(1px);
  }
  .quiet {
    border-color: var(--_link);
    background: none;
    color: var(--_link);
    box-shadow: none;
  }
  .button:disabled,
  [class][aria-disabled='true'] {
    border-color: transparent;
    background: var(--_surface);
    color: var(--_muted);
    box-shadow: none;
    filter: none;
    transform: none;
    cursor: default;
  }
  svg,
  .spinner {
    display: block;
    flex: none;
    box-sizing: border-box;
    inline-size: max(1.25rem, 20px);
    block-size: max(1.25rem, 20px);
  }
  svg {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .spinner {
    border: 2px solid;
    border-inline-end-color: transparent;
    border-radius: 50%;
    animation: turn 0.9s linear infinite;
  }
  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }
  .spoken {
    position: absolute;
    inline-size: 100%;
    block-size: 1em;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    .button {
      transition: none;
    }
    .spinner {
      border: 2px dotted;
      animation: none;
    }
  }
  @media (prefers-contrast: more) {
    .button {
      border-color: var(--_text);
    }
  }
  @media (forced-colors: active) {
    button {
      border-color: ButtonText;
    }
    .spinner {
      border-inline-end-color: ButtonFace;
    }
    [class][aria-disabled='true'] {
      border-color: GrayText;
      color: GrayText;
    }
  }
`;
