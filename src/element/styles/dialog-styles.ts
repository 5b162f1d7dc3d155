import { css } from 'lit';

/** Styles of the dialog around a call; colours and buttons come from button-styles.ts. */
export const dialogStyles = css`
  .dialog {
    box-sizing: border-box;
    inline-size: min(40rem, 100vw);
    block-size: min(52rem, 100dvh);
    max-inline-size: none;
    max-block-size: none;
    overflow: auto;
    /* not inherited from a page that makes the element inactive during a call */
    pointer-events: auto;
    padding: 0;
    border: 1px solid transparent;
    border-radius: var(--_radius);
    background: var(--_paper);
    color: var(--_text);
    --_link: var(--vkyc-link, var(--_accent));
    box-shadow: 0 1rem 3rem rgb(0 0 0 / 0.4);
  }
  .dialog[open] {
    display: flex;
    flex-direction: column;
  }
  .dialog::backdrop {
    background: rgb(10 14 26 / 0.65);
  }
  .dialog-header,
  .question,
  .dialog-footer {
    display: flex;
    flex: none;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_gap);
    padding: 0.375rem var(--_gap);
  }
  .dialog-header {
    justify-content: space-between;
  }
  .dialog-footer {
    justify-content: center;
  }
  .question {
    background: color-mix(in srgb, var(--_warning) 15%, transparent);
  }
  .question p {
    flex: 1 1 12rem;
    margin: 0;
    font-weight: 600;
  }
  .frame,
  .waiting {
    flex: 1;
    min-block-size: 0;
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
  }
  .stay-button {
    background: var(--_accent);
    color: var(--_on-accent);
  }
`;
