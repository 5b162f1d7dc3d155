/** One Content Security Policy. */
export interface Policy {
  /** The values of each directive by its name, both in the page's own order. */
  readonly directives: ReadonlyMap<string, readonly string[]>;
  /** The position in the document from which it applies: 0 for a header. */
  readonly since: number;
}

/** Directives that browsers ignore in the markup. */
const HEADER_ONLY = ['frame-ancestors', 'report-uri', 'report-to', 'sandbox'];

/**
 * Parses the policies of a `Content-Security-Policy` header, of which several arrive joined by commas, or those of a
 * `<meta>`. A repeated directive is ignored, as browsers do.
 *
 * @param since the position of the `<meta>`; 0, the default, is a header
 */
export function parsePolicies(text: string | null, since = 0): readonly Policy[] {
  return (text ?? '')
    .split(',')
    .map((policy) => ({ directives: parseDirectives(policy, since > 0), since }))
    .filter(({ directives }) => directives.size > 0);
}

function parseDirectives(text: string, isMeta: boolean): ReadonlyMap<string, readonly string[]> {
  const directives = new Map<string, readonly string[]>();
  for (const directive of text.split(';')) {
    const [name = '', ...values] = directive.trim().split(/[\t\n\f\r ]+/);
    const key = name.toLowerCase();
    if (key !== '' && !directives.has(key) && !(isMeta && HEADER_ONLY.includes(key)))
      directives.set(key, values);
  }
  return directives;
}

/** The first of these directives that the policy has, with its values; null when it has none, and so allows everything. */
export function effectiveDirective(
  { directives }: Policy,
  ...names: readonly string[]
): { readonly name: string; readonly sources: readonly string[] } | null {
  for (const name of names) {
    const sources = directives.get(name);
    if (sources) return { name, sources };
  }
  return null;
}
