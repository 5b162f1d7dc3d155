/** A look that a developer can start from: the custom properties of the tag, and what stands beside them. */
export interface Brand {
  /** Custom properties without their prefix: `accent` is `--vkyc-accent`. */
  readonly tokens: Readonly<Record<string, string>>;
  /** Further properties of the tag. */
  readonly tag?: Readonly<Record<string, string>>;
  /** Rules after that of the tag. */
  readonly rules?: string;
}

/** The look of the page's own wallet, that of the button itself, and the three of docs/theming.md. */
export const BRANDS: Readonly<Record<string, Brand>> = {
  wallet: {
    tokens: {
      width: '100%',
      accent: 'light-dark(#0b5d4d, #6bd6bb)',
      radius: '14px',
    },
  },
  none: { tokens: {} },
  'light-accent': { tokens: { accent: '#ffd400', radius: '999px' } },
  government: {
    tokens: {
      accent: '#00703c',
      link: '#1d70b8',
      focus: '#0b0c0c',
      radius: '0',
      font: "Arial, 'Liberation Sans', sans-serif",
    },
    tag: { 'font-size': '1.1875rem' },
    rules: `enkash-vkyc-button::part(button) {
  box-shadow: 0 2px 0 #002d18;
}
enkash-vkyc-button::part(off),
enkash-vkyc-button::part(quiet),
enkash-vkyc-button::part(done) {
  box-shadow: none;
}`,
  },
  outline: {
    tokens: { accent: '#5b2a86', height: '2.75rem', radius: '0.375rem' },
    rules: `enkash-vkyc-button:not([state='closed'], [state='idle'], [state='done'], [disabled])::part(button) {
  border: 1.5px solid #5b2a86;
  background: #fff;
  color: #5b2a86;
  box-shadow: none;
}`,
  },
};
