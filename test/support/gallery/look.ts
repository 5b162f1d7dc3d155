/** How the gallery is looked at. */
export interface Look {
  readonly theme: 'light' | 'dark';
  /** The tag of a language. */
  readonly lang: string;
  /** CSS pixels. */
  readonly width: number;
}

/** Reads a look from an address's parameters; what is missing or wrong is light, English, 320 pixels. */
export function readLook(parameters: URLSearchParams, languages: readonly string[]): Look {
  const lang = parameters.get('lang') ?? '';
  const width = Number(parameters.get('width'));
  return {
    theme: parameters.get('theme') === 'dark' ? 'dark' : 'light',
    lang: languages.includes(lang) ? lang : 'en',
    width: width >= 100 && width <= 4000 ? width : 320,
  };
}

/** The parameters that `readLook` reads, with the name of a scene if said. */
export function lookParameters({ theme, lang, width }: Look, scene?: string): string {
  const parameters = { ...(scene !== undefined && { scene }), theme, lang, width: String(width) };
  return new URLSearchParams(parameters).toString();
}
