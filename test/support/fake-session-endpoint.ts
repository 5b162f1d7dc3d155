import { http, type HttpResponseResolver } from 'msw';
import { setupWorker } from 'msw/browser';

/** The path of the session endpoint, with a token that must not appear in any error. */
export const ENDPOINT = '/vkyc/session/sEcReT-token';

/** The partner's backend of one test file: it answers as the test needs, and records its requests. */
export function fakeSessionEndpoint() {
  const worker = setupWorker();
  const requests: Request[] = [];
  before(async () => {
    await worker.start({ quiet: true, onUnhandledRequest: 'bypass' });
    worker.events.on('request:start', ({ request }) => {
      if (new URL(request.url).pathname.startsWith(ENDPOINT)) requests.push(request);
    });
  });
  afterEach(() => {
    requests.length = 0;
    worker.resetHandlers();
  });
  after(() => worker.stop());
  return {
    /** Every request to the endpoint, oldest first. */
    requests,
    /** The methods of those requests. */
    get methods() {
      return requests.map(({ method }) => method);
    },
    /** Sets the answer to each method; the last call counts. A method without an answer is not offered. */
    answers(
      replies: { readonly GET?: HttpResponseResolver; readonly POST?: HttpResponseResolver },
      path = ENDPOINT,
    ) {
      const notOffered = () => new Response(null, { status: 405 });
      worker.use(http.get(path, replies.GET ?? notOffered), http.post(path, replies.POST ?? notOffered));
    },
  };
}
