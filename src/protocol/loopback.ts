/** Host names of this machine, as `URL.hostname` writes them. */
export const LOOPBACK_HOSTS: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** Whether a host name (as in `URL.hostname`) is this machine: the only place where `http:` keeps a secret. */
export function isLoopbackHost(hostname: string): boolean {
  return LOOPBACK_HOSTS.includes(hostname);
}
