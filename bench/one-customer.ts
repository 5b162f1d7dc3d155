import { sessionRequest, createVkycBackend, enkashReply, UNLIMITED } from './built-server.js';
import type { Measurement } from './measurement.js';

const CLICKS = 1_000;

/** The number of EnKash calls when one customer clicks a thousand times at once, through a hundred sessions. */
export async function measureOneCustomer(): Promise<Measurement> {
  const card = 'EKCBENCH02';
  let calls = 0;
  const vkyc = createVkycBackend({
    ...UNLIMITED,
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
  const succeeded = (await Promise.all(clicks)).filter(({ status }) => status === 200).length;
  return {
    name: `${CLICKS.toLocaleString('en')} simultaneous clicks of one customer`,
    measured: `${calls} call(s), ${succeeded} links`,
    required: `1 call, ${CLICKS} links`,
    met: calls === 1 && succeeded === CLICKS,
  };
}
