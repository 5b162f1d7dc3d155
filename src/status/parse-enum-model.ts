/** One value of a status field, as EnKash writes it. */
export interface EnumModel {
  /** The constant's name, such as `VKYC_IN_PROGRESS`. */
  readonly name: string;
  /** EnKash's own English for it, safe to show as text; null if there is none. */
  readonly label: string | null;
  /** A longer text, safe to show; null if there is none. */
  readonly description: string | null;
}

const NAME = /^[A-Z][A-Z0-9_]{0,63}$/;
const JAVA_START = 'EnumModel(name=';
const LABEL = ', label=';
const DESCRIPTION = ', description=';

/** Everything without a shape of its own: controls, bidi marks, lone surrogates. Indic scripts need the two joiners. */
const UNSEEN = /(?!\u200c|\u200d)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

/**
 * Reads a `kycStatus` or `kycSubStatus` in any form it may have on the wire: Java text
 * (`EnumModel(name=…, label=…, description=…)`, the documented one), an object with those members, or the bare name.
 * Labels lose control and bidi characters and are cut at 48 characters, descriptions at 200.
 *
 * @returns null for anything else, and for a name that is not `A`–`Z`, digits and `_` (64 at most). Never throws.
 */
export function parseEnumModel(value: unknown): EnumModel | null {
  if (typeof value === 'string') return value.startsWith(JAVA_START) ? fromJava(value) : model(value);
  if (typeof value !== 'object' || value === null) return null;
  return model(own(value, 'name'), own(value, 'label'), own(value, 'description'));
}

/** The label may itself hold commas, brackets and `, name=`: the first name counts, and the last `, description=`. */
function fromJava(text: string): EnumModel | null {
  if (!text.endsWith(')')) return null;
  const fields = text.slice(JAVA_START.length, -1);
  const labelAt = fields.indexOf(LABEL);
  const descriptionAt = fields.lastIndexOf(DESCRIPTION);
  const isDescribed = descriptionAt > labelAt;
  return model(
    fields.split(',', 1)[0],
    labelAt < 0 ? null : fields.slice(labelAt + LABEL.length, isDescribed ? descriptionAt : undefined),
    isDescribed ? fields.slice(descriptionAt + DESCRIPTION.length) : null,
  );
}

function model(name: unknown, label?: unknown, description?: unknown): EnumModel | null {
  if (typeof name !== 'string' || !NAME.test(name)) return null;
  return { name, label: shown(label, 48), description: shown(description, 200) };
}

function shown(text: unknown, longest: number): string | null {
  if (typeof text !== 'string' || text === 'null') return null;
  const clean = text.replace(UNSEEN, '').trim().slice(0, longest);
  // The cut may have halved a surrogate pair.
  return clean.replace(UNSEEN, '').trimEnd() || null;
}

function own(object: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(object, key)?.value;
}
