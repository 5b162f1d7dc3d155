import { css } from 'lit';

/** Styles of the open panel "Continue on your phone". */
export const handoffStyles = css`
  .scan {
    margin: 0;
    color: var(--_soft);
    text-wrap: pretty;
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
    min-block-size: var(--_touch);
    padding-inline: var(--_gap);
    border: 1px solid var(--_soft);
    border-radius: var(--_radius);
    background: none;
    color: inherit;
    font: inherit;
    text-overflow: ellipsis;
  }
  [data-tight] :is(.scan, .way) {
    font-size: max(0.75rem, 12px);
  }
  [data-tight] .way svg {
    display: none;
  }
  [data-tight] .qr {
    inline-size: min(100%, 260px);
  }
`;
