import { describe, expect, it } from 'vitest';
import { initialsOf } from '../../client/widget/faceOf.ts';
import { calendarFile } from '../../client/widget/more/calendarFile.ts';
import { transcriptText } from '../../client/widget/more/transcriptText.ts';
import { speechFor } from '../../client/widget/speech.ts';
import type { Entry } from '../../src/contract/log/entry.ts';

describe('an appointment as a calendar file', () => {
  const event = {
    appointmentId: 'a-1',
    startsAt: Date.parse('2026-11-28T16:00:00Z'),
    endsAt: Date.parse('2026-11-28T16:30:00Z'),
    summary: 'Visit: Casa Niño, a home with a long name, and a comma; and a semicolon '.repeat(3),
    details: 'With Maya Torres,\nBarton Ridge Realty',
    address: null,
    madeAt: Date.parse('2026-11-23T12:00:00Z'),
  };
  const file = calendarFile(event);

  it('has no line of more than 75 bytes, and cuts no character in two', () => {
    const lines = file.split('\r\n');
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(file).not.toContain('\uFFFD');
    expect(file.endsWith('END:VCALENDAR\r\n')).toBe(true);
  });

  it('says when and what in words that a calendar reads back as they were', () => {
    const unfolded = file.replaceAll('\r\n ', '');
    expect(unfolded).toContain('DTSTART:20261128T160000Z\r\nDTEND:20261128T163000Z\r\n');
    const escapes: Record<string, string> = { n: '\n' };
    const read = (name: string) =>
      new RegExp(`${name}:(.*)\\r`).exec(unfolded)?.[1]?.replace(/\\(.)/g, (_, one: string) => escapes[one] ?? one);
    expect(read('SUMMARY')).toBe(event.summary);
    expect(read('DESCRIPTION')).toBe(event.details);
  });
});

it('a talk as text has each message with its time and speaker, marks an assistant’s words, and leaves out words that were taken back', () => {
  const said = (seq: number, actor: object, text: string) => ({
    id: `e${seq}`,
    seq,
    type: 'message-created',
    at: new Date(2026, 10, 23, 14, 32).toISOString(),
    actor,
    data: { messageId: `m${seq}`, text, ...(seq === 1 ? { attachments: [{ name: 'street.jpg' }] } : {}) },
  });
  const entries = [
    said(1, { kind: 'visitor', id: 'v' }, 'Is it quiet?'),
    said(2, { kind: 'bot', id: 'lead', name: 'Jorge' }, 'It is.'),
    said(3, { kind: 'agent', id: 'a', name: 'Maya Torres' }, 'A wrong price'),
    { id: 'e4', seq: 4, type: 'message-retracted', at: '', actor: {}, data: { messageId: 'm3', reason: 'wrong' } },
  ] as unknown as Entry[];
  expect(transcriptText('Chat with Jorge', entries, speechFor('en-US')).replace(/\s/g, ' ')).toBe(
    'Chat with Jorge  Monday, November 23, 2026  2:32 PM You: Is it quiet? [street.jpg]  2:32 PM Jorge (AI assistant): It is.  2:32 PM Maya Torres: This message was removed. ',
  );
});

it('initials are those of the first and the last name, in any script', () => {
  expect(['Maya Torres', 'Ana María de la Cruz', 'Owen', '李 明', ''].map(initialsOf)).toEqual([
    'MT',
    'AC',
    'O',
    '李明',
    '',
  ]);
});
