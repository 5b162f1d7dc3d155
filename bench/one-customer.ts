import { sessionRequest, createVkycBackend, enkashReply, OPEN_TO_ALL } from './built-server.js';
import type { Measurement } from './measurement.js';

const CLICKS = 1_000;

/** How often EnKash is asked when one customer clicks a thousand times at once, through a hundred sessions. */
export async function measureOneCustomer(): Promise<Measurement> {
  const card = 'EKCBENCH02';
  let calls = 0;
  const vkyc = createVkycBackend({
    ...OPEN_TO_ALL,
    enkash: {
      baseUrl: 'https://enkash.example',
      partnerId: 'PARTNER',
      token: () => Promise.resolve('TOKEN'),
    },
    fetch: async () => {
      calls += 1;
      await new Promise((resolve) => setTimeout(resolve, 50));
      return Response.json(enkashReply(card));
    },
  });
  const sessions = await Promise.all(
    Array.from({ length: CLICKS / 10 }, () => vkyc.createSession({ enKashCardId: card })),
  );
  const clicks = Array.from({ length: CLICKS }, (_, index) => {
    const { endpoint = '' } = sessions[index % sessions.length] ?? {};
    return vkyc.handle(sessionRequest(`https://shop.example${endpoint}`, 'POST'));
  });
  const answered = (await Promise.all(clicks)).filter(({ status }) => status === 200).length;
  return {
    name: `${CLICKS.toLocaleString('en')} clicks of one customer at once`,
    measured: `${calls} call(s), ${answered} links`,
    required: `1 call, ${CLICKS} links`,
    met: calls === 1 && answered === CLICKS,
  };
}
