/** The result of a check before the call. */
export type DeviceCheckResult = 'ready' | 'denied' | 'missing' | 'insecure';

/** The checks, in the order of the page. */
export type DeviceCheck = 'camera' | 'microphone' | 'location';

/**
 * Requests camera, microphone and location, and reports each result as soon as it is known. Always resolves, with the
 * available tracks, once every check has a result.
 *
 * It runs in the call's page, sent as text: it may use its parameters and the browser, nothing else of this project.
 */
export async function requestDevices(
  report: (check: DeviceCheck, result: DeviceCheckResult) => void,
): Promise<MediaStream> {
  const stream = new MediaStream();

  const resultOf = (error: unknown): DeviceCheckResult =>
    error instanceof DOMException && error.name === 'NotAllowedError' ? 'denied' : 'missing';

  const requestTracks = async (kinds: { video?: boolean; audio?: boolean }): Promise<unknown> => {
    try {
      const granted = await navigator.mediaDevices.getUserMedia(kinds);
      for (const track of granted.getTracks()) stream.addTrack(track);
      return null;
    } catch (error) {
      return error;
    }
  };

  const requestMedia = async (): Promise<void> => {
    if (!('mediaDevices' in navigator)) {
      report('camera', 'insecure');
      report('microphone', 'insecure');
      return;
    }
    // One prompt if both devices exist; two if one is missing, to find out which.
    const both = await requestTracks({ video: true, audio: true });
    const isMissing = both !== null && resultOf(both) === 'missing';
    const camera = isMissing ? await requestTracks({ video: true }) : both;
    const microphone = isMissing ? await requestTracks({ audio: true }) : both;
    report('camera', camera === null ? 'ready' : resultOf(camera));
    report('microphone', microphone === null ? 'ready' : resultOf(microphone));
  };

  const requestLocation = (): Promise<void> =>
    new Promise((resolve) => {
      const end = (result: DeviceCheckResult): void => {
        report('location', result);
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

  await Promise.all([requestMedia(), requestLocation()]);
  return stream;
}
