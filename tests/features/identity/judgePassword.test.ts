import { expect, test } from 'vitest';
import { judgePassword } from '../../../src/features/identity/judgePassword.ts';
import { makePassword } from '../../../src/features/identity/makePassword.ts';

const own = ['ana.ruiz@hillcountry.example', 'Ana Ruiz', 'Hill Country Homes'];

test.each(
  `1234567890 12345678910 0987654321 123123123123 1234554321 1122334455 147258369147 8675309867 1029384756 qwertyuiop
  qwerty123456 poiuytrewq asdfghjkl1 zxcvbnm123 1q2w3e4r5t q1w2e3r4t5 1qaz2wsx3edc qazwsxedc1 zaq12wsxcde a1b2c3d4e5 abcdefghij
  aaaaaaaaaa abababababab aabbccddee asdfasdfasdf password1234 Password123! P@ssw0rd123 P4ssw0rd123456 p.a.s.s.w.o.r.d.1
  passwordpassword mypassword1 contraseña1 changeme123 change-me-please letmein1234 Welcome2024! administrator admin@hub2024
  iloveyou12 michael1234 jennifer123 football123 superman123 Summer2025! demo-password-1 realtor2024 JorgeHub123 austin2024!`
    .split(/\s+/)
    .filter((one) => one !== ''),
)('%s is refused as easy to guess', (password) => {
  expect(judgePassword(password)).toContain('Choose a longer sentence');
});

test.each(['ana.ruiz@hillcountry.example', 'Ana.Ruiz2024', 'anaruiz12345', 'hillcountry1!', 'HillCountryHomes1'])(
  '%s is refused to the person whose name or address it is',
  (password) => {
    expect(judgePassword(password, own)).toContain('Choose a longer sentence');
  },
);

test.each([
  ['ten spaces', ' '.repeat(10), 'at least 10 characters'],
  ['nine signs among spaces', ' a b c d e f g h i ', 'at least 10 characters'],
  ['ten signs of no width', '\u200b'.repeat(10), 'invisible characters'],
  ['one sign of no width', 'correct horse\u200d battery', 'invisible characters'],
  ['a tab', 'correct horse\tbattery', 'invisible characters'],
  ['a filler that looks like a space', 'correct horse\u3164battery', 'invisible characters'],
])('%s: refused, with what is wrong', (_what, password, words) => {
  expect(judgePassword(password)).toContain(words);
});

test.each([
  'correct horse battery',
  'I love my family in Austin',
  'my dog eats blue socks',
  'vivo en la casa azul',
  '我喜欢吃苹果和香蕉因为好',
  'x7!Kq-2mV9T',
  '8301-7529-4653-1188',
  makePassword(),
])('%s is taken', (password) => {
  expect(judgePassword(password, own)).toBeNull();
});
