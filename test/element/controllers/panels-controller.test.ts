import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { answer, endpoint } from '../../support/scenarios.js';
import { hostInState, mountHost, STATE, type ControllerHost } from '../../support/controller-host.js';
import { network } from '../../support/element-page.js';
import { fakeWindows } from '../../support/fake-windows.js';
import { loadParts } from '../../support/lazy-parts.js';
import en from '../../../src/locales/en.js';

describe('PanelsController', () => {
  const net = network();
  fakeWindows();
  before(loadParts);
  beforeEach(() => net.answers(...endpoint()));

  const mountReady = async (settings: Partial<ControllerHost> = {}) => {
    const host = await mountHost({ handoff: true, ...settings });
    await hostInState(host, 'ready');
    return host;
  };
  const handoffShown = (host: ControllerHost) =>
    waitUntil(() => host.panels.model.handoff.kind === 'shown', 'the link is shown');

  it('starts with both panels closed', async () => {
    const host = await mountReady();
    const { checklist, handoff } = host.panels.model;
    expect({ checklist, handoff }).to.deep.equal({ checklist: null, handoff: { kind: 'hidden' } });
  });

  it('offers the handoff only if the page enables it', async () => {
    const host = await mountHost({ handoff: false });
    expect(host.panels.model.offersHandoff).to.equal(false);
    host.handoff = true;
    expect(host.panels.model.offersHandoff).to.equal(true);
  });

  it('opens the checklist, announces the result of the device check, and closes it again', async () => {
    const host = await mountReady();
    host.panels.toggleChecklist();
    expect(host.panels.model.checklist?.issues).to.equal(null);
    await waitUntil(() => host.panels.model.checklist?.issues, 'the device is checked', { timeout: 4000 });
    const issues = host.panels.model.checklist?.issues ?? [];
    const expected = issues.map((issue) => en.findings[issue]).join(' ') || en.findings.ready;
    expect(host.announcements).to.deep.equal([expected]);
    host.panels.toggleChecklist();
    expect(host.panels.model.checklist).to.equal(null);
  });

  it('tells in the checklist until when the link is valid, as it was known when the list was opened', async () => {
    net.answers(
      ...endpoint({ get: () => Response.json({ kycStatus: 'MIN_KYC_VERIFIED', kycSubStatus: null }) }),
    );
    const host = await mountReady();
    host.panels.toggleChecklist();
    await host.journey.shared?.phoneLink([]).catch(() => {});
    await waitUntil(() => host.panels.model.linkExpiresAt, 'a link was minted');
    expect(host.panels.model.checklist?.expiresAt).to.equal(null);
    host.panels.toggleChecklist();
    host.panels.toggleChecklist();
    expect(host.panels.model.checklist?.expiresAt).to.equal(host.panels.model.linkExpiresAt);
  });

  it('shows the link for the phone, and closes the checklist for it', async () => {
    const host = await mountReady();
    host.panels.toggleChecklist();
    host.panels.toggleHandoff();
    expect(host.panels.model.handoff.kind).to.equal('fetching');
    expect(host.panels.model.checklist).to.equal(null);
    await handoffShown(host);
    expect(net.requests).to.deep.equal(['GET', 'POST']);
    host.panels.toggleChecklist();
    expect(host.panels.model.handoff.kind).to.equal('hidden');
  });

  it('announces the state instead of fetching a link when no call can start', async () => {
    net.answers(...endpoint({ get: () => answer({ status: 'verified' }) }));
    const host = await mountHost({ handoff: true });
    await hostInState(host, 'done');
    host.panels.toggleHandoff();
    const disabled = await mountHost({ handoff: true, disabled: true });
    disabled.panels.toggleHandoff();
    expect([host.announcements, disabled.announcements]).to.deep.equal([[STATE], [STATE]]);
    expect(net.requests).not.to.include('POST');
  });

  it('closes both panels when a call starts', async () => {
    const host = await mountReady();
    host.panels.toggleChecklist();
    host.call.start();
    expect(host.panels.model.checklist).to.equal(null);
    await hostInState(host, 'open');
  });

  it('closes both panels when the host is removed, but not when it is moved in the page', async () => {
    const host = await mountReady();
    host.panels.toggleHandoff();
    await handoffShown(host);
    const elsewhere = await fixture<HTMLDivElement>(html`<div></div>`);
    elsewhere.append(host);
    await Promise.resolve();
    expect(host.panels.model.handoff.kind).to.equal('shown');
    host.remove();
    await Promise.resolve();
    expect(host.panels.model.handoff.kind).to.equal('hidden');
  });
});
