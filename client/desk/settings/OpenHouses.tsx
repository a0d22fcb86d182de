import { useLoaded } from '../../shared/components/useLoaded.ts';

/** The open houses in the listings' file: Jorge tells them, and they are changed where the file comes from. */
export function OpenHouses() {
  const { data } = useLoaded('GET /open-houses');
  if (data === null) return null;
  return (
    <section aria-label="Open houses">
      <h3>Open houses</h3>
      <p className="settings-about">
        {data.items.length === 0
          ? 'None on file. Add them to a home under Homes.'
          : 'They come from your homes’ pages, under Homes.'}
      </p>
      <ul>
        {data.items.map(({ listingId, title, openHouses }) => (
          <li key={listingId}>
            {title}: {openHouses.join(', ')}
          </li>
        ))}
      </ul>
    </section>
  );
}
