import { Button, FileButton } from '@mantine/core';
import { type DragEvent, useState } from 'react';
import { homeLimits } from '../../../src/contract/homeLimits.ts';
import type { HomePhoto } from '../../../src/contract/log/parts.ts';
import type { ListingAnswer } from '../../../src/contract/rest/listings.ts';
import { Icon } from '../../shared/components/Icon.tsx';
import { useSession } from '../../shared/components/SessionContext.ts';
import { callRest, callWithBytes } from '../../shared/connection/callRest.ts';
import { refusalIn } from '../../shared/connection/refusal.ts';
import { homePhotoAddress } from '../../shared/files/homePhotoAddress.ts';
import { judgeFile } from '../../shared/files/judgeFile.ts';

const pickable = 'image/jpeg,image/png,image/webp';
const faultWords = { 'too-large': 'is larger than 10 MB', 'wrong-type': 'isn’t a photo (JPEG, PNG, or WebP)' };
const moved = <T,>(all: readonly T[], from: number, to: number): T[] => {
  const rest = all.filter((_, at) => at !== from);
  return [...rest.slice(0, to), ...all.slice(from, from + 1), ...rest.slice(to)];
};

/** The photos of a home in their order: dropped or chosen, moved by drag or by keys, taken away. Cards show the first. */
export function HomePhotos(props: { home: ListingAnswer; readOnly: boolean; onPhotos(photos: HomePhoto[]): void }) {
  const { home, readOnly, onPhotos } = props;
  const { photos, listingId } = home;
  const { session } = useSession();
  const [says, setSays] = useState('');
  const [isFault, setIsFault] = useState(false);
  const [busy, setBusy] = useState(false);
  const [dragged, setDragged] = useState<number | null>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const tell = (words: string, fault = false) => {
    setSays(words);
    setIsFault(fault);
  };
  /** Runs one change; false, with the reason told, where the hub refused. `undo` unless the photos could be read anew. */
  async function change(act: () => Promise<ListingAnswer>, undo: () => void = () => {}): Promise<boolean> {
    setBusy(true);
    try {
      onPhotos((await act()).photos);
      return true;
    } catch (error) {
      const refused = refusalIn(error);
      if (refused) tell(refused.message, true);
      const isOld = refused?.code === 'CONFLICT' || refused?.code === 'NOT_FOUND';
      if (!isOld || !(await reload())) undo();
      if (!refused) throw error;
      return false;
    } finally {
      setBusy(false);
    }
  }
  const reload = () =>
    callRest(session, 'GET /listings/:id', { params: { id: listingId } }).then(
      (read) => {
        onPhotos(read.photos);
        return true;
      },
      () => false,
    );
  async function send(files: readonly File[]) {
    for (const [at, file] of files.entries()) {
      const wrong = file.type === 'application/pdf' ? 'wrong-type' : judgeFile(file);
      if (wrong !== null) return tell(`${file.name} ${faultWords[wrong]}.`, true);
      tell(`Uploading ${at + 1} of ${files.length}…`);
      const kept = await change(() =>
        callWithBytes(session, 'POST /listings/:id/photos', { params: { id: listingId } }, file),
      );
      if (!kept) return;
    }
    tell(files.length === 1 ? 'Photo added.' : `${files.length} photos added.`);
  }
  async function move(from: number, to: number) {
    if (to < 0 || to >= photos.length || from === to) return;
    const before = photos;
    const after = moved(photos, from, to);
    onPhotos(after);
    const photoIds = after.map(({ photoId }) => photoId);
    const kept = await change(
      () => callRest(session, 'PUT /listings/:id/photos', { params: { id: listingId }, body: { photoIds } }),
      () => onPhotos(before),
    );
    if (kept) tell(`Photo moved to position ${to + 1}.`);
  }
  async function remove(photoId: string) {
    setAsked(null);
    const gone = await change(() =>
      callRest(session, 'DELETE /listings/:id/photos/:photoId', { params: { id: listingId, photoId } }),
    );
    if (gone) tell('Photo deleted.');
  }
  const drop = (event: DragEvent) => {
    event.preventDefault();
    if (!readOnly && dragged === null && event.dataTransfer.files.length > 0) void send([...event.dataTransfer.files]);
    setDragged(null);
  };
  return (
    <section className="person-card" aria-label="Photos" onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <h2>
        Photos{' '}
        <span>
          {photos.length} of {homeLimits.photos}
        </span>
      </h2>
      {home.photosMissing === undefined ? null : (
        <p className="homes-fault">
          {home.photosMissing === 1
            ? 'One photo from the file couldn’t be loaded.'
            : `${home.photosMissing} photos from the file couldn’t be loaded.`}
        </p>
      )}
      {photos.length === 0 ? <p className="home-quiet">No photos yet. The first one appears on cards.</p> : null}
      <ol className="home-photos">
        {photos.map((photo, at) => {
          const place = at + 1;
          return (
            <li
              key={photo.photoId}
              draggable={!readOnly}
              className={dragged === at ? 'dragged' : ''}
              onDragStart={() => setDragged(at)}
              onDragEnd={() => setDragged(null)}
              onDrop={(event) => {
                if (dragged === null) return;
                event.preventDefault();
                event.stopPropagation();
                setDragged(null);
                void move(dragged, at);
              }}
            >
              <img
                src={homePhotoAddress(photo, 'preview')}
                alt={`${home.title}, ${place} of ${photos.length}`}
                width={photo.width}
                height={photo.height}
                loading="lazy"
                draggable={false}
              />
              {readOnly ? null : asked === photo.photoId ? (
                <div className="home-photo-acts">
                  <Button size="compact-sm" color="red" onClick={() => void remove(photo.photoId)}>
                    Delete
                  </Button>
                  <Button size="compact-sm" variant="default" onClick={() => setAsked(null)}>
                    Keep
                  </Button>
                </div>
              ) : (
                <div className="home-photo-acts">
                  <button
                    type="button"
                    aria-label={`Move photo ${place} up`}
                    disabled={at === 0 || busy}
                    onClick={() => void move(at, at - 1)}
                  >
                    <Icon name="back" />
                  </button>
                  <button
                    type="button"
                    aria-label={`Move photo ${place} down`}
                    disabled={place === photos.length || busy}
                    onClick={() => void move(at, at + 1)}
                  >
                    <Icon name="fold" />
                  </button>
                  <button
                    type="button"
                    aria-label={`Delete photo ${place}`}
                    disabled={busy}
                    onClick={() => setAsked(photo.photoId)}
                  >
                    <Icon name="close" />
                  </button>
                </div>
              )}
            </li>
          );
        })}
      </ol>
      {readOnly ? null : (
        <div className="home-line">
          <FileButton multiple accept={pickable} onChange={(files) => void send(files)}>
            {(button) => (
              <Button
                size="sm"
                variant="default"
                loading={busy}
                disabled={photos.length >= homeLimits.photos}
                {...button}
              >
                Add photos
              </Button>
            )}
          </FileButton>
          <span className="home-quiet">or drop them here</span>
        </div>
      )}
      <p role="status" className={isFault ? 'homes-fault' : 'home-quiet'}>
        {says}
      </p>
    </section>
  );
}
