import { getOwn, type JsonObject } from '../../protocol/json-object.js';
import { parseEnumModel } from '../../status/parse-enum-model.js';

const STATUS_FIELDS = ['kycStatus', 'kycSubStatus'];

/** Longest status that is passed on as it is; EnKash's have some 80 characters. */
const MAX_STATUS_LENGTH = 512;

/** A shorter card id, as tests have it, is found in any text. */
const MIN_CARD_LENGTH = 5;

/** The members of EnKash's payload that the element needs. All others stay here, whatever EnKash adds one day. */
export function neededFields(payload: JsonObject, enKashCardId: string): JsonObject {
  const statuses = STATUS_FIELDS.flatMap((name) => {
    const value = getOwn(payload, name);
    return value === undefined ? [] : [[name, cleanStatus(value, enKashCardId)] as const];
  });
  const days = getOwn(payload, 'kycExpiryDays');
  return {
    ...Object.fromEntries(statuses),
    ...(typeof days === 'number' && Number.isFinite(days) && { kycExpiryDays: days }),
  };
}

/** A status as EnKash sent it; only its name and label when it holds more than a status; null when these do too. */
function cleanStatus(value: unknown, enKashCardId: string): unknown {
  if (typeof value === 'string' && isClean(value, enKashCardId)) return value;
  const parsed = parseEnumModel(value);
  if (!parsed) return null;
  const { name, label } = parsed;
  const fields = { name, label };
  return isClean(JSON.stringify(fields), enKashCardId) ? fields : null;
}

function isClean(text: string, enKashCardId: string): boolean {
  const hasCard = enKashCardId.length >= MIN_CARD_LENGTH && text.includes(enKashCardId);
  return text.length <= MAX_STATUS_LENGTH && !hasCard && !text.includes('://');
}
