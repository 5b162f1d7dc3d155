/** How the gallery shows its scenes. */
export interface ViewOptions {
  readonly theme: 'light' | 'dark';
  /** A language tag. */
  readonly lang: string;
  /** CSS pixels. */
  readonly width: number;
}

/** Reads view options from URL parameters. Missing or invalid ones default to light, English and 320 pixels. */
export function readViewOptions(parameters: URLSearchParams, languages: readonly string[]): ViewOptions {
  const lang = parameters.get('lang') ?? '';
  const width = Number(parameters.get('width'));
  return {
    theme: parameters.get('theme') === 'dark' ? 'dark' : 'light',
    lang: languages.includes(lang) ? lang : 'en',
    width: width >= 100 && width <= 4000 ? width : 320,
  };
}

/** The URL parameters that `readViewOptions` reads, with the name of a scene, when given. */
export function viewParameters({ theme, lang, width }: ViewOptions, scene?: string): string {
  const parameters = { ...(scene !== undefined && { scene }), theme, lang, width: String(width) };
  return new URLSearchParams(parameters).toString();
}
