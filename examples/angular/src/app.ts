import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import type { Phase, VkycStatusChangeEvent } from 'enkash-vkyc-button';
import { openSession } from './open-session';

@Component({
  selector: 'wallet-app',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <main class="card">
      <h1>Raise your limit</h1>
      <p>A short video call with your PAN card in hand.</p>
      <label
        ><input type="checkbox" #box (change)="ready.set(box.checked)" /> I have my PAN card with me</label
      >
      <!-- allowed-link-hosts is for the sandbox; remove it in production -->
      <enkash-vkyc-button
        [sessionEndpoint]="endpoint()"
        allowed-link-hosts="127.0.0.1"
        [disabled]="!ready()"
        [renewSession]="openSession"
        (vkyc-status-change)="changed($event)"
      >
        Verify by video
      </enkash-vkyc-button>
      <p class="status">
        Your KYC: <output>{{ phase() }}</output>
      </p>
    </main>
  `,
})
export class App {
  readonly endpoint = signal<string | null>(null);
  readonly ready = signal(false);
  readonly phase = signal<Phase>('unknown');
  readonly openSession = openSession;

  constructor() {
    void openSession().then((endpoint) => this.endpoint.set(endpoint));
  }

  changed({ detail }: VkycStatusChangeEvent): void {
    this.phase.set(detail.phase);
  }
}
