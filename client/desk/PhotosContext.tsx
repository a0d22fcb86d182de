import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { useHubStatus } from '../shared/components/HubContext.tsx';
import { useSession } from '../shared/components/SessionContext.ts';
import { callRest } from '../shared/connection/callRest.ts';
import { initialsOf } from '../shared/labels/names.ts';

interface Photos {
  /** The paths of people's photos, by their ids. */
  of: ReadonlyMap<string, string>;
  /** Reads them again: one was changed here. */
  reload(): void;
}
const PhotosContext = createContext<Photos>({ of: new Map(), reload: () => undefined });

/** The photos of the team, read with every new connection. */
export function PhotosProvider({ children }: { children: ReactNode }) {
  const { session } = useSession();
  const isLive = useHubStatus() === 'live';
  const [of, setOf] = useState<Photos['of']>(new Map());
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` asks again
  useEffect(() => {
    if (!isLive) return;
    let current = true;
    callRest(session, 'GET /people').then(
      ({ items }) => current && setOf(new Map(items.flatMap(({ id, photo }) => (photo ? [[id, photo] as const] : [])))),
      // Initials do.
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [session, isLive, asked]);
  const reload = useCallback(() => setAsked((count) => count + 1), []);
  const photos = useMemo(() => ({ of, reload }), [of, reload]);
  return <PhotosContext value={photos}>{children}</PhotosContext>;
}

export const usePhotos = (): Photos => useContext(PhotosContext);

/** A colleague's photo in a circle, or their initials. Hidden from screen readers, because the name stands beside it. */
export function Face({ id, name }: { id: string; name: string }) {
  const photo = usePhotos().of.get(id);
  return photo ? <img src={photo} alt="" /> : <span aria-hidden="true">{initialsOf(name)}</span>;
}
