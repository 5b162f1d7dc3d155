import { css } from 'lit';

/** Styles of the open panel "Before you start". */
export const checklistStyles = css`
  .checklist {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_gap);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .checklist span {
    flex: 1;
  }
  .checklist li {
    display: flex;
    gap: var(--_gap);
  }
  li:is(.warning, .tick) {
    --_tone: var(--_success);
    margin-inline: -0.25rem;
    padding-inline: 0.25rem;
    border-radius: 0.25rem;
    background: color-mix(in srgb, var(--_tone) 8%, var(--_paper));
    color: var(--_tone);
  }
  li:is(.warning, .tick) svg {
    color: inherit;
  }
  [data-tight] .checklist svg {
    display: none;
  }
  [data-tight] .checklist {
    font-size: max(0.75rem, 12px);
  }
`;
