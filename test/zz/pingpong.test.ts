import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
describe('two elements, one endpoint, two schedules', () => {
  it('does not loop', async () => {
    const host = await fixture<HTMLDivElement>(html`<div>
      <enkash-vkyc-button session-endpoint="/x" working-hours="00:00-24:00" working-days="mon-sun"></enkash-vkyc-button>
      <enkash-vkyc-button session-endpoint="/x" working-hours="00:00-00:01" working-days="sat5"></enkash-vkyc-button></div>`);
    let n = 0;
    for (const el of host.children) { const proto = el as unknown as {render: () => unknown}; const r = proto.render.bind(el); proto.render = () => { n++; return r(); }; }
    await new Promise((r) => setTimeout(r, 500));
    expect(n).to.be.below(20);
  });
});
