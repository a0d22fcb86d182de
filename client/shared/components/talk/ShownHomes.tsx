import type { EntryData } from '../../../../src/contract/log/entry.ts';
import { homePhotoAddress } from '../../files/homePhotoAddress.ts';
import { homeMarkLabels } from '../../labels/homes.ts';
import { homeMoney } from '../../labels/money.ts';

/** The homes that the visitor was shown: photo, price and size, as they saw them. */
export function ShownHomes({ items }: { items: EntryData<'listing-cards'>['items'] }) {
  const withPhotos = items.some(({ photo }) => photo !== undefined);
  return (
    <ul className="shown-homes" aria-label="Homes shown">
      {items.map(({ listingId, title, priceCents, currency, beds, baths, areaSqft, url, photo, marks = [] }) => (
        <li key={listingId}>
          {withPhotos ? (
            <span className="shown-photo">
              {photo === undefined ? null : (
                <img
                  src={homePhotoAddress(photo, 'preview')}
                  alt=""
                  width={photo.width}
                  height={photo.height}
                  loading="lazy"
                />
              )}
            </span>
          ) : null}
          <b>{homeMoney(priceCents, currency)}</b>
          {marks.map((mark) => (
            <em key={mark}>{homeMarkLabels[mark]}</em>
          ))}
          <span className="clip">
            {url && /^https?:/.test(url) ? (
              <a className="link" href={url} target="_blank" rel="noreferrer">
                {title}
              </a>
            ) : (
              title
            )}
          </span>
          <small>
            {beds} bd · {baths} ba · {areaSqft.toLocaleString('en-US')} sqft
          </small>
        </li>
      ))}
    </ul>
  );
}
