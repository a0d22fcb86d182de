import { describe, expect, test } from 'vitest';
import { asksWhetherAi } from '../../../src/features/reading/dialogue/readAiQuestion.ts';
import { readTopic } from '../../../src/features/reading/dialogue/readTopic.ts';
import { readChannelWish } from '../../../src/features/reading/optOut/readChannelWish.ts';
import { asksForDeletion } from '../../../src/features/reading/optOut/readDeletion.ts';
import { readOptIn, readOptOut } from '../../../src/features/reading/optOut/readOptOut.ts';
import { emailKeyOf, phoneKeyOf, readContact } from '../../../src/features/reading/person/readContact.ts';
import { growthOf } from '../../support/growthOf.ts';

describe('contact details in what people write', () => {
  test.each([
    ['call me, Linda Ortiz 512-555-0123', 'Linda Ortiz', '512-555-0123', null],
    ['Call me: Linda Ortiz, 512.555.0123', 'Linda Ortiz', '512.555.0123', null],
    ['please call me at (512) 555-0123, Linda Ortiz', 'Linda Ortiz', '(512) 555-0123', null],
    ['Linda Ortiz, my number is 5125550123', 'Linda Ortiz', '5125550123', null],
    ['my name is Linda and my email is linda.ortiz@example.com', 'Linda', null, 'linda.ortiz@example.com'],
    ['me llamo Linda Ortiz, mi número es +1 512 555 0123', 'Linda Ortiz', '+1 512 555 0123', null],
    ['Soy Linda, mi correo es linda@ejemplo.mx', 'Linda', null, 'linda@ejemplo.mx'],
    ['Llámeme al 512-555-0123', null, '512-555-0123', null],
    ['linda at example dot com', null, null, 'linda@example.com'],
    ['linda(at)gmail.com', null, null, 'linda@gmail.com'],
    ['linda @ example.com', null, null, 'linda@example.com'],
    ['linda arroba correo punto mx', null, null, 'linda@correo.mx'],
    ['Reach me at 512-555-0123', null, '512-555-0123', null],
    ['meet me at noon. ok', null, null, null],
    ['Can we look at Zilker. It is nice', null, null, null],
    ['My budget is 512,555 to 600,000', null, null, null],
    ['Saturday at 512-555-0123', null, '512-555-0123', null],
  ])('%s', (text, name, phone, email) => {
    const read = readContact(text);
    expect([read.name?.value ?? null, read.phone?.value ?? null, read.email?.value ?? null]).toEqual([
      name,
      phone,
      email,
    ]);
    for (const one of [read.name, read.phone]) if (one) expect(text.slice(one.start, one.end).trim()).toBe(one.value);
  });
  test.each([
    ['linda ortiz', 'linda ortiz'],
    ["It's Linda", 'Linda'],
    ['Linda', 'Linda'],
    ['no thanks', null],
    ['why do you ask?', null],
    ['rather not say', null],
  ])('asked for the name, "%s"', (text, name) => {
    expect(readContact(text, { askedName: true }).name?.value ?? null).toBe(name);
  });
  test('numbers and addresses are compared in one form', () => {
    expect(['512-555-0101', '(512) 555 0101', '+1 512.555.0101', '15125550101'].map(phoneKeyOf)).toEqual(
      Array(4).fill('+15125550101'),
    );
    expect(['+52 55 1234 5678', '123', '012-555-0101', 'call me', '512-555-0101 x'].map(phoneKeyOf)).toEqual([
      '+525512345678',
      null,
      null,
      null,
      null,
    ]);
    expect([' Ana@Example.COM ', 'ana@', 'ana', 'a@b.example, c@d.example'].map(emailKeyOf)).toEqual([
      'ana@example.com',
      null,
      null,
      null,
    ]);
  });
});

