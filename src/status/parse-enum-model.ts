/** One value of an EnKash status field, parsed. */
export interface EnumModel {
  /** Name of the constant, such as `VKYC_IN_PROGRESS`. */
  readonly name: string;
  /** EnKash's own English label, safe to show as text; null if there is none. */
  readonly label: string | null;
  /** A longer text, safe to show; null if there is none. */
  readonly description: string | null;
}

const NAME = /^[A-Z][A-Z0-9_]{0,63}$/;
const JAVA_START = 'EnumModel(name=';
const LABEL = ', label=';
const DESCRIPTION = ', description=';

/** Invisible characters: controls, bidi marks, lone surrogates. The two joiners stay, as Indic scripts need them. */
const INVISIBLE = /(?!\u200c|\u200d)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * Parses a `kycStatus` or `kycSubStatus` in any form that a response may contain: the documented one, Java's `toString()`
 * (`EnumModel(name=…, label=…, description=…)`), an object with these members, or the bare name. White space and
 * byte order marks around the whole and around the name are ignored. Control and bidi characters are removed; labels are
 * cut at 48 characters, descriptions at 200.
 *
 * @example
 * parseEnumModel('EnumModel(name=VKYC_IN_PROGRESS, label=VKYC In Progress, description=null)');
 * // { name: 'VKYC_IN_PROGRESS', label: 'VKYC In Progress', description: null }
 *
 * @returns null for anything else, and for a name that is not made of `A`–`Z`, digits and `_` (64 at most). Never throws.
 */
export function parseEnumModel(value: unknown): EnumModel | null {
  if (typeof value === 'string') return fromText(value.trim());
  if (typeof value !== 'object' || value === null) return null;
  return model(getOwn(value, 'name'), getOwn(value, 'label'), getOwn(value, 'description'));
}

function fromText(text: string): EnumModel | null {
  return text.startsWith(JAVA_START) ? fromJava(text) : model(text);
}

/** Labels may contain commas, brackets and `, name=`: the first name counts, and the last `, description=`. */
function fromJava(text: string): EnumModel | null {
  if (!text.endsWith(')')) return null;
  const fields = text.slice(JAVA_START.length, -1);
  const labelAt = fields.indexOf(LABEL);
  const descriptionAt = fields.lastIndexOf(DESCRIPTION);
  const hasDescription = descriptionAt > labelAt;
  return model(
    fields.split(',', 1)[0],
    labelAt < 0 ? null : fields.slice(labelAt + LABEL.length, hasDescription ? descriptionAt : undefined),
    hasDescription ? fields.slice(descriptionAt + DESCRIPTION.length) : null,
  );
}

function model(name: unknown, label?: unknown, description?: unknown): EnumModel | null {
  if (typeof name !== 'string') return null;
  const trimmed = name.trim();
  if (!NAME.test(trimmed)) return null;
  return { name: trimmed, label: displayText(label, 48), description: displayText(description, 200) };
}

function displayText(text: unknown, maxLength: number): string | null {
  if (typeof text !== 'string' || text === 'null') return null;
  const clean = text.replace(INVISIBLE, '').trim().slice(0, maxLength);
  // The cut may have split a surrogate pair.
  return clean.replace(INVISIBLE, '').trimEnd() || null;
}

function getOwn(object: object, key: string): unknown {
  try {
    return Object.getOwnPropertyDescriptor(object, key)?.value;
  } catch {
    // A proxy that throws.
    return undefined;
  }
}
