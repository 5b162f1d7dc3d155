import { css } from 'lit';

/** Styles of the dialog around a call; colours and buttons come from button-styles.ts. */
export const dialogStyles = css`
  .dialog {
    box-sizing: border-box;
    inline-size: max(40rem, 640px);
    block-size: max(52rem, 832px);
    max-inline-size: 100%;
    max-block-size: 100dvh;
    container-type: inline-size;
    overflow: auto;
    /* not inherited from a page that makes the element inactive during a call */
    pointer-events: auto;
    padding: 0;
    border: 1px solid transparent;
    border-radius: var(--_box-radius);
    background: var(--_paper);
    color: var(--_text);
    --_link: var(--vkyc-link, var(--_accent));
    box-shadow: 0 1rem 3rem rgb(0 0 0 / 0.4);
  }
  .dialog[open] {
    display: grid;
    grid: auto auto minmax(0, 1fr) auto / minmax(0, 1fr);
  }
  .dialog::backdrop {
    background: rgb(10 14 26 / 0.65);
  }
  .dialog-header,
  .question,
  .choices,
  .dialog-footer {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_gap);
    padding: 0.375rem var(--_gap);
  }
  .heading {
    display: grid;
    flex: 1 1 min-content;
  }
  .heading small {
    min-block-size: 1lh;
    overflow-wrap: anywhere;
    color: var(--_muted);
    font-size: max(0.8125rem, 13px);
  }
  .dialog-footer {
    grid-row: 4;
    justify-content: center;
  }
  .question {
    grid-row: 2;
    background: color-mix(in srgb, var(--_warning) 15%, transparent);
  }
  /* the two choices stay together, whole */
  .choices {
    flex: 1 1 auto;
    padding: 0;
  }
  .choices button {
    flex: 1 1 min-content;
    justify-content: center;
    text-align: center;
  }
  .question p {
    flex: 1 1 12rem;
    margin: 0;
    font-weight: 600;
  }
  .frame,
  .waiting {
    grid-row: 3;
    box-sizing: border-box;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    border: 0;
  }
  .frame {
    color-scheme: light;
    background: #fff;
  }
  .waiting {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: var(--_gap);
  }
  .waiting .spinner {
    inline-size: 2rem;
    block-size: 2rem;
    color: var(--_link);
  }
  .stay-button {
    background: var(--_accent);
    color: var(--_on-accent);
  }
  /* on a phone the call fills the screen */
  @media (max-width: 40rem), (max-height: 30rem) {
    .dialog {
      inline-size: 100%;
      block-size: 100dvh;
      border: 0;
      border-radius: 0;
    }
  }
  /* the question takes the space of the footer */
  @media (max-height: 30rem) {
    .question:not([hidden]) ~ .dialog-footer {
      display: none;
    }
  }
  /* lying: the way out of trouble moves into the header */
  @media (max-height: 30rem) and (min-width: 30rem) {
    .dialog[open] {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .dialog-header,
    .dialog-footer {
      grid-row: 1;
    }
    :is(.question, .frame, .waiting) {
      grid-column: 1 / -1;
    }
  }
  /* large text on a small screen */
  @container (inline-size < 14em) {
    .question,
    .dialog .badge {
      font-size: max(0.75rem, 12px);
    }
    .heading small {
      display: none;
    }
    :is(.dialog-header, .dialog-footer, .question, .waiting, .dialog button) {
      padding-inline: 0.125rem;
    }
  }
`;
