import { STATUS_OF_CODE } from '../protocol/http-errors.js';
import type { FailureCause } from './failure-cause.js';

/** The reason of an error, as `error.code` in an answer and `code` in an event. */
export type RefusalCode = keyof typeof STATUS_OF_CODE;

/** Details of an error besides its code. */
export interface RefusalDetails {
  /** Whole seconds after which the request may be repeated. */
  readonly retryAfter?: number | undefined;
  /** ISO 8601 instant at which EnKash opens; with `closed_hours` only. */
  readonly opensAt?: string | undefined;
  /** The HTTP status of EnKash's answer. For events only; it is not sent to the browser. */
  readonly upstreamStatus?: number | undefined;
  /** Why a call failed. For events only; it is not sent to the browser. */
  readonly cause?: FailureCause | undefined;
}

/** A request that is not answered with 200. It holds a code and numbers, never any text from the browser or from EnKash. */
export class VkycHttpError extends Error {
  override readonly name = 'VkycHttpError';

  constructor(
    readonly code: RefusalCode,
    readonly details: RefusalDetails = {},
  ) {
    super(code);
  }
}

/** The error itself, or `internal_error` for anything unforeseen. */
export function toVkycHttpError(error: unknown): VkycHttpError {
  return error instanceof VkycHttpError ? error : new VkycHttpError('internal_error');
}

/** Whether a value is a code of the closed list. */
export function isRefusalCode(value: unknown): value is RefusalCode {
  return typeof value === 'string' && Object.hasOwn(STATUS_OF_CODE, value);
}
