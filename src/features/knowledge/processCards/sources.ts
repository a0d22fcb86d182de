import type { CardSource } from '../model.ts';

/** Public sources, and what rests on none: the usual course of things, and the hub itself. */
export const sources = {
  cfpb: { name: 'Consumer Financial Protection Bureau', where: 'consumerfinance.gov' },
  hud: { name: 'U.S. Department of Housing and Urban Development', where: 'hud.gov' },
  hudHope: { name: 'HUD housing counseling', where: 'hud.gov' },
  va: { name: 'U.S. Department of Veterans Affairs', where: 'va.gov' },
  irs: { name: 'Internal Revenue Service', where: 'irs.gov' },
  fema: { name: 'FEMA Flood Map Service Center', where: 'msc.fema.gov' },
  ftc: { name: 'Federal Trade Commission', where: 'consumer.ftc.gov' },
  fairhousing: { name: 'HUD Fair Housing and Texas Workforce Commission', where: 'hud.gov' },
  trec: { name: 'Texas Real Estate Commission', where: 'trec.texas.gov' },
  tdhca: { name: 'Texas Department of Housing and Community Affairs', where: 'tdhca.texas.gov' },
  tdi: { name: 'Texas Department of Insurance', where: 'tdi.texas.gov' },
  comptroller: { name: 'Texas Comptroller', where: 'comptroller.texas.gov' },
  disclosure: { name: 'Texas Property Code 5.008', where: 'statutes.capitol.texas.gov' },
  foreclosure: { name: 'Texas Property Code 51.002', where: 'statutes.capitol.texas.gov' },
  hoa: { name: 'Texas Property Code 207.003', where: 'statutes.capitol.texas.gov' },
  lawhelp: { name: 'Texas Law Help', where: 'texaslawhelp.org' },
  schools: { name: 'Austin ISD and Texas Education Agency', where: 'austinisd.org and txschools.gov' },
  police: { name: 'Austin Police Department', where: 'austintexas.gov' },
  austinStr: { name: 'City of Austin', where: 'austintexas.gov/str' },
  austinPermits: { name: 'City of Austin', where: 'austintexas.gov' },
  practice: { name: 'General practice in Texas', where: 'an agent confirms it for a case' },
  house: { name: '{brokerage}', where: 'this chat' },
} as const satisfies Record<string, CardSource>;
