import { useState } from 'react';
import type { HomeWords, ListingAnswer } from '../../../src/contract/rest/listings.ts';
import { Icon } from '../../shared/components/Icon.tsx';
import { useSession } from '../../shared/components/SessionContext.ts';
import { useLoaded } from '../../shared/components/useLoaded.ts';
import { callRest } from '../../shared/connection/callRest.ts';
import { refusalIn } from '../../shared/connection/refusal.ts';
import { homeMarkLabels, homeStatusLabels } from '../../shared/labels/homes.ts';
import { homeMoney } from '../../shared/labels/money.ts';
import { calendarDay, exactTime, shortTime } from '../../shared/labels/times.ts';
import { DeskLink } from '../DeskLink.tsx';
import { LoadedPage } from '../LoadedPage.tsx';
import { linkToWrite } from '../route.ts';
import { AskOfHome } from './AskOfHome.tsx';
import { HomeClashes } from './HomeClashes.tsx';
import { type HomeFault, HomeForm } from './HomeForm.tsx';
import { HomePhotos } from './HomePhotos.tsx';
import { clashesOf, type HomeClash, type HomeTexts, textsOf } from './homeFields.ts';

/** Everything on file about one home; supervisors and admins change it. */
export function HomePage({ listingId }: { listingId: string }) {
  const loaded = useLoaded('GET /listings/:id', { params: { id: listingId } });
  return (
    <LoadedPage
      back={{ to: '/desk/homes', words: 'Homes' }}
      title={loaded.data?.title ?? 'Home'}
      loaded={loaded}
      missing={{ title: 'Home not found', text: 'The link may be wrong.' }}
      failed="This home didn’t load"
      tools={
        <DeskLink className="people-back" to={linkToWrite({ home: listingId })}>
          <Icon name="edit" /> Write about this home
        </DeskLink>
      }
    >
      {(home) => <Home home={home} onHome={loaded.set} />}
    </LoadedPage>
  );
}

function Home({ home, onHome }: { home: ListingAnswer; onHome(home: ListingAnswer): void }) {
  const { session, user } = useSession();
  const { listingId } = home;
  const [base, setBase] = useState(home);
  const [texts, setTexts] = useState<HomeTexts>(() => textsOf(home));
  const [clash, setClash] = useState<{ by: string; fields: HomeClash[] } | null>(null);
  const readOnly = user.role === 'agent';
  const kept = textsOf(base);
  const isChanged = [...new Set([...Object.keys(kept), ...Object.keys(texts)])].some(
    (name) => (kept[name] ?? '') !== (texts[name] ?? ''),
  );
  function take(saved: ListingAnswer) {
    setBase(saved);
    setTexts(textsOf(saved));
    setClash(null);
    onHome(saved);
  }
  async function save(words: HomeWords): Promise<HomeFault | null> {
    try {
      const body = { ...words, version: base.version };
      take(await callRest(session, 'PUT /listings/:id', { params: { id: listingId }, body }));
      return null;
    } catch (error) {
      const refused = refusalIn(error);
      if (!refused) throw error;
      if (refused.code !== 'CONFLICT') return { field: refused.field, says: refused.message };
      return showBoth();
    }
  }
  /** Somebody else was first: their version is read, and both stand side by side. */
  async function showBoth(): Promise<HomeFault> {
    try {
      const theirs = await callRest(session, 'GET /listings/:id', { params: { id: listingId } });
      const { clashes, merged } = clashesOf(kept, textsOf(theirs), texts);
      setBase(theirs);
      setTexts(merged);
      setClash({ by: theirs.changedBy ?? 'An import', fields: clashes });
      return { field: undefined, says: 'Not saved yet. This home changed while you were editing.' };
    } catch (error) {
      const refused = refusalIn(error);
      if (!refused) throw error;
      return { field: undefined, says: refused.message };
    }
  }
  return (
    <div className="person-page home-page">
      <div className="home-columns">
        <section className="person-card" aria-label="On file">
          {readOnly ? <p className="home-quiet">Only supervisors and admins can change this.</p> : null}
          <HomeForm
            texts={texts}
            onTexts={setTexts}
            onSave={save}
            saveLabel="Save"
            readOnly={readOnly}
            isChanged={isChanged || clash !== null}
            before={
              clash === null ? null : (
                <HomeClashes by={clash.by} clashes={clash.fields} texts={texts} onTexts={setTexts} />
              )
            }
          />
        </section>
        <div>
          <Summary home={base} />
          <HomePhotos
            home={base}
            readOnly={readOnly}
            onPhotos={(photos) => setBase((before) => ({ ...before, photos }))}
          />
          <AskOfHome listingId={listingId} />
        </div>
      </div>
    </div>
  );
}

function Summary({ home }: { home: ListingAnswer }) {
  const { status, priceCents, currency, earlierPriceCents, marks, changedAt, changedBy, source, asOf, url, listingId } =
    home;
  return (
    <section className="person-card" aria-label="At a glance">
      <p className="home-glance">
        <strong>{homeMoney(priceCents, currency)}</strong>
        {marks.includes('price-drop') && earlierPriceCents !== undefined ? (
          <s>{homeMoney(earlierPriceCents, currency)}</s>
        ) : null}
        {marks.map((mark) => (
          <em key={mark}>{homeMarkLabels[mark]}</em>
        ))}
      </p>
      <p>
        <span className={`home-status ${status}`}>{homeStatusLabels[status]}</span>
        {url === undefined ? null : (
          <>
            {' · '}
            <a className="link" href={url} target="_blank" rel="noreferrer">
              Listing page
            </a>
          </>
        )}
      </p>
      <p className="home-quiet">
        {source}, {calendarDay(asOf)}. ID {listingId}.{' '}
        <span title={exactTime(changedAt)}>
          {changedBy === undefined ? 'Imported from a file' : `Changed by ${changedBy}`}, {shortTime(changedAt)}
        </span>
      </p>
    </section>
  );
}
