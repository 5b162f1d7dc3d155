/**
 * Opens a text message to nobody yet, with the link in it. Android wants `?` before the body and iOS wants `&`; each
 * passes over what is for the other.
 */
export function smsHref(text: string, link: string): string {
  return `sms:?&body=${encodeURIComponent(`${text} ${link}`)}`;
}

/** Opens an e-mail to nobody yet, with the link on a line of its own. */
export function emailHref(subject: string, text: string, link: string): string {
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(`${text}\r\n\r\n${link}`)}`;
}
