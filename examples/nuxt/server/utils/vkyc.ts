import { createVkycBackend, passwordToken, type VkycBackend } from 'enkash-vkyc-button/server';

let backend: VkycBackend | undefined;

/** One backend per process. */
export function vkyc(): VkycBackend {
  const { enkash, vkycSecret } = useRuntimeConfig();
  const { url, statusUrl, partnerId, ...login } = enkash;
  backend ??= createVkycBackend({
    enkash: {
      baseUrl: url,
      statusUrl,
      partnerId,
      token: passwordToken({ tokenUrl: `${url}/oauth/token`, ...login }),
    },
    secret: vkycSecret,
    schedule: { workingHours: '00:00-24:00', workingDays: 'mon-sun' }, // so that the example works at any hour
    allowedLinkHosts: '127.0.0.1', // for the sandbox; remove in production
  });
  return backend;
}
