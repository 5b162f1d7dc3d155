import { expect, fixture } from '@open-wc/testing';
import '../../../src/define.js';
import type { EnkashVkycButton } from '../../../src/element/enkash-vkyc-button.js';
import { painted } from '../../support/painted.js';

/** The element in a column, without an endpoint. */
async function setup(width: string) {
  const column = await fixture<HTMLElement>(`<div style="width: ${width}"></div>`);
  const element: EnkashVkycButton = document.createElement('enkash-vkyc-button');
  column.append(element);
  const isTight = async () => {
    await element.updateComplete;
    await painted();
    return element.renderRoot.querySelector('.base')?.hasAttribute('data-tight');
  };
  return { column, element, isTight };
}

describe('TightController', () => {
  it('marks the content of an element with little space for its text', async () => {
    expect(await (await setup('150px')).isTight()).to.equal(true);
    expect(await (await setup('320px')).isTight()).to.equal(false);
  });

  it('follows an element that is removed and added elsewhere', async () => {
    const { column, element, isTight } = await setup('150px');
    expect(await isTight()).to.equal(true);
    element.remove();
    column.style.width = '320px';
    column.append(element);
    expect(await isTight()).to.equal(false);
    column.style.width = '150px';
    expect(await isTight()).to.equal(true);
  });

  it('follows it into another document and back, and reports no error to either page', async () => {
    const { column, element, isTight } = await setup('320px');
    expect(await isTight()).to.equal(false);
    const frame = document.createElement('iframe');
    frame.width = '150';
    document.body.append(frame);
    const errors: string[] = [];
    const report = ({ message }: ErrorEvent) => void errors.push(message);
    const views = [window, frame.contentWindow];
    for (const view of views) view?.addEventListener('error', report);
    try {
      frame.contentDocument?.body.append(element);
      expect(await isTight()).to.equal(true);
      column.append(element);
      expect(await isTight()).to.equal(false);
      expect(errors).to.deep.equal([]);
    } finally {
      for (const view of views) view?.removeEventListener('error', report);
      frame.remove();
    }
  });
});
