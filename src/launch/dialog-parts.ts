/** The texts around a call that is shown in the page. */
export interface DialogMessages {
  readonly lang: string;
  readonly dir: string;
  readonly callTitle: string;
  readonly endQuestion: string;
  readonly actions: Readonly<Record<'close' | 'window' | 'stay' | 'end', string>>;
  readonly hints: { readonly opening: string };
}

/** The elements of the dialog that have behaviour. */
export interface DialogParts {
  readonly dialog: HTMLDialogElement;
  readonly frame: HTMLIFrameElement;
  /** Shows whose page the call is, as soon as it is in the frame. */
  readonly host: HTMLElement;
  /** Shows the outcome of the call, as soon as that is known. */
  readonly outcome: HTMLElement;
  /** Shown in place of the frame until the call is in it. */
  readonly waiting: HTMLElement;
  /** Asks whether to end the call. */
  readonly question: HTMLElement;
  readonly close: HTMLButtonElement;
  readonly stay: HTMLButtonElement;
  readonly end: HTMLButtonElement;
  readonly newWindow: HTMLButtonElement;
}

/** Everything the call needs, except navigating the partner's page: no `allow-top-navigation`. */
const SANDBOX =
  'allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-modals allow-downloads';

/** Builds the dialog, closed and not yet in the page. The close button comes first in the tab order, outside the frame. */
export function buildDialog(messages: DialogMessages): DialogParts {
  const { lang, dir, callTitle, endQuestion, actions, hints } = messages;
  const close = createButton('close-button', actions.close);
  const stay = createButton('stay-button', actions.stay);
  const end = createButton('end-button', actions.end);
  const newWindow = createButton('new-window-button', actions.window);
  const host = createElement('small', { dir: 'ltr' });
  const outcome = createElement('span', { role: 'status' });
  const waiting = createElement(
    'p',
    { class: 'waiting' },
    createElement('span', { class: 'spinner' }),
    hints.opening,
  );
  const frame = createElement('iframe', {
    part: 'frame',
    class: 'frame',
    title: callTitle,
    sandbox: SANDBOX,
    referrerpolicy: 'strict-origin-when-cross-origin',
    hidden: '',
  });
  const question = createElement(
    'div',
    { class: 'question', role: 'alertdialog', 'aria-labelledby': 'end-question', hidden: '' },
    createElement('p', { id: 'end-question' }, endQuestion),
    createElement('div', { class: 'choices' }, stay, end),
  );
  const dialog = createElement(
    'dialog',
    { part: 'dialog', class: 'dialog', lang, dir, 'aria-labelledby': 'call-title', closedby: 'none' },
    createElement(
      'div',
      { part: 'dialog-header', class: 'dialog-header' },
      createElement(
        'div',
        { class: 'heading' },
        createElement('strong', { id: 'call-title' }, callTitle),
        host,
      ),
      outcome,
      close,
    ),
    question,
    waiting,
    frame,
    createElement('div', { class: 'dialog-footer' }, newWindow),
  );
  return { dialog, frame, host, outcome, waiting, question, close, stay, end, newWindow };
}

function createButton(name: string, label: string): HTMLButtonElement {
  return createElement('button', { part: name, class: name, type: 'button' }, label);
}

function createElement<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Record<string, string>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}
