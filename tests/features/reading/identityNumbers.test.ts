import { describe, expect, it } from 'vitest';
import { maskIdentityNumbers } from '../../../src/features/reading/numbers/identityNumbers.ts';
import { readMoney } from '../../../src/features/reading/numbers/readMoney.ts';

describe('S64: numbers that say who somebody is', () => {
  it.each([
    ['my ssn is 078-05-1120', 'my ssn is •••-••-1120'],
    ['078 05 1120', '••• •• 1120'],
    ['０７８-05-1120', '•••-••-1120'],
    ['SSN: 078051120', 'SSN: •••••1120'],
    ['mi seguro social es 078051120', 'mi seguro social es •••••1120'],
    ['card 4111 1111 1111 1111 exp 04/29', 'card •••• •••• •••• 1111 exp 04/29'],
    ['4111-1111-1111-1111', '••••-••••-••••-1111'],
    ['4111111111111111.', '••••••••••••1111.'],
    ['amex 3782 822463 10005', 'amex •••• •••••• •0005'],
    ['routing 021000021 and account 12345678', 'routing •••••0021 and account ••••5678'],
    ['it is 021000021', 'it is •••••0021'],
    ['cuenta número 000123456789', 'cuenta número ••••••••6789'],
    ['my passport is C01234567', 'my passport is •••••4567'],
    ['pasaporte 987654321', 'pasaporte •••••4321'],
    ['DE89 3704 0044 0532 0130 00', '•••• •••• •••• •••• ••30 00'],
  ])('“%s” reads “%s”', (text, masked) => {
    expect(maskIdentityNumbers(text)).toBe(masked);
    expect(masked).toHaveLength(text.length);
  });

  it.each([
    'call 512-555-0143 or (512) 555-0143 or 512.555.0143 or 5125550143',
    'my budget is $1,250,000, 650000 at most, not 700k',
    'it is 78745-1234, 12345 Alder Street, unit 204',
    'MLS 4471120, MLS 202412345, order 123456789',
    'on 11/04/2026 at 10:30, 2026-11-04',
    '4111 1111 1111 1112 is no card, and 1234567890123 is none',
    'my account manager is Ana, call 512-555-0143',
    'on my account: 512-555-0143',
    '3 4 5 bedrooms, 2.5 baths, 1,240 sqft, lot 43,560',
    '+1 512 555 0143',
    'I earn 95000 in my job and have 40000 in savings',
  ])('“%s” stays', (text) => expect(maskIdentityNumbers(text)).toBe(text));

  it('a routing number is no budget', () => {
    expect(readMoney(maskIdentityNumbers('wire it, routing 021000021'), { bare: true })).toBeNull();
  });

  it('20,000 characters of digits are read in no time', () => {
    const text = '12 34-'.repeat(3400);
    expect(maskIdentityNumbers(text)).toHaveLength(text.length);
  });
});
