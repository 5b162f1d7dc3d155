import { css } from 'lit';

/** Styles of the host and the button. Pages set colours, sizes, spacing and durations with `--vkyc-*` custom properties. */
export const buttonStyles = css`
  :host {
    --_accent: var(--vkyc-accent, light-dark(#1a4fd6, #8ab0ff));
    --_on-accent: var(--vkyc-accent-contrast, light-dark(#fff, #0b1533));
    --_text: var(--vkyc-text, light-dark(#1c2333, #eef1f8));
    --_muted: var(--vkyc-muted, light-dark(#515b70, #b4bdd0));
    --_surface: var(--vkyc-surface, light-dark(#eef1f7, #2a3142));
    --_info: var(--vkyc-info, light-dark(#1a4bb8, #9dbcff));
    --_success: var(--vkyc-success, light-dark(#11602f, #8fe0ac));
    --_warning: var(--vkyc-warning, light-dark(#7a4b00, #f3c77b));
    --_danger: var(--vkyc-danger, light-dark(#a1201b, #ffb0a8));
    --_radius: var(--vkyc-radius, 0.75rem);
    --_gap: var(--vkyc-gap, 0.625rem);
    --_duration: var(--vkyc-transition-duration, 0.15s);
    display: inline-block;
    box-sizing: border-box;
    inline-size: var(--vkyc-width, 20rem);
    max-inline-size: 100%;
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
  .base {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
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
    overflow-wrap: anywhere;
    color: var(--_text);
  }
  /* Urdu is read in Nastaliq, which CSS can only select by font names. */
  :is(.base, .dialog):lang(ur) {
    font-family: var(--vkyc-font, 'Noto Nastaliq Urdu', 'Urdu Typesetting', 'Noto Naskh Arabic', sans-serif);
    line-height: 2;
  }
  button {
    display: flex;
    align-items: center;
    gap: var(--_gap);
    min-block-size: 2.75rem;
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
    outline: 3px solid var(--vkyc-focus, var(--_accent));
    outline-offset: 2px;
  }
  .button {
    display: block;
    min-block-size: max(2.75rem, var(--vkyc-height, 3.25rem));
    padding-inline: 1.25rem;
    background: var(--_accent);
    color: var(--_on-accent);
    box-shadow: 0 1px 2px rgb(12 22 52 / 0.25);
    transition: filter var(--_duration), transform var(--_duration);
  }
  /* Centred by a transform, so that a new label causes no layout shift. */
  .face {
    position: relative;
    inset-inline-start: 50%;
    display: flex;
    align-items: center;
    gap: inherit;
    inline-size: fit-content;
    transform: translateX(-50%);
    text-wrap: balance;
  }
  [dir='rtl'] .face {
    transform: translateX(50%);
  }
  .button:hover {
    filter: brightness(1.1);
  }
  .button:active {
    transform: translateY(1px);
  }
  .quiet {
    border-color: var(--_accent);
    background: none;
    color: var(--_accent);
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
  :host([state='done']) .button {
    background: light-dark(#e3f4e8, #173524);
    color: var(--_success);
  }
  svg,
  .spinner {
    display: block;
    flex: none;
    box-sizing: border-box;
    inline-size: 1.25rem;
    block-size: 1.25rem;
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
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (prefers-reduced-motion: reduce) {
    .button {
      transition: none;
    }
    .spinner {
      animation: none;
    }
  }
  @media (prefers-contrast: more) {
    .button {
      border-color: currentColor;
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
