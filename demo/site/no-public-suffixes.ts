/**
 * In place of the package `tldts` in the static site: MSW asks it which domains may share cookies. Requests of the demo
 * have none, and its list of public suffixes would be more than half of the site's script.
 */
export const getDomain = (): null => null;
