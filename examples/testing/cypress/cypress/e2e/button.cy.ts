import type { VkycStatusChangeEvent } from 'enkash-vkyc-button';

/** EnKash's answer, as the session endpoint passes it on. */
const answer = (kycStatus: string, kycSubStatus: string) => ({
  code: 0,
  message: 'Success',
  payload: { kycStatus, kycSubStatus },
  session: { schedule: { workingHours: '00:00-24:00', workingDays: 'mon-sun' } },
});

describe('the button', () => {
  it('shows a rejection', () => {
    cy.intercept('GET', '/vkyc/session/*', answer('MIN_KYC_VERIFIED', 'VKYC_REJECTED')).as('session');
    cy.visit('/');
    cy.wait('@session').its('request.headers').should('include', { 'x-enkash-vkyc': '1' });
    cy.get('enkash-vkyc-button').should('have.attr', 'phase', 'rejected');
    cy.get('[part~=badge]').should('be.visible');
  });

  it('starts the call on a click', () => {
    cy.intercept('GET', '/vkyc/session/*', answer('MIN_KYC_VERIFIED', 'VKYC_IN_PROGRESS'));
    cy.visit('/');
    cy.get('enkash-vkyc-button[state=ready]').then(([button]) => {
      // Cypress drives one tab, so the test ends where the call would open
      const onStart = cy
        .stub()
        .as('start')
        .callsFake((event: Event) => event.preventDefault());
      button?.addEventListener('vkyc-start', onStart);
    });
    cy.get('[part~=button]').click();
    cy.get('@start').should('have.been.calledOnce');
  });

  it('reports the status', () => {
    const phases: string[] = [];
    cy.intercept('GET', '/vkyc/session/*', answer('MIN_KYC_VERIFIED', 'VKYC_IN_PROGRESS'));
    cy.visit('/', {
      onBeforeLoad(window) {
        window.addEventListener('vkyc-status-change', (event) => {
          phases.push((event as VkycStatusChangeEvent).detail.phase);
        });
      },
    });
    cy.wrap(phases).should('deep.equal', ['in-progress']);
  });
});
