/**
 * Listens on a port or, when it is in use, on the next free one. Port 0 is any free port.
 * @throws {Error} the error of `listen`, unless the port is in use.
 */
export async function listenOnFreePort<T>(port: number, listen: (port: number) => Promise<T>): Promise<T> {
  try {
    return await listen(port);
  } catch (error) {
    if (port === 0 || !isPortInUse(error)) throw error;
    return listenOnFreePort(port + 1, listen);
  }
}

const isPortInUse = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
