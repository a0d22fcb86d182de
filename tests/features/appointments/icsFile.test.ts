import { describe, expect, it } from 'vitest';
import { type IcsEvent, icsFile } from '../../../src/features/appointments/icsFile.ts';

const now = Date.UTC(2026, 10, 23, 12);
const event: IcsEvent = {
  id: 'abc',
  startsAt: Date.UTC(2026, 10, 28, 16),
  endsAt: Date.UTC(2026, 10, 28, 17),
  summary: 'Showing: Ana',
  sequence: 0,
  cancelled: false,
};
const file = (change: Partial<IcsEvent> = {}) => icsFile('Maya', [{ ...event, ...change }], now);
const lines = (text: string) => text.split('\r\n');
const unfolded = (text: string) => text.replace(/\r\n /g, '');

describe('a calendar file', () => {
  it('has what a calendar needs: who made it, an id, the times in UTC, how often it changed, and whether it stands', () => {
    const text = file();
    expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:')).toBe(true);
    expect(text.endsWith('END:VEVENT\r\nEND:VCALENDAR\r\n')).toBe(true);
    for (const line of [
      'UID:abc@jorge-hub',
      'DTSTAMP:20261123T120000Z',
      'DTSTART:20261128T160000Z',
      'DTEND:20261128T170000Z',
      'SEQUENCE:0',
      'STATUS:CONFIRMED',
      'SUMMARY:Showing: Ana',
    ])
      expect(lines(text)).toContain(line);
    expect(lines(file({ cancelled: true, sequence: 3 }))).toEqual(
      expect.arrayContaining(['SEQUENCE:3', 'STATUS:CANCELLED']),
    );
  });

  it('writes out what has a meaning of its own, so that no words begin another line', () => {
    const text = file({ summary: 'a,b;c\\d\nBEGIN:VEVENT\r\nX:1', description: 'e\u0000f\u2028g' });
    expect(lines(text)).toContain('SUMMARY:a\\,b\\;c\\\\d\\nBEGIN:VEVENT\\nX:1');
    expect(lines(text)).toContain('DESCRIPTION:e f g');
    expect(lines(text).filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1);
    expect(file({ url: 'https://a.example/\r\nX:1' })).toContain('URL:https://a.example/X:1\r\n');
  });

  it('has no line above 75 octets and cuts no character apart', () => {
    const summary = `${'ñ'.repeat(90)}${'🏡'.repeat(60)}${'x'.repeat(200)}`;
    const text = file({ summary });
    for (const line of lines(text)) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(unfolded(text)).toContain(`SUMMARY:${summary}\r\n`);
    expect(text).not.toContain('\ufffd');
  });

  it('without appointments is still a calendar', () => {
    expect(icsFile('Maya', [], now)).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*END:VCALENDAR\r\n$/);
  });
});
