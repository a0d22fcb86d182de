import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ListingAnswer } from '../../../../src/contract/rest/listings.ts';
import { homePhotoAddress } from '../../files/homePhotoAddress.ts';
import { homeStatusLabels } from '../../labels/homes.ts';
import { inSentence } from '../../labels/inSentence.ts';
import { homeMoney } from '../../labels/money.ts';
import { slotLabel } from '../../labels/slots.ts';
import { calendarDay } from '../../labels/times.ts';
import { valueWordsOf } from '../../labels/values.ts';
import type { HomeConflict } from '../../state/homeConflicts.ts';
import { Icon } from '../Icon.tsx';
import { useAfter } from '../useAfter.ts';
import type { AskedListing } from './useListing.ts';

interface HomeProps {
  /** The home of the talk, and its file. */
  listingId: string | undefined;
  asked: AskedListing;
  /** The home of the page where the talk began, when they speak of another by now. */
  cameFrom: string | undefined;
  /** The lead's wishes that this home does not meet. */
  conflicts: readonly HomeConflict[];
  /** The actions for a home that is on file. */
  children?: ReactNode;
}

/** The home that the talk is about, as it is on file, for the questions that leads ask agents. */
export function Home({ listingId, asked, cameFrom, conflicts, children }: HomeProps) {
  const { listing, refusal, again } = asked;
  const late = useAfter(200);
  if (listingId === undefined)
    return (
      <section className="rail-section">
        <p className="rail-nothing">This conversation isn’t about a home yet.</p>
      </section>
    );
  return (
    <section className="rail-section">
      <header>
        <h2>Home</h2>
        {listing ? <span className={`home-status ${listing.status}`}>{homeStatusLabels[listing.status]}</span> : null}
      </header>
      {conflicts.length > 0 ? (
        <ul className="home-conflicts" aria-label="Doesn’t match what they want">
          {conflicts.map(({ slot, wish, home }) => (
            <li key={slot}>
              <Icon name="warn" size={14} /> {slotLabel(slot)}: {lowered(valueWordsOf(slot, wish))} wanted,{' '}
              <b>{lowered(valueWordsOf(slot, home))} here</b>
            </li>
          ))}
        </ul>
      ) : null}
      {listing ? (
        <>
          <OnFile listing={listing} />
          {children}
        </>
      ) : refusal?.code === 'NOT_FOUND' ? (
        <p className="rail-nothing">Nothing is on file for the home on their page.</p>
      ) : refusal ? (
        <p className="rail-nothing">
          This home didn’t load.{' '}
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
        <p className="person-note">Came from the page for {cameFrom}.</p>
      ) : null}
    </section>
  );
}

const lowered = (words: string | null): string => inSentence(words ?? '');
const count = (number: number): string => number.toLocaleString('en-US');
const counted = (number: number, one: string): string => `${count(number)} ${number === 1 ? one : `${one}s`}`;

/** The facts besides price and size, each with its name. */
function factsOf(home: ListingAnswer): [string, string][] {
  const { currency, hoaCentsPerMonth: hoa, taxCentsPerYear: taxes, lotSqft } = home;
  const all: [string, string | null][] = [
    ['Address', home.title === home.address ? home.area : `${home.address} (${home.area})`],
    ['Property type', valueWordsOf('propertyType', home.propertyType)],
    ['Built', home.yearBuilt === undefined ? null : String(home.yearBuilt)],
    ['Lot', lotSqft === undefined ? null : `${count(lotSqft)} sqft`],
    ['HOA', hoa === undefined ? null : hoa === 0 ? 'None' : `${homeMoney(hoa, currency)} a month`],
    ['Taxes', taxes === undefined ? null : `${homeMoney(taxes, currency)} a year`],
    ['Parking', home.parking ?? null],
    ['Heating', home.heating ?? null],
    ['Open house', home.openHouses?.join(', ') || null],
    ['Listing agent', home.listingAgent ?? null],
    ['Listed', home.listedOn === undefined ? null : calendarDay(home.listedOn)],
    ['Steps', home.steps ?? null],
    ['Rental rules', home.rentalRules ?? null],
    ['HOA rules', home.hoaRules ?? null],
    ['Features', home.features.join(', ') || null],
  ];
  return all.filter((fact): fact is [string, string] => fact[1] !== null);
}

function OnFile({ listing }: { listing: ListingAnswer }) {
  const [photo] = listing.photos;
  const { title, priceCents, currency, beds, baths, areaSqft, url, source, asOf } = listing;
  return (
    <>
      {photo === undefined ? null : (
        <img
          className="home-photo"
          src={homePhotoAddress(photo, 'preview')}
          alt={title}
          width={photo.width}
          height={photo.height}
        />
      )}
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
        <strong>{homeMoney(priceCents, currency)}</strong> {counted(beds, 'bed')} · {counted(baths, 'bath')} ·{' '}
        {count(areaSqft)} sqft
      </p>
      <details className="home-facts">
        <summary>Details on file</summary>
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
        {source}, {calendarDay(asOf)}
      </p>
    </>
  );
}
