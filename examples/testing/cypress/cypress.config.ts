import { defineConfig } from 'cypress';

export default defineConfig({
  includeShadowDom: true, // the button is in a shadow root
  e2e: { baseUrl: 'http://localhost:3000', supportFile: false },
});
