import { findElement } from './find-element.js';

const ANSWER_MS = 2_500;

/** Copies a text, and answers on the button that was pressed and to screen readers. */
export async function copyText(text: string, button: HTMLButtonElement): Promise<void> {
  const isCopied = await navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
  const label = (button.dataset['label'] ??= button.textContent);
  button.textContent = isCopied ? 'Copied' : 'Not copied';
  button.dataset['answer'] = isCopied ? 'copied' : 'failed';
  findElement('#copied', HTMLElement).textContent = isCopied
    ? 'Copied.'
    : 'The browser does not allow copying. Select the text instead.';
  setTimeout(() => {
    button.textContent = label;
    delete button.dataset['answer'];
  }, ANSWER_MS);
}
