import '@google-pay/button-element';
import type { SubjectPage } from './subject-page.js';

/** Stands in for Google's pay.js, which the element loads from Google and which makes the button in it. */
class PaymentsClient {
  isReadyToPay(): Promise<{ result: boolean }> {
    return Promise.resolve({ result: true });
  }

  prefetchPaymentData(): void {
    // has nothing to prefetch
  }

  createButton({ onClick }: { onClick: () => void }): HTMLElement {
    const button = document.createElement('button');
    button.textContent = 'Pay';
    button.addEventListener('click', onClick);
    const container = document.createElement('div');
    container.append(button);
    return container;
  }
}
Object.assign(window, { google: { payments: { api: { PaymentsClient } } } });

const paymentRequest = {
  apiVersion: 2,
  apiVersionMinor: 0,
  allowedPaymentMethods: [
    {
      type: 'CARD',
      parameters: { allowedAuthMethods: ['PAN_ONLY'], allowedCardNetworks: ['VISA'] },
      tokenizationSpecification: { type: 'PAYMENT_GATEWAY', parameters: { gateway: 'example' } },
    },
  ],
  merchantInfo: { merchantId: '1', merchantName: 'Wallet' },
  transactionInfo: {
    totalPriceStatus: 'FINAL',
    totalPrice: '1.00',
    currencyCode: 'INR',
    countryCode: 'IN',
  },
};

export default {
  async mount(container, count) {
    // the element reads its request when it is connected
    const elements = Array.from({ length: count }, () =>
      Object.assign(document.createElement('google-pay-button'), { environment: 'TEST', paymentRequest }),
    );
    const isReady = new Promise((resolve) =>
      elements.at(-1)?.addEventListener('readytopaychange', resolve, { once: true }),
    );
    container.append(...elements);
    await isReady;
  },
} satisfies SubjectPage;
