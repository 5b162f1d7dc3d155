import { Veriff } from '@veriff/js-sdk';
import type { SubjectPage } from './subject-page.js';

/** The form with its button. The benchmark's server answers for Veriff's. */
export default {
  mount(container, count) {
    const places = Array.from({ length: count }, (_, index) => {
      const place = document.createElement('div');
      place.id = `veriff-${index}`;
      return place;
    });
    container.append(...places);
    for (const { id } of places) {
      const veriff = Veriff({
        host: location.origin,
        apiKey: 'key',
        parentId: id,
        onSession: (_, response) =>
          window.open(response.verification.url, 'veriff', 'popup,width=520,height=780'),
      });
      veriff.setParams({ person: { givenName: 'Asha', lastName: 'Rao' }, vendorData: '1' });
      veriff.mount({ submitBtnText: 'Get verified' });
    }
  },
  button: (container) => container.querySelector<HTMLElement>('[type=submit]'),
} satisfies SubjectPage;