describe('opting out and coming back, in the ten languages of the widget', () => {
  test.each([
    ...['STOP', 'Stop all', 's t o p', 'stpo', 'UNSUBSCRIBE', 'END', 'QUIT', 'REVOKE', 'opt-out'],
    ...['BAJA', 'PARAR', 'alto', 'no me escriban', 'dejen de llamarme', 'quiero darme de baja', 'número equivocado'],
    ...['ARRÊTER', 'arreter', 'Arrêtez!', 'ne me contactez plus', 'arrêtez de m’appeler', 'plus de messages svp'],
    ...['STOPP', 'abmelden', 'Bitte keine Nachrichten mehr', 'schreiben Sie mir nicht mehr', 'lassen Sie mich in Ruhe'],
    ...['SAIR', 'pare', 'não me mande mais mensagens', 'pare de me ligar', 'me deixe em paz'],
    ...['FERMA', 'basta', 'non scrivetemi più', 'smettetela di chiamarmi'],
    ...['停', '停止', '退订', '請勿再聯繫', '不要再给我发短信了', '别再联系我'],
    ...['DỪNG', 'dừng lại', 'ngừng', 'đừng nhắn tin cho tôi nữa', 'hủy đăng ký'],
    ...['중지', '수신거부', '그만', '연락하지 마세요', '문자 보내지 마세요'],
    ...['توقف', 'إيقاف', 'إلغاء الاشتراك', 'لا تتصل بي', 'توقف عن مراسلتي'],
    'quit calling me, all of you',
  ])('"%s" opts out', (text) => expect(readOptOut(text)).not.toBeNull());

  test.each([
    ...['stop by Tuesday', 'Can we stop by at 5?', 'non-stop flights?', 'one-stop', "I can't stop thinking about it"],
    ...['the bus stop is near', 'end of June', 'the weekend', 'I quit my job, so we move', 'cancel my lease'],
    ...['no más de 500 mil', 'busco la parada del bus', 'quiero bajar el precio', 'casa en planta baja', 'alto techo'],
    ...['pas plus de 500 000', "l'arrêt de bus est loin ?", 'plus de photos ?'],
    ...['nicht mehr als 500.000', 'Kann ich die Bushaltestelle sehen?', 'keine Garage'],
    ...['não mais de 500 mil', 'quero sair do apartamento', 'non più di 500 mila', 'basta un bagno'],
    ...['附近有车站吗', '我想停车', '不要地下室', 'không quá 500 nghìn', 'nhà có chỗ dừng xe không?'],
    ...['정지선 근처인가요?', '전화하지 말고 문자 주세요', 'هل يوجد موقف سيارات؟'],
    ...['no calls please, text me instead', 'e-mail only', 'no me llamen, mejor por correo'],
    'his bank wanted an appraisal and then he just quit calling',
  ])('"%s" is no opt-out', (text) => expect(readOptOut(text)).toBeNull());

  test.each([['cancel'], ['cancelar'], ['annuler'], ['取消'], ['취소'], ['hủy']])(
    'C28: "%s" means the appointment once one stands',
    (text) => {
      expect(readOptOut(text)).not.toBeNull();
      expect(readOptOut(text, { cancelIsAppointment: true })).toBeNull();
    },
  );

  test.each(['START', 'unstop', 'Start!', 'ALTA', 'empezar', 'Bắt đầu', '시작', '开始', 'ابدأ', 'starten'])(
    '"%s" comes back',
    (text) => expect(readOptIn(text)).not.toBeNull(),
  );
  test.each(['start with the kitchen', 'when can we start?', 'changed my mind', 'let us start'])(
    '"%s" does not',
    (text) => expect(readOptIn(text)).toBeNull(),
  );

  test.each([
    ['no calls please, text me instead', 'text', ['call']],
    ["don't call me, email is better", 'email', ['call']],
    ['e-mail only', 'email', ['call', 'text']],
    ['only by email please', 'email', ['call', 'text']],
    ['no texts, just call me', 'call', ['text']],
    ['no me llamen, mejor por correo', 'email', ['call']],
    ["I'd prefer email", 'email', []],
    ['mejor por mensaje de texto', 'text', []],
  ])('"%s" names a way and rules out no more than it says', (text, by, not) => {
    expect(readChannelWish(text)?.value).toEqual({ by, not });
  });
  test.each([
    ["don't call me", null, ['call']],
    ["pls don't have anybody call me to reschedule", null, ['call']],
    ["I don't need email", null, ['email']],
    ['no quiero llamadas', null, ['call']],
    ['no me llamen', null, ['call']],
    ['no more texts, calls are fine', 'call', ['text']],
    ['no me llamen, solo texto', 'text', ['call']],
    ["don't email, text", 'text', ['email']],
    ['can u just text me instead', 'text', []],
    ["I'd rather you text", 'text', []],
    ['text is better', 'text', []],
  ] as const)('"%s" rules out what it names and nothing else', (text, by, not) => {
    expect(readChannelWish(text)?.value).toEqual({ by, not });
    expect(readOptOut(text)).toBeNull();
  });
  test.each(['stop calling me', "don't call or text me", 'no more texts', 'no me llames más'])(
    '"%s" is for good: they hear no more',
    (text) => expect(readOptOut(text)).not.toBeNull(),
  );
  test.each([
    ...['call me', 'can you email me the plan?', "don't call me at work", "why don't you call me"],
    ...[
      'you never call me back',
      "I don't have email",
      "I don't have anyone to call",
      'is there a phone line in the house',
    ],
  ])('"%s" leaves the ways as they are', (text) => expect(readChannelWish(text)).toBeNull());
});

