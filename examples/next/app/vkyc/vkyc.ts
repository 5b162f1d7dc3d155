import { createVkycBackend, passwordToken, type VkycBackend } from 'enkash-vkyc-button/server';

let backend: VkycBackend | undefined;

/** One backend per process, created on first use, because the settings are missing at build time. */
export function vkyc(): VkycBackend {
  const { env } = process;
  backend ??= createVkycBackend({
    enkash: {
      baseUrl: env.ENKASH_URL!,
      partnerId: env.ENKASH_PARTNER_ID!,
      token: passwordToken({
        tokenUrl: `${env.ENKASH_URL}/oauth/token`,
        clientId: env.ENKASH_CLIENT_ID!,
        username: env.ENKASH_USERNAME!,
        password: env.ENKASH_PASSWORD!,
        authorization: env.ENKASH_AUTHORIZATION!,
      }),
      statusUrl: env.ENKASH_STATUS_URL,
    },
    secret: env.VKYC_SECRET!,
    schedule: { workingHours: '00:00-24:00', workingDays: 'mon-sun' }, // so that the example works at any hour
    allowedLinkHosts: '127.0.0.1', // for the sandbox; remove in production
  });
  return backend;
}
