type Snippet = (names: Readonly<Record<string, unknown>>) => void;

/**
 * A JavaScript snippet of a page in docs/, as a function of the names that it uses. Its imports are left out: the test
 * passes what they would import.
 *
 * @param marker text that only this snippet contains
 */
export async function docSnippet(page: string, marker: string): Promise<Snippet> {
  const text = await (await fetch(`/docs/${page}`)).text();
  const snippets = [...text.matchAll(/```js\n(.*?)```/gs)].map(([, code = '']) => code);
  const snippet = snippets.find((code) => code.includes(marker));
  if (snippet === undefined) throw new Error(`docs/${page} has no snippet with ${marker}.`);
  const code = snippet.replace(/^import .*$/gm, '');
  return (names) => {
    const view: Window & { docSnippet?: Snippet } = window;
    Reflect.deleteProperty(view, 'docSnippet');
    const script = document.createElement('script');
    script.text = `window.docSnippet = ({ ${Object.keys(names).join()} }) => {\n${code}\n};`;
    document.head.append(script);
    script.remove();
    if (!view.docSnippet) throw new Error(`The snippet of docs/${page} with ${marker} is not a script.`);
    view.docSnippet(names);
  };
}
