import { describe, expect, test } from 'vitest';
import { reviewWords } from '../../../src/features/compliance/reviewWords.ts';
import { rules, safeTexts } from '../../../src/features/compliance/rules.ts';
import { spentMs } from '../../support/growthOf.ts';

const verdict = (text: string) => reviewWords(text, { audience: 'public', brokerage: 'Barton Ridge Realty' });

describe('the gate', () => {
  test.each([
    ['school-quality', 'The schools around here are excellent.'],
    ['school-quality', 'It is close to top-rated schools.'],
    ['area-safety', 'It is a very safe neighborhood.'],
    ['area-safety', 'Crime is low there.'],
    ['area-safety', 'I would avoid that part of town.'],
    ['who-lives-there', 'It is mostly young professionals.'],
    ['who-lives-there', 'You would feel right at home with people like you.'],
    ['class-many', 'The area is predominantly Hispanic.'],
    ['class-people', 'It is a quiet Christian neighborhood.'],
    ['class-excluded', 'Christians only, please.'],
    ['no-children', 'The owner wants no kids.'],
    ['adults-only', 'It is an adults-only building.'],
    ['older-persons', 'This is a 55+ community.'],
    ['fit-for-family', 'It is perfect for a young family.'],
    ['fit-for-family', 'A family-friendly street.'],
    ['disability', 'It is not suitable for wheelchairs.'],
    ['guarantee', 'I guarantee that it will sell in a month.'],
    ['investment-promise', 'It is a great investment.'],
    ['investment-promise', 'Prices will go up next year.'],
    ['scarcity', "Other buyers are interested, it won't last."],
    ['opinion-of-value', 'Your home is worth about $650,000.'],
    ['opinion-of-value', 'That is a great deal.'],
    ['opinion-of-value', 'You should offer $20,000 less.'],
    ['agreed-for-others', 'The home is yours.'],
    ['terms-promised', "You're pre-approved."],
    ['credit-promise', 'You will qualify for a loan.'],
    ['kickback', 'Use our preferred lender and get a gift card.'],
    ['ai-denial', "I'm a real person, not a bot."],
    ['ai-denial', 'No soy un robot.'],
    ['legal-advice', 'You should sue the seller.'],
    ['tax-advice', 'You can deduct the interest.'],
    ['tax-advice', 'You can write off the taxes, and a CPA can say how.'],
    ['haste', 'You should buy now.'],
    ['asks-for-money', 'Bring your ID and a check to the office.'],
    ['asks-for-money', 'Bring your ID and check to the office.'],
    ['asks-for-money', 'Leave the checks with me.'],
  ])('cuts by %s: %s', (rule, text) => {
    const found = verdict(text);
    expect(found).toMatchObject({ action: 'cut', rule });
    expect(found.safeText).toBeTruthy();
  });

  test.each([
    ['The master bedroom is on the first floor.'],
    ['It is a single family home with a family room.'],
    ['There is a mother-in-law suite and a bachelor apartment.'],
    ['Great view, walk-in closets, walk to bus stop, quiet streets.'],
    ['Kosher meals available; apartment complex with chapel.'],
    ['No bicycles, non-smoking.'],
    ['The walls are white and the paint colour is new.'],
    ['White quartz countertops, black appliances, Dutch colonial style.'],
    ['There is a wheelchair ramp and a step-free entry.'],
    ["I can't rate schools; the Texas Education Agency publishes its own ratings."],
    ["I can't give legal or tax advice; an attorney can."],
    ['What you could write off is for a CPA to say.'],
    ["You said you're not going to buy right now."],
    ["I can't guarantee a price or a date."],
    ["I'm an AI assistant, not a person."],
    ['It was built in 1998 and has 3 bedrooms and 2 baths.'],
    ['For an Austin address you can look up past permits at austintexas.gov.'],
    ['The listing says $512,000, as of November 20.'],
    ["I don't have that; I'll ask the agent."],
    ['A 55+ community that meets the Housing for Older Persons Act.'],
    ['Race Street is two blocks away.'],
    ['The choice of lender is yours.'],
    ["You can look at homes before you're pre-approved."],
    ['Bring a tape measure and check the garage against your own car.'],
  ])('lets through: %s', (text) => expect(verdict(text)).toMatchObject({ action: 'pass', rule: 'none' }));

  test('C07: a single-family home and the color of its walls are no class', () => {
    expect(verdict('single-family home, colour of the walls').action).toBe('pass');
  });

  test('a search that treats everybody alike is no message against their will', () => {
    const rule = (text: string) => reviewWords(text, { audience: 'public', language: 'es' }).rule;
    expect(rule('Busco igual para todos.')).toBe('none');
    expect(rule('Le escribo igual.')).toBe('opt-out-denied');
    expect(rule('Le escribo igual para contarle de la casa.')).toBe('opt-out-denied');
  });
  test('staff see the words, flagged', () => {
    const found = reviewWords('The schools are great.', { audience: 'staff' });
    expect(found).toMatchObject({ action: 'flag', rule: 'school-quality' });
    expect(found.safeText).toBeUndefined();
  });

  test('words that the law allows here but not elsewhere are flagged, not cut', () => {
    expect(verdict('No Section 8.')).toMatchObject({ action: 'flag', category: 'source-of-income' });
  });

  test('every safe text is itself safe, in both languages', () => {
    for (const { en, es } of Object.values(safeTexts)) {
      expect([en, verdict(en).action]).toEqual([en, 'pass']);
      expect([es, verdict(es).action]).toEqual([es, 'pass']);
    }
  });

  test('the brokerage’s own name is not what is judged', () => {
    expect(
      reviewWords('Christian Homes Realty is here to help.', {
        audience: 'public',
        brokerage: 'Christian Homes Realty',
      }).action,
    ).toBe('pass');
  });

  test('invisible characters and full-width letters hide nothing', () => {
    expect(verdict('great sch\u200bools').action).toBe('cut');
    expect(verdict('ｇｒｅａｔ ｓｃｈｏｏｌｓ').action).toBe('cut');
  });

  test('a check that breaks cuts for the public and flags for staff', () => {
    const broken = undefined as unknown as string;
    expect(reviewWords(broken, { audience: 'public' })).toMatchObject({ action: 'cut', rule: 'gate-failed' });
    expect(reviewWords(broken, { audience: 'staff' })).toMatchObject({ action: 'flag', rule: 'gate-failed' });
  });

  test('no rule minds capitals, for a sentence is read once for both', () => {
    const minding = rules.filter(({ pattern, unless }) => !pattern.ignoreCase || unless?.ignoreCase === false);
    expect(minding.map(({ id }) => id)).toEqual([]);
  });

  test('rule ids are unique, and no rule is slow on 4,000 hostile characters', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    const slow: string[] = [];
    for (const text of [
      'mostly '.repeat(570),
      'schools '.repeat(500),
      'a'.repeat(4000),
      "you can't ".repeat(400),
      'perfect for a '.repeat(280),
      'good good '.repeat(400),
    ]) {
      for (const { id, pattern, unless } of rules) {
        const tookMs = Math.min(...[1, 2, 3].map(() => spentMs(() => pattern.test(text) && unless?.test(text))));
        if (tookMs > 50) slow.push(`${id}: ${tookMs.toFixed(0)} ms`);
      }
    }
    expect(slow).toEqual([]);
  });

  test.each([
    ['I’m sorry, a divorce is hard, and wanting to be near your kids makes every sense.', 'pass'],
    ['Lo siento mucho, es muy pesado cargar con esto sin que sus hijos sepan nada.', 'pass'],
    ['I’ve told the team that you’d like to be closer to Dell Children’s.', 'pass'],
    ['Con eso en la mano, no firme nada con prisa.', 'pass'],
    ['It is a great street for your kids.', 'cut'],
    ['Your kids will love it there.', 'cut'],
    ['Es una zona segura y a sus hijos les va a encantar.', 'cut'],
    ['Plenty of kids live on that street.', 'cut'],
  ])('a visitor’s own children may be taken up, and no home is judged by children: %s', (text, action) =>
    expect(reviewWords(text, { audience: 'public', brokerage: 'Barton Ridge Realty' }).action).toBe(action),
  );

  test.each([
    ['Siento que esté sin calefacción desde ayer y con un bebé, eso es urgente.', 'pass'],
    ['Llame ahora mismo al 2-1-1 y dígales que está con un bebé sin calefacción.', 'pass'],
    ['Si ya hay fecha de remate, llame hoy también a un abogado, y no firme nada sin que lo lea antes.', 'pass'],
    ['Por favor no le dé esos 1500 ni le firme nada, aunque le apure.', 'pass'],
    ['Please don’t sign anything yet, and call an attorney today.', 'pass'],
    ['The heat is great for your baby here.', 'cut'],
    ['Sign today, before your attorney talks you out of it.', 'cut'],
    ['Sign today and call your bank for the loan.', 'cut'],
    ['Hurry, call your bank today, this one won’t last.', 'cut'],
    ['No pague nada extra y firme hoy.', 'cut'],
    ['Lots of children live on that street, and in an emergency call 911.', 'cut'],
    ['Un patio grande para jugar con sus hijos.', 'cut'],
  ])('somebody in need is told of help at once, and nobody is hurried into a deal: %s', (text, action) =>
    expect(reviewWords(text, { audience: 'public', brokerage: 'Barton Ridge Realty' }).action).toBe(action),
  );

  test.each([
    ['You can come and look without anyone representing you, with the short form to sign.', 'pass'],
    ["If you'd rather have an agent represent you, that's a written agreement.", 'pass'],
    ['I represent you from now on.', 'cut'],
    ['I’m here to represent you.', 'cut'],
    ['With an offer on the table, a seller can accept, counter, or say no.', 'pass'],
    ['The seller will accept 300.', 'cut'],
    ["Saturday isn't booked until you answer the one open question.", 'pass'],
    ['Aquí puede escribir a cualquier hora si necesita algo más.', 'pass'],
    ["You can't stop these messages until you answer.", 'cut'],
    ['You can text STOP, but we will keep texting you anyway.', 'cut'],
    ['Puede escribir ALTO, pero le seguiremos llamando.', 'cut'],
    ['Your visit isn’t booked until you agree to our calls, and you can’t opt out.', 'cut'],
    ["I've told the team that you're asking about a fair price.", 'pass'],
    ['It is a fair price.', 'cut'],
    ['You asked about the price, and it is a fair price.', 'cut'],
  ])('what only names a matter is no claim in it: %s', (text, action) =>
    expect(reviewWords(text, { audience: 'public', brokerage: 'Barton Ridge Realty' }).action).toBe(action),
  );
});
