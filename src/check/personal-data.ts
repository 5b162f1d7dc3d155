import { isObject } from '../protocol/json-object.js';

/** Names of members that hold personal data. */
const NAMES =
  /^(?:(?:first|last|middle|full|customer|holder|father|mother|card_?holder)_?name|name|pan(?:_?(?:no|number|card))?|aadhaa?r(?:_?(?:no|number))?|dob|date_?of_?birth|birth_?date|mobile(?:_?(?:no|number))?|phone(?:_?(?:no|number))?|e_?mail(?:_?(?:id|address))?|address|pin_?code|gender|selfie|photo|signature|ip_?address)$/i;

/** An Indian PAN, an e-mail address, an Indian mobile number and an Aadhaar number in groups. */
const VALUES = [
  /^[A-Z]{5}\d{4}[A-Z]$/,
  /^[^\s@]+@[^\s@]+\.[a-z]{2,}$/i,
  /^(?:\+?91[- ]?)?[6-9]\d{9}$/,
  /^\d{4}[- ]\d{4}[- ]\d{4}$/,
];

/** Members of EnKash's statuses, whose `name` is that of a status. */
const STATUSES = new Set(['kycStatus', 'kycSubStatus']);

/** Which personal data a body holds, without the data itself; null for none. */
export function personalData(value: unknown, depth: number): string | null {
  if (depth === 0) return null;
  if (Array.isArray(value)) return first(value.map((member) => personalData(member, depth - 1)));
  if (typeof value === 'string')
    return VALUES.some((pattern) => pattern.test(value)) ? 'A value that looks like personal data' : null;
  if (!isObject(value)) return null;
  return first(
    Object.entries(value).map(([name, member]) => {
      if (STATUSES.has(name)) return null;
      const isFilled = member !== null && member !== '' && typeof member !== 'object';
      return NAMES.test(name) && isFilled ? `A member named ${name}` : personalData(member, depth - 1);
    }),
  );
}

const first = (found: readonly (string | null)[]) => found.find((text) => text !== null) ?? null;
