import { EnkashVkycButton } from '../../src/define.js';
import type { Messages } from '../../src/locales/messages.js';

/** A partner imports the languages of their customers. The demo loads each when it is chosen. */
const LOADERS: Readonly<Record<string, () => Promise<{ readonly default: Messages }>>> = {
  as: () => import('../../src/locales/as.js'),
  bn: () => import('../../src/locales/bn.js'),
  gu: () => import('../../src/locales/gu.js'),
  hi: () => import('../../src/locales/hi.js'),
  kn: () => import('../../src/locales/kn.js'),
  ml: () => import('../../src/locales/ml.js'),
  mr: () => import('../../src/locales/mr.js'),
  or: () => import('../../src/locales/or.js'),
  pa: () => import('../../src/locales/pa.js'),
  ta: () => import('../../src/locales/ta.js'),
  te: () => import('../../src/locales/te.js'),
  ur: () => import('../../src/locales/ur.js'),
};

/** Registers the messages of a language with the button; English is always there. */
export async function loadLanguage(lang: string): Promise<void> {
  const messages = await LOADERS[lang]?.();
  if (messages) EnkashVkycButton.registerMessages(lang, messages.default);
}
