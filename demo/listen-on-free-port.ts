/**
 * Listens on a port or, where it is taken, on the next one that is not. Port 0 is any free one.
 * @throws {Error} whatever `listen` throws for another reason than a taken port.
 */
export async function listenOnFreePort<T>(port: number, listen: (port: number) => Promise<T>): Promise<T> {
  try {
    return await listen(port);
  } catch (error) {
    if (port === 0 || !isTaken(error)) throw error;
    return listenOnFreePort(port + 1, listen);
  }
}

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
