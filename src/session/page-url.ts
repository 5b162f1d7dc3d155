/**
 * The URL of the page that relative addresses are resolved against. A frame that was written by its parent
 * (`about:srcdoc`, `about:blank`, `blob:`) has no address of its own, but the parent's origin. `<base>` is ignored, since
 * an injected tag could redirect requests with it. Neither helps in a sandboxed frame, whose origin is opaque.
 */
export function pageUrl({ location, origin }: Pick<Window, 'location' | 'origin'> = window): string {
  return /^(about|blob):/.test(location.href) && origin !== 'null' ? origin : location.href;
}
