/**
 * The header of every request to a session endpoint. A page of another site cannot send it without a CORS preflight, so
 * it proves that the request is not a cross-site form or image.
 */
export const VKYC_HEADER = 'X-Enkash-Vkyc';

/** The only value of {@link VKYC_HEADER}. */
export const VKYC_HEADER_VALUE = '1';
