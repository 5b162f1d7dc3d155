import { css } from 'lit';

/** The look of what is said below the button: the badge, the lesser action and the sentence. */
export const statusStyles = css`
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    min-block-size: 2.75rem;
    gap: 0 0.5rem;
    overflow-wrap: break-word;
  }
  /* side by side as long as their longest words allow: a line of its own for either moves all that is below */
  .row > * {
    flex: 1 1 min-content;
    min-inline-size: 0;
    max-inline-size: max-content;
  }
  .badge {
    --_badge: light-dark(#3f4a61, #c3cbdc);
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    margin-block: 0.125rem;
    padding: 0.125rem 0.625rem 0.125rem 0.5rem;
    border: 1px solid color-mix(in srgb, var(--_badge) 35%, transparent);
    border-radius: 1rem;
    background: color-mix(in srgb, var(--_badge) 9%, transparent);
    color: var(--_badge);
    font-size: 0.8125rem;
    font-weight: 600;
    line-height: 1.2;
  }
  .badge:lang(ur) {
    padding-block: 0.375rem;
  }
  .badge span {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .ghost {
    inline-size: 9rem;
    block-size: 1.625rem;
    box-sizing: border-box;
    border-color: transparent;
    opacity: 0.7;
  }
  .badge svg {
    flex: none;
    inline-size: 1rem;
    block-size: 1rem;
  }
  .badge[data-phase='in-progress'],
  .badge[data-phase='under-review'] {
    --_badge: light-dark(#1a4bb8, #9dbcff);
  }
  .badge[data-phase='not-started'],
  .badge[data-phase='expired'] {
    --_badge: light-dark(#7a4b00, #f3c77b);
  }
  .badge[data-phase='verified'] {
    --_badge: light-dark(#11602f, #8fe0ac);
  }
  .badge[data-phase='rejected'] {
    --_badge: light-dark(#a1201b, #ffb0a8);
  }
  .second {
    min-block-size: 2.75rem;
    padding: 0 0.25rem;
    background: none;
    color: var(--_accent);
    font-size: 0.875rem;
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .hint {
    margin: 0;
    min-block-size: 2lh;
    font-size: 0.875rem;
    color: var(--_muted);
    text-wrap: pretty;
  }
  .hint[part='error'] {
    color: light-dark(#a1201b, #ffb0a8);
  }
  @media (prefers-contrast: more) {
    .badge {
      border-color: currentColor;
    }
    .hint {
      color: var(--_text);
    }
  }
  @media (forced-colors: active) {
    .badge {
      border-color: ButtonText;
    }
  }
`;
