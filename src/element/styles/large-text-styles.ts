import { css } from 'lit';

/** Styles for large text on a small screen, where words need all the space. After the others of the first load, which they change. */
export const largeTextStyles = css`
  @container (inline-size < 14em) {
    :is(.icon, .badge svg:not(.spinner), .failed svg, .disclosure svg) {
      display: none;
    }
    :is(.button, .badge, .banner, .disclosure) {
      padding-inline: 0.25rem;
    }
    :is(.hint, .note, .reason, .message) {
      font-size: max(0.75rem, 12px);
    }
    .failed {
      margin-inline: 0;
    }
    .disclosure {
      gap: 0.125rem;
      font-size: max(0.8125rem, 13px);
    }
    .banner .badge {
      font-size: max(0.8125rem, 13px);
    }
    .steps {
      flex-direction: column;
    }
  }
`;
