import { css } from 'lit';

/** Styles for large text on a small screen, where words need all the space. After the others of the first load, which they change. */
export const largeTextStyles = css`
  [data-narrow] :is(.icon, .badge svg:not(.spinner), .failed svg, .disclosure svg) {
    display: none;
  }
  [data-narrow] :is(.button, .badge, .banner, .disclosure) {
    padding-inline: 0.25rem;
  }
  [data-narrow] :is(.hint, .note, .reason, .message) {
    font-size: max(0.75rem, 12px);
  }
  [data-narrow] .failed {
    margin-inline: 0;
  }
  [data-narrow] .disclosure {
    gap: 0.125rem;
    font-size: max(0.8125rem, 13px);
  }
  [data-narrow] .banner .badge {
    font-size: max(0.8125rem, 13px);
  }
  [data-narrow] .steps {
    flex-direction: column;
  }
`;
