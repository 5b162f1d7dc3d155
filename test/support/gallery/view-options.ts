/** The pages of three partners, and one that is dark without saying so. */
export const BRANDS = ['none', 'yellow', 'government', 'outline', 'dark-page'] as const;

/** How the gallery shows its scenes. */
export interface ViewOptions {
  readonly theme: 'light' | 'dark';
  /** A language tag. */
  readonly lang: string;
  /** CSS pixels. */
  readonly width: number;
  readonly brand: (typeof BRANDS)[number];
}

/** Reads view options from URL parameters. Missing or invalid ones default to light, English, 320 pixels and no brand. */
export function readViewOptions(parameters: URLSearchParams, languages: readonly string[]): ViewOptions {
  const lang = parameters.get('lang') ?? '';
  const width = Number(parameters.get('width'));
  return {
    theme: parameters.get('theme') === 'dark' ? 'dark' : 'light',
    lang: languages.includes(lang) ? lang : 'en',
    width: width >= 100 && width <= 4000 ? width : 320,
    brand: BRANDS.find((brand) => brand === parameters.get('brand')) ?? 'none',
  };
}

/** The URL parameters that `readViewOptions` reads, with the name of a scene, when given. */
export function viewParameters(
  { theme = 'light', lang = 'en', width = 320, brand = 'none' }: Partial<ViewOptions>,
  scene?: string,
): string {
  const parameters = { ...(scene !== undefined && { scene }), theme, lang, width: String(width), brand };
  return new URLSearchParams(parameters).toString();
}