test.each([
  ...[
    'please delete my data',
    'erase everything you have about me',
    'I want my right to be forgotten',
    'GDPR erasure request',
    'take my number out of your system pls',
  ],
  'kiero q borren todo lo q tengan mio',
  'borren todo lo que tengan sobre mí',
  ...['borren mis datos', 'eliminen mi información', 'supprimez mes données', 'löschen Sie bitte meine Daten'],
  ...[
    'Meine Daten löschen',
    'apaguem meus dados',
    'cancellate i miei dati',
    '请删除我的个人数据',
    'xóa dữ liệu của tôi',
  ],
  ...['제 개인정보를 삭제해 주세요', 'احذفوا بياناتي'],
])('C08: "%s" asks for deletion', (text) => expect(asksForDeletion(text)).toBe(true));
test.each([
  'delete that last message',
  'remove the carpet',
  'I forgot my keys',
  'do you have data about the area?',
  'clear out the house',
])('C08: "%s" does not', (text) => expect(asksForDeletion(text)).toBe(false));

test('the cost of every reader of contact and consent grows with the length of hostile text, not with its square', () => {
  const hostile = [
    'a at a dot '.repeat(360),
    'a @ a . '.repeat(500),
    'Aa de la '.repeat(440),
    '512-555-0101 Aa '.repeat(250),
  ];
  hostile.push(
    'no email only '.repeat(280),
    'delete all the of '.repeat(220),
    'ne me arrêtez '.repeat(280),
    'A '.repeat(2000),
    "don't send me any of these the your ".repeat(110),
    'no me vuelvan a '.repeat(250),
    'not a by the '.repeat(300),
    'delete all of the '.repeat(220),
    'are you a an the '.repeat(230),
    'no any the those '.repeat(230),
    'only sell to accept '.repeat(200),
  );
  for (const text of hostile) {
    const read = (words: string): void => {
      readContact(words, { askedName: true });
      readOptOut(words);
      readOptIn(words);
      readChannelWish(words);
      asksForDeletion(words);
      asksWhetherAi(words);
      readTopic(words);
    };
    expect(growthOf(read, text, 8), text.slice(0, 20)).toBeLessThan(24);
    expect([readOptOut(text), readOptIn(text), asksForDeletion(text)], text.slice(0, 20)).toEqual([null, null, false]);
  }
});

test.each([
  ['rick 512-555-0128', 'rick'],
  ['fine. daniela cruz 737 555 0149 text me not my mom', 'daniela cruz'],
  ['I am writing about my house. Yours truly, H. Beecham', 'H. Beecham'],
  ['Priya Raman, priya.r@example.com, +1 415 555 0182', 'Priya Raman'],
])('the name beside a number or under a letter is read: “%s”', (text, name) => {
  expect(readContact(text).name?.value).toBe(name);
});

test.each(['Can someone call me? 512 555 0188', 'new number 512 555 0101', 'my cell 512 555 0101'])(
  'words that say what a number is for are no name: “%s”',
  (text) => {
    expect(readContact(text).name).toBeNull();
  },
);
