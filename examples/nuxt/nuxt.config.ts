export default defineNuxtConfig({
  compatibilityDate: '2026-11-01',
  telemetry: false,
  css: ['~/style.css'],
  app: {
    head: { title: 'Raise your limit', htmlAttrs: { lang: 'en' }, link: [{ rel: 'icon', href: 'data:,' }] },
  },
  // The sandbox of ../backend. Set NUXT_ENKASH_URL, NUXT_VKYC_SECRET … to your own values.
  runtimeConfig: {
    enkash: {
      url: 'http://127.0.0.1:4801',
      statusUrl: 'http://127.0.0.1:4801/sandbox/vkyc/status',
      partnerId: 'CRM338L2H',
      clientId: 'sandbox-client',
      username: 'sandbox-partner',
      password: 'sandbox-password',
      authorization: 'Basic c2FuZGJveC1hcHA6c2FuZGJveC1hcHAtcGFzc3dvcmQ=',
    },
    vkycSecret: 'for-the-stand-in-alone-0123456789abcdef', // openssl rand -base64 32
  },
});
