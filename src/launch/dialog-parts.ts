/** The words around a call that is shown in the page. */
export interface DialogWords {
  readonly lang: string;
  readonly dir: string;
  readonly callTitle: string;
  readonly endQuestion: string;
  readonly actions: Readonly<Record<'close' | 'window' | 'stay' | 'end', string>>;
  readonly hints: { readonly opening: string };
}

/** The call may do what it needs, but never steer the partner's page: no `allow-top-navigation`. */
const SANDBOX =
  'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-modals allow-downloads';

/** Builds the dialog, closed and outside the page. The way out comes first in the tab order, outside the frame. */
export function buildDialog({ lang, dir, callTitle, endQuestion, actions, hints }: DialogWords) {
  const close = button('close-button', actions.close);
  const stay = button('stay-button', actions.stay);
  const end = button('end-button', actions.end);
  const newWindow = button('new-window-button', actions.window);
  const waiting = make('p', { class: 'waiting' }, hints.opening);
  const frame = make('iframe', {
    part: 'frame',
    class: 'frame',
    title: callTitle,
    sandbox: SANDBOX,
    referrerpolicy: 'strict-origin-when-cross-origin',
    hidden: '',
  });
  const question = make(
    'div',
    { class: 'question', role: 'alertdialog', 'aria-labelledby': 'end-question', hidden: '' },
    make('p', { id: 'end-question' }, endQuestion),
    stay,
    end,
  );
  const dialog = make(
    'dialog',
    { part: 'dialog', class: 'dialog', lang, dir, 'aria-labelledby': 'call-title', closedby: 'none' },
    make(
      'div',
      { part: 'dialog-header', class: 'dialog-header' },
      make('strong', { id: 'call-title' }, callTitle),
      close,
    ),
    question,
    waiting,
    frame,
    make('div', { class: 'dialog-footer' }, newWindow),
  );
  return { dialog, frame, waiting, question, close, stay, end, newWindow };
}

function button(name: string, label: string): HTMLButtonElement {
  return make('button', { part: name, class: name, type: 'button' }, label);
}

function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}
