/**
 * A JavaScript snippet of a page in docs/, as a function of the names that it uses. Its imports are left out: the test
 * passes what they would import.
 *
 * @param marker text that only this snippet contains
 */
export async function docSnippet(
  page: string,
  marker: string,
): Promise<(names: Readonly<Record<string, unknown>>) => void> {
  const text = await (await fetch(`/docs/${page}`)).text();
  const snippets = [...text.matchAll(/```js\n(.*?)```/gs)].map(([, code = '']) => code);
  const snippet = snippets.find((code) => code.includes(marker));
  if (snippet === undefined) throw new Error(`docs/${page} has no snippet with ${marker}.`);
  const code = snippet.replace(/^import .*$/gm, '');
  return (names) => {
    const run = new Function(...Object.keys(names), code) as (...values: unknown[]) => void;
    run(...Object.values(names));
  };
}
