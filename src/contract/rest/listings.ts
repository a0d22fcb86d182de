import { z } from 'zod';
import { homeLimits } from '../homeLimits.ts';
import { homeMark, homePhoto } from '../log/parts.ts';
import { id, isoTime, personText } from '../values.ts';
import { changedAnswer, since } from './changed.ts';
import { settingsLimits } from './settingsLimits.ts';

/** The homes for sale with an open house on file, at most `openHousesShown`. */
export const openHousesAnswer = z.object({
  items: z.array(z.object({ listingId: id, title: z.string(), openHouses: z.array(z.string()) })),
});
export type OpenHousesAnswer = z.infer<typeof openHousesAnswer>;
export const openHousesShown = 100;
const status = z.enum(['active', 'pending', 'sold', 'removed']);
/** The facts on file about a home. An absent one is unknown; `hoaCentsPerMonth` 0: there is no fee. */
const onFile = {
  title: z.string(),
  address: z.string(),
  area: z.string(),
  priceCents: z.number().int(),
  beds: z.number(),
  baths: z.number(),
  areaSqft: z.number(),
  yearBuilt: z.number().optional(),
  lotSqft: z.number().optional(),
  propertyType: z.enum(settingsLimits.homeKinds).optional(),
  status,
  hoaCentsPerMonth: z.number().int().optional(),
  taxCentsPerYear: z.number().int().optional(),
  parking: z.string().optional(),
  heating: z.string().optional(),
  openHouses: z.array(z.string()).optional(),
  listingAgent: z.string().optional(),
  listedOn: z.iso.date().optional(),
  lat: z.number().optional(),
  lng: z.number().optional(),
  steps: z.string().optional(),
  rentalRules: z.string().optional(),
  hoaRules: z.string().optional(),
  description: z.string(),
  features: z.array(z.string()),
  amenities: z.partialRecord(z.enum(['garage', 'laundry', 'pets', 'furnished', 'pool']), z.boolean()).optional(),
  url: z.string().optional(),
  source: z.string(),
} as const;

/**
 * A home of the brokerage. `asOf` is a day or a time. `version` counts the writes of what is on file, which ended at `changedAt`;
 * `changedBy`: the person of the team, absent after a file. `earlierPriceCents`: the price before this one.
 */
export const listingAnswer = z
  .object({
    listingId: id,
    ...onFile,
    currency: z.string(),
    asOf: z.string(),
    version: z.number().int(),
    changedAt: isoTime,
    changedBy: z.string().optional(),
    marks: z.array(homeMark),
    earlierPriceCents: z.number().int().optional(),
    /** In their order: cards show the first. */
    photos: z.array(homePhoto),
    /** So many of the addresses that its file names gave no photo. */
    photosMissing: z.number().int().optional(),
  })
  .meta({ id: 'Listing' });
export type ListingAnswer = z.infer<typeof listingAnswer>;

/** `q`: words of which each stands in its address, title, area, id or agent. */
export const homesQuery = z.strictObject({
  q: personText(200).optional(),
  status: status.optional(),
  since,
  limit: z.coerce.number().int().min(1).max(100).default(50),
  cursor: z.string().max(200).optional(),
});
export type HomesQuery = z.infer<typeof homesQuery>;
export const homeRow = z
  .object({
    listingId: id,
    title: z.string(),
    address: z.string(),
    area: z.string(),
    status,
    priceCents: z.number().int(),
    currency: z.string(),
    beds: z.number(),
    baths: z.number(),
    areaSqft: z.number(),
    openHouses: z.number().int(),
    marks: z.array(homeMark),
    photo: homePhoto.optional(),
  })
  .meta({ id: 'HomeRow' });
export type HomeRow = z.infer<typeof homeRow>;
/** A page may be short, and empty, while `nextCursor` says that there is more to look through. */
export const homesAnswer = z.object({ items: z.array(homeRow), nextCursor: z.string().optional() });
export const changedHomes = changedAnswer(homeRow);
export type HomesAnswer = z.infer<typeof homesAnswer>;

/**
 * A home as a person writes it, as a whole; it is judged like a row of a file. `title` defaults to the street, `source`
 * to the brokerage; it is as of today.
 */
export const homeWords = z.strictObject({
  ...onFile,
  title: z.string().optional(),
  source: z.string().optional(),
  description: z.string().default(''),
  features: z.array(z.string()).max(100).default([]),
  openHouses: z.array(z.string()).max(100).optional(),
});
export type HomeWords = z.infer<typeof homeWords>;
/** Without an id it gets one. */
export const newHomeRequest = z.strictObject({ ...homeWords.shape, listingId: z.string().optional() });
export type NewHomeRequest = z.infer<typeof newHomeRequest>;
/** `version`: the one that was read. */
export const homeChange = z.strictObject({ ...homeWords.shape, version: z.number().int().min(0) });
export type HomeChange = z.infer<typeof homeChange>;

/** `added` and `updated` are 0 where there is a problem: all homes are taken in, or none. `more`: so many problems are not told here. */
export const homesImportAnswer = z.object({
  added: z.number().int(),
  updated: z.number().int(),
  problems: z.array(z.object({ line: z.number().int(), problem: z.string() })),
  more: z.number().int(),
});
export type HomesImportAnswer = z.infer<typeof homesImportAnswer>;

/** All photos of the home, in their new order. */
export const photoOrder = z.strictObject({ photoIds: z.array(id).max(homeLimits.photos) });

export const homeQuestion = z.strictObject({ text: personText(1_000), language: z.enum(['en', 'es']) });
/** Jorge's answer to a visitor who asks this on the home's page, by its file and the brokerage's cards, sentence by sentence. */
export const homeToldAnswer = z.object({ sentences: z.array(z.string()) });
