import { expect } from '@open-wc/testing';
import { calendarFile } from '../../src/hours/calendar-file.js';

const entry = {
  title: 'Video KYC is open; bring your PAN, please',
  url: 'https://wallet.example/kyc',
  start: Date.UTC(2026, 10, 23, 4, 30),
  now: Date.UTC(2026, 10, 22, 6),
};

describe('calendarFile', () => {
  it('contains the opening in UTC with an alarm at its start', () => {
    const lines = calendarFile(entry).split('\r\n');
    expect(lines[0]).to.equal('BEGIN:VCALENDAR');
    expect(lines).to.include.members([
      'DTSTART:20261123T043000Z',
      'DTEND:20261123T050000Z',
      'DTSTAMP:20261122T060000Z',
      'URL:https://wallet.example/kyc',
      'TRIGGER:PT0S',
    ]);
    expect(lines.slice(-2)).to.deep.equal(['END:VCALENDAR', '']);
  });

  it('does not throw near the end of time', () => {
    expect(calendarFile({ ...entry, start: 8.64e15 })).to.contain('DTEND:');
  });

  it('escapes characters with a meaning in the format', () => {
    expect(calendarFile(entry)).to.contain('SUMMARY:Video KYC is open\\; bring your PAN\\, please');
    expect(calendarFile({ ...entry, title: 'one\ntwo\\' })).to.contain('SUMMARY:one\\ntwo\\\\');
  });

  it('keeps a title with any kind of line break in its line', () => {
    for (const lineBreak of ['\r\n', '\r', '\n'])
      expect(calendarFile({ ...entry, title: `one${lineBreak}END:VEVENT` })).to.contain(
        'SUMMARY:one\\nEND:VEVENT\r\n',
      );
  });

  it('does not fold a line of exactly 75 bytes, and folds a longer one into parts of 18 characters', () => {
    const summary = (length: number) =>
      calendarFile({ ...entry, title: 'a'.repeat(length) }).match(/SUMMARY:.*(\r\n .*)*/)?.[0];
    expect(summary(67)).to.equal(`SUMMARY:${'a'.repeat(67)}`);
    const part = `\r\n ${'a'.repeat(18)}`;
    expect(summary(68)).to.equal(`SUMMARY:${'a'.repeat(10)}${part}${part}${part}\r\n aaaa`);
  });

  it('folds long lines at 75 bytes without splitting a character', () => {
    const title = 'वीडियो केवाईसी '.repeat(20);
    const file = calendarFile({ ...entry, title });
    const encoder = new TextEncoder();
    for (const line of file.split('\r\n')) expect(encoder.encode(line).length).to.be.at.most(75);
    expect(file.replaceAll('\r\n ', '')).to.contain(`SUMMARY:${title}`);
  });
});
