import type { LeftFact, MarketId } from '../../contract/rest/settingsLimits.ts';
import { settingsLimits } from '../../contract/rest/settingsLimits.ts';
import type { BotName } from '../../contract/values.ts';

/** A bot's knowledge of the market, the brokerage and the home of the page. Data, never code; values come in ready. */
export interface Pack {
  /** Raised with every change of texts, rules or lists, and kept with each turn. */
  version: string;
  /** Absent in packs that older turns kept: Austin. */
  marketId?: MarketId;
  /** As the visitor knows it: "Barton Ridge Realty". */
  brokerage: string;
  /** The assistant's name: "Jorge". */
  assistant: string;
  timeZone: string;
  /** Areas of the market, as people write them, longest names first where one holds another. */
  areas: readonly string[];
  /** Areas within an area, as people use its name: "South Austin" holds Zilker. */
  within?: Readonly<Record<string, readonly string[]>>;
  /** The cities of the market, its state and the beginnings of its ZIP codes. */
  market?: { state: string; cities: readonly string[]; zipsBegin: readonly string[] };
  /** Cities, ZIP codes and states that the brokerage serves (none: everywhere), and kinds of home that it does not handle. */
  serves?: { areas: readonly string[]; notKinds: readonly HomeKind[] };
  /** Bots that fail or answer late at the moment, and what outcomes taught of routes (`lead>buyer`: −.05 …); absent: nothing is known. */
  handoffs?: { unwell: readonly BotName[]; shifts: Readonly<Record<string, number>> };
  /** The home of the page the visitor is on. */
  listing?: ListingFacts;
  /** Beyond these a person looks before the bot goes on; absent: never. Both are exclusive bounds. */
  review?: { scoreOver: number; valueOverCents: number };
  /** Link of the brokerage's own notice that the law wants shown (`law.servicesNotice`); absent where none is owed. */
  brokerageServicesUrl?: string;
  /** The slots that are asked for, in this order; absent: all, in the order of the bot's own questions. */
  asks?: Partial<Record<BotName, readonly string[]>>;
  /** `brief`: Jorge does not repeat what he heard before he asks the next question. */
  tone?: 'brief';
  /** The facts of a home's file that are left to the team; the home of the page comes without them. */
  leaves?: readonly LeftFact[];
  /** Jorge may offer and book times of the brokerage's calendar. */
  books?: boolean;
  /** The law of the market's state beyond federal law; absent: nothing is known of it. */
  law?: StateLaw;
  /** The mortgage figures that an estimate may use, with their source and date. */
  mortgage?: MortgageFacts;
}

type InEach<T> = Readonly<Record<'en' | 'es', T>>;
/** The law of a state in the words that visitors and the team are told. */
export interface StateLaw {
  state: string;
  /** It wants an agreement, or a showing without representation, before a buyer is shown a home. */
  showing?: {
    question: InEach<readonly string[]>;
    /** For the team: the rule for such a showing, and the rule before any showing. */
    withoutRepresentation: string;
    before: string;
  };
  /** A notice that a brokerage shows with its first words: `{value}` is its link. `toGive`: the team's remaining duty. */
  servicesNotice?: { words: InEach<readonly string[]>; toGive: string };
  /** The publisher of school zones and figures: "the Texas Education Agency". */
  schools: InEach<string>;
}

/** Yearly shares are fractions: 0.0685 is 6.85 %. */
export interface MortgageFacts {
  yearlyRate: number;
  years: number;
  downShare: number;
  yearlyTaxShare: number;
  yearlyInsuranceCents: number;
  source: string;
  asOf: string;
}

export const { homeKinds } = settingsLimits;
export type HomeKind = (typeof homeKinds)[number];
/** `removed`: taken off the market without a sale. */
export const listingStatuses = ['active', 'pending', 'sold', 'removed'] as const;
export type ListingStatus = (typeof listingStatuses)[number];

/** The facts of a home. Every field may be spoken of; an absent one is unknown. */
export interface ListingFacts {
  listingId: string;
  title: string;
  address: string;
  area: string;
  priceCents: number;
  currency: string;
  beds: number;
  baths: number;
  areaSqft: number;
  yearBuilt?: number;
  lotSqft?: number;
  propertyType?: HomeKind;
  status: ListingStatus;
  /** 0: there is none. */
  hoaCentsPerMonth?: number;
  taxCentsPerYear?: number;
  parking?: string;
  heating?: string;
  /** Each in words: "Saturday, 11 AM to 1 PM". */
  openHouses?: readonly string[];
  /** The agent who lists it. */
  listingAgent?: string;
  /** The day it came on the market, such as 2026-11-06. */
  listedOn?: string;
  lat?: number;
  lng?: number;
  /** Steps and stairs, in words. */
  steps?: string;
  /** The lettings that are allowed, and for how long, in words. */
  rentalRules?: string;
  hoaRules?: string;
  description: string;
  features: readonly string[];
  /** Figures that somebody looked up; absent ones were not. */
  amenities?: Partial<Record<'garage' | 'laundry' | 'pets' | 'furnished' | 'pool', boolean>>;
  /** Its page. */
  url?: string;
  /** The source of these facts, and their date. */
  source: string;
  asOf: string;
}
