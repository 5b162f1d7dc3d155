import { css } from 'lit';

/** Styles for large text on a small screen, where words need all the space. After all others, which they change. */
export const largeTextStyles = css`
  @container (inline-size < 14em) {
    :is(.icon, .badge svg, .checklist svg, .failed svg, .disclosure svg:first-child) {
      display: none;
    }
    :is(.button, .badge, .banner, .disclosure) {
      padding-inline: 0.25rem;
    }
    :is(.hint, .scan, .note, .reason, .message, .checklist, .way) {
      font-size: 0.75rem;
    }
    .failed {
      margin-inline: 0;
    }
    .qr {
      inline-size: min(100%, 260px);
    }
    .disclosure {
      gap: 0.125rem;
      font-size: 0.8125rem;
    }
    .chevron {
      inline-size: 1rem;
    }
    :is(.banner .badge, .question p) {
      font-size: 0.8125rem;
    }
    :is(.dialog-header, .dialog-footer, .question, .waiting) {
      padding-inline: 0.125rem;
    }
    .dialog button {
      padding-inline: 0.125rem;
    }
    .steps {
      flex-direction: column;
    }
  }
`;
