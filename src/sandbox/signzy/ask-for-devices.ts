/** How a check before the call came out. */
export type CheckResult = 'ready' | 'denied' | 'missing' | 'insecure';

/** The checks, in the order of the page. */
export type CheckName = 'camera' | 'microphone' | 'location';

/**
 * Asks the browser for camera, microphone and location, telling each result as it is known. Resolves, always, with the
 * tracks there are, once every check has its result.
 *
 * Runs in the call's page, sent as text: it may use its parameters and the browser, nothing else of this project.
 */
export async function askForDevices(
  tell: (check: CheckName, result: CheckResult) => void,
): Promise<MediaStream> {
  const stream = new MediaStream();

  const reasonOf = (error: unknown): CheckResult =>
    error instanceof DOMException && error.name === 'NotAllowedError' ? 'denied' : 'missing';

  const ask = async (kinds: { video?: boolean; audio?: boolean }): Promise<unknown> => {
    try {
      const given = await navigator.mediaDevices.getUserMedia(kinds);
      for (const track of given.getTracks()) stream.addTrack(track);
      return null;
    } catch (error) {
      return error;
    }
  };

  const askForBoth = async (): Promise<void> => {
    if (!('mediaDevices' in navigator)) {
      tell('camera', 'insecure');
      tell('microphone', 'insecure');
      return;
    }
    // one question to the customer where both are there; two where one is missing, to tell which
    const both = await ask({ video: true, audio: true });
    const asked = both !== null && reasonOf(both) === 'missing';
    const camera = asked ? await ask({ video: true }) : both;
    const microphone = asked ? await ask({ audio: true }) : both;
    tell('camera', camera === null ? 'ready' : reasonOf(camera));
    tell('microphone', microphone === null ? 'ready' : reasonOf(microphone));
  };

  const askForLocation = (): Promise<void> =>
    new Promise((resolve) => {
      const end = (result: CheckResult): void => {
        tell('location', result);
        resolve();
      };
      if (!isSecureContext) {
        end('insecure');
        return;
      }
      navigator.geolocation.getCurrentPosition(
        () => end('ready'),
        (error) => end(error.code === error.PERMISSION_DENIED ? 'denied' : 'missing'),
        { timeout: 8_000 },
      );
    });

  await Promise.all([askForBoth(), askForLocation()]);
  return stream;
}
