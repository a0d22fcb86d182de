import type { ViewedHomeAnswer } from '../../../src/contract/rest/leads.ts';
import { useLoaded } from '../../shared/components/useLoaded.ts';
import { homeMoney } from '../../shared/labels/money.ts';
import { exactTime, shortTime } from '../../shared/labels/times.ts';
import { DeskLink } from '../DeskLink.tsx';
import { linkToHome } from '../route.ts';

/** The homes that a person looked at, the newest first; nothing where there is none. */
export function PersonHomes({ leadId }: { leadId: string }) {
  const { data, refusal } = useLoaded('GET /leads/:id/homes', { params: { id: leadId } });
  const items = data?.items ?? [];
  if (items.length === 0 && !refusal) return null;
  return (
    <section className="person-card" aria-label="Homes looked at">
      <h2>Homes looked at {refusal ? null : <span>{items.length}</span>}</h2>
      {refusal ? <p className="rail-nothing">Homes didn’t load. {refusal.message}</p> : null}
      <ul className="person-talks">
        {items.map((home) => (
          <li key={home.listingId}>
            <DeskLink to={linkToHome(home.listingId)}>
              <b className="clip">{home.title ?? home.listingId}</b>
              <time dateTime={home.lastAt} title={exactTime(home.lastAt)}>
                {shortTime(home.lastAt)}
              </time>
              <span className="clip">{factsOf(home)}</span>
              <small>{markOf(home)}</small>
            </DeskLink>
          </li>
        ))}
      </ul>
    </section>
  );
}

const factsOf = ({ priceCents, currency, views }: ViewedHomeAnswer): string =>
  [
    ...(priceCents === undefined || currency === undefined ? [] : [homeMoney(priceCents, currency)]),
    ...(views === 0 ? [] : [views === 1 ? 'Page opened once' : `Page opened ${views} times`]),
  ].join(' · ');

const markOf = ({ tappedAt, likedAt }: ViewedHomeAnswer): string =>
  likedAt !== undefined ? 'Asked to see it' : tappedAt !== undefined ? 'Pressed its card' : '';
