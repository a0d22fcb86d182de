import { Button } from '@mantine/core';
import type { ListingAnswer } from '../../../../src/contract/rest.ts';
import { moneyWords } from '../money.ts';
import { useAfter } from '../useAfter.ts';
import { valueWordsOf } from '../words.ts';
import { useListing } from './useListing.ts';

interface HomeProps {
  listingId: string;
  /** The home of the page where the talk began, when they speak of another by now. */
  cameFrom: string | undefined;
}

const statusWords: Record<ListingAnswer['status'], string> = {
  active: 'For sale',
  pending: 'Under contract',
  sold: 'Sold',
  removed: 'Off the market',
};

/** The home that the talk is about, as it is on file: what the agent is asked for while talking. */
export function Home({ listingId, cameFrom }: HomeProps) {
  const { listing, refusal, again } = useListing(listingId);
  const late = useAfter(200);
  return (
    <section className="rail-section">
      <header>
        <h2>Home</h2>
        {listing ? <span className={`home-status ${listing.status}`}>{statusWords[listing.status]}</span> : null}
      </header>
      {listing ? (
        <OnFile listing={listing} />
      ) : refusal?.code === 'NOT_FOUND' ? (
        <p className="rail-nothing">Nothing is on file about the home of their page.</p>
      ) : refusal ? (
        <p className="rail-nothing">
          This home did not load.{' '}
          <Button size="compact-xs" variant="default" onClick={again}>
            Try again
          </Button>
        </p>
      ) : late ? (
        <div className="skeleton" aria-hidden="true">
          <i style={{ width: '60%' }} />
          <i style={{ width: '80%' }} />
        </div>
      ) : null}
      {cameFrom !== undefined && listing && cameFrom !== listing.title ? (
        <p className="person-note">Came from the page of {cameFrom}.</p>
      ) : null}
    </section>
  );
}

const count = (number: number): string => number.toLocaleString('en-US');
const counted = (number: number, one: string): string => `${count(number)} ${number === 1 ? one : `${one}s`}`;
const money = (cents: number, currency: string): string =>
  currency === 'USD' ? moneyWords(cents) : `${count(Math.round(cents / 100))} ${currency}`;

/** What is known besides price and size, each with its name. */
function factsOf(home: ListingAnswer): [string, string][] {
  const { currency, hoaCentsPerMonth: hoa, taxCentsPerYear: taxes, lotSqft } = home;
  const all: [string, string | null][] = [
    ['Address', home.title === home.address ? home.area : `${home.address} (${home.area})`],
    ['Kind', valueWordsOf('propertyType', home.propertyType)],
    ['Built', home.yearBuilt === undefined ? null : String(home.yearBuilt)],
    ['Lot', lotSqft === undefined ? null : `${count(lotSqft)} sq ft`],
    ['HOA', hoa === undefined ? null : hoa === 0 ? 'None' : `${money(hoa, currency)} a month`],
    ['Taxes', taxes === undefined ? null : `${money(taxes, currency)} a year`],
    ['Parking', home.parking ?? null],
    ['Heating', home.heating ?? null],
    ['Open house', home.openHouses?.join(', ') || null],
    ['Listing agent', home.listingAgent ?? null],
    ['Listed', home.listedOn === undefined ? null : dayFormat.format(new Date(home.listedOn))],
    ['Steps', home.steps ?? null],
    ['Rental rules', home.rentalRules ?? null],
    ['HOA rules', home.hoaRules ?? null],
    ['Features', home.features.join(', ') || null],
  ];
  return all.filter((fact): fact is [string, string] => fact[1] !== null);
}

function OnFile({ listing }: { listing: ListingAnswer }) {
  const { title, priceCents, currency, beds, baths, areaSqft, url, source, asOf } = listing;
  return (
    <>
      <p className="home-title">
        {url ? (
          <a className="link" href={url} target="_blank" rel="noreferrer">
            {title}
          </a>
        ) : (
          title
        )}
      </p>
      <p className="home-figures">
        <strong>{money(priceCents, currency)}</strong> {counted(beds, 'bed')} · {counted(baths, 'bath')} ·{' '}
        {count(areaSqft)} sq ft
      </p>
      <details className="home-facts">
        <summary>What is on file</summary>
        <dl>
          {factsOf(listing).map(([name, words]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{words}</dd>
            </div>
          ))}
        </dl>
      </details>
      <p className="person-note">
        {source}, {dayFormat.format(new Date(asOf))}
      </p>
    </>
  );
}

/** Of a day without a time: it is the same day everywhere. */
const dayFormat = new Intl.DateTimeFormat(undefined, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
});
