/** The media type of every body of the protocol. */
export const JSON_MEDIA_TYPE = 'application/json';

/** Whether the `Content-Type` is JSON, with or without parameters such as `charset`. */
export function isJsonType(headers: Headers): boolean {
  const [type = ''] = (headers.get('content-type') ?? '').split(';', 1);
  return type.trim().toLowerCase() === JSON_MEDIA_TYPE;
}
