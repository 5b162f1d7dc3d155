/** The languages that the package has texts for; a test compares them with the files of `locales/`. */
export const LANGUAGES: readonly string[] = [
  'en',
  'as',
  'bn',
  'gu',
  'hi',
  'kn',
  'ml',
  'mr',
  'or',
  'pa',
  'ta',
  'te',
  'ur',
];
