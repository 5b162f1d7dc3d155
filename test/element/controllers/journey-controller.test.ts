import { expect, fixture, html } from '@open-wc/testing';
import { HttpResponse } from 'msw';
import type { VkycErrorEvent } from '../../../src/element/events.js';
import { VkycError } from '../../../src/errors/vkyc-error.js';
import { hostInState, mountHost } from '../../support/controller-host.js';
import { network, ownEndpoint } from '../../support/element-page.js';
import { answer, ENDPOINT, endpoint } from '../../support/scenarios.js';

describe('JourneyController', () => {
  const net = network();
  beforeEach(() => net.answers(...endpoint()));

  describe('without an endpoint', () => {
    it('has an idle journey, with the availability of the settings on the device’s clock', async () => {
      const host = await mountHost({
        sessionEndpoint: null,
        workingHours: '00:00-24:00',
        workingDays: 'mon-sun',
      });
      expect(host.journey.shared).to.equal(null);
      expect(host.journey.current.state).to.equal('idle');
      expect(host.journey.availability).to.include({ open: true, clock: 'device' });
      expect(net.requests).to.deep.equal([]);
    });

    it('joins a journey as soon as an endpoint is set', async () => {
      const host = await mountHost({ sessionEndpoint: null });
      host.sessionEndpoint = ownEndpoint();
      await host.updateComplete;
      expect(host.journey.shared).not.to.equal(null);
    });
  });

  describe('with an endpoint', () => {
    it('shares one journey between hosts', async () => {
      const [one, two] = [await mountHost(), await mountHost()];
      expect(one.journey.shared).not.to.equal(null);
      expect(one.journey.shared).to.equal(two.journey.shared);
      await hostInState(one, 'ready');
      expect(net.requests).to.deep.equal(['GET']);
    });

    it('reflects state and phase as attributes', async () => {
      const host = await mountHost();
      expect([host.getAttribute('state'), host.getAttribute('phase')]).to.deep.equal(['loading', 'unknown']);
      await hostInState(host, 'ready');
      expect([host.getAttribute('state'), host.getAttribute('phase')]).to.deep.equal([
        'ready',
        'in-progress',
      ]);
      if (CSS.supports('selector(:state(ready))'))
        expect(host.matches(':state(ready):state(in-progress)')).to.equal(true);
    });

    it('notifies subscribers, after the attributes are up to date', async () => {
      const host = await mountHost();
      const reflected: (string | null)[] = [];
      const actual: string[] = [];
      host.journey.subscribe(() => {
        reflected.push(host.getAttribute('state'));
        actual.push(host.journey.current.state);
      });
      await hostInState(host, 'ready');
      expect(actual).to.include('ready');
      expect(reflected).to.deep.equal(actual);
    });

    it('dispatches the public events', async () => {
      const host = await mountHost();
      const phases: unknown[] = [];
      host.addEventListener('vkyc-status-change', ({ detail }) => phases.push(detail.phase));
      await hostInState(host, 'ready');
      expect(phases).to.deep.equal(['in-progress']);
    });

    it('passes the schedule on only when a part of it changes', async () => {
      const host = await mountHost();
      const { shared } = host.journey;
      if (!shared) throw new Error('The host has not joined a journey.');
      const schedules: unknown[] = [];
      const configure = shared.configure.bind(shared);
      shared.configure = (settings) => {
        schedules.push(settings.schedule.workingHours);
        configure(settings);
      };
      try {
        host.handoff = true;
        await host.updateComplete;
        host.requestUpdate();
        await host.updateComplete;
        expect(schedules).to.deep.equal([]);
        host.workingHours = '09:00-17:00';
        await host.updateComplete;
        expect(schedules).to.deep.equal(['09:00-17:00']);
      } finally {
        shared.configure = configure;
      }
    });

    it('joins another journey when the endpoint changes', async () => {
      const host = await mountHost();
      const { shared } = host.journey;
      host.sessionEndpoint = `${ownEndpoint()}&another`;
      await host.updateComplete;
      expect(host.journey.shared).not.to.equal(null);
      expect(host.journey.shared).not.to.equal(shared);
    });
  });

  describe('when the host is disconnected', () => {
    it('leaves the journey, and joins it again once the host is connected', async () => {
      const host = await mountHost();
      const page = host.parentElement;
      host.remove();
      await Promise.resolve();
      expect(host.journey.shared).to.equal(null);
      page?.append(host);
      expect(host.journey.shared).not.to.equal(null);
    });

    it('stays in the journey if the host is connected again in the same task', async () => {
      const host = await mountHost();
      const { shared } = host.journey;
      const elsewhere = await fixture<HTMLDivElement>(html`<div></div>`);
      elsewhere.append(host);
      await Promise.resolve();
      expect(host.journey.shared).to.equal(shared);
    });

    it('ignores settings that change meanwhile, until the host is connected', async () => {
      const host = await mountHost();
      const page = host.parentElement;
      host.remove();
      await Promise.resolve();
      host.sessionEndpoint = `${ownEndpoint()}&another`;
      await host.updateComplete;
      expect(host.journey.shared).to.equal(null);
      page?.append(host);
      expect(host.journey.shared).not.to.equal(null);
    });
  });

  describe('when the session has expired', () => {
    const expired = () => new HttpResponse(null, { status: 410 });
    beforeEach(() =>
      net.answers(...endpoint({ get: ({ url }) => (url.includes('fresh') ? answer() : expired()) })),
    );

    it('gets a fresh endpoint from renewSession, without an event', async () => {
      const host = await mountHost({ sessionEndpoint: null });
      let events = 0;
      host.addEventListener('vkyc-session-expired', () => events++);
      host.renewSession = () => Promise.resolve(`${ENDPOINT}?fresh`);
      host.sessionEndpoint = ownEndpoint();
      await hostInState(host, 'ready');
      expect(events).to.equal(0);
    });

    it('gets a fresh endpoint from a listener of vkyc-session-expired', async () => {
      const host = await mountHost({ sessionEndpoint: null });
      host.addEventListener('vkyc-session-expired', (event) => event.renewWith(`${ENDPOINT}?fresh`));
      host.sessionEndpoint = ownEndpoint();
      await hostInState(host, 'ready');
    });

    it('fires vkyc-error if nobody provides one', async () => {
      const host = await mountHost({ sessionEndpoint: null });
      const events: string[] = [];
      for (const type of ['vkyc-session-expired', 'vkyc-error'] as const)
        host.addEventListener(type, () => events.push(type));
      host.sessionEndpoint = ownEndpoint();
      await hostInState(host, 'error');
      expect(events).to.deep.equal(['vkyc-session-expired', 'vkyc-error']);
    });
  });

  it('reports a failure as vkyc-error, without quoting anything', async () => {
    const host = await mountHost({ sessionEndpoint: null });
    const details: VkycErrorEvent['detail'][] = [];
    host.addEventListener('vkyc-error', ({ detail }) => details.push(detail));
    host.journey.reportFailure(new VkycError('timeout'));
    expect(details).to.deep.equal([{ code: 'timeout', retryable: true, actor: 'partner' }]);
  });
});
