import type { MortgageFacts } from '../../packs/model.ts';

/** The monthly cost of a home by the pack's figures, in cents: loan, property tax, insurance. */
export function monthlyPaymentCents(priceCents: number, facts: MortgageFacts): number {
  const loan = priceCents * (1 - facts.downShare);
  const rate = facts.yearlyRate / 12;
  const months = facts.years * 12;
  const instalment = rate === 0 ? loan / months : (loan * rate) / (1 - (1 + rate) ** -months);
  return Math.round(instalment + (priceCents * facts.yearlyTaxShare) / 12 + facts.yearlyInsuranceCents / 12);
}

/** "$450,000". */
export const dollars = (cents: number): string => `$${Math.round(cents / 100).toLocaleString('en-US')}`;
const percent = (share: number): string => `${Math.round(share * 10_000) / 100}%`;

/** The estimate in one sentence, with what it rests on and who says so. */
export function describePayment(priceCents: number, facts: MortgageFacts, spanish: boolean): string {
  const sum = dollars(monthlyPaymentCents(priceCents, facts));
  const [down, rate] = [percent(facts.downShare), percent(facts.yearlyRate)];
  const source = `${facts.source}, ${facts.asOf}`;
  return spanish
    ? `Estimado: unos ${sum} al mes para ${dollars(priceCents)} (enganche, tasa, años: ${down}, ${rate}, ${facts.years}; con impuesto y seguro; ${source}).`
    : `Estimate: about ${sum} a month for ${dollars(priceCents)} (${down} down, ${rate} rate, ${facts.years} years, with tax and insurance; ${source}).`;
}
