import { css } from 'lit';

/** Styles for large text on a small screen, where words need all the space. After the others of the first load, which they change. */
export const largeTextStyles = css`
  [data-tight] :is(.icon, .badge svg:not(.spinner), .failed svg, .disclosure svg) {
    display: none;
  }
  [data-tight] :is(.button, .badge, .banner, .disclosure) {
    padding-inline: 0.25rem;
  }
  [data-tight] :is(.hint, .note, .reason, .message, .disclosure, .badge) {
    font-size: max(0.75rem, 12px);
  }
  [data-tight] .failed {
    margin-inline: 0;
  }
  [data-tight] .disclosure {
    gap: 0.125rem;
  }
  [data-tight] .steps {
    flex-direction: column;
  }
`;
