import { createContext, useContext, useEffect, useState } from 'react';
import { useHub, useHubStatus } from '../../shared/components/HubContext.tsx';
import { useSession } from '../../shared/components/SessionContext.ts';
import { Face } from '../PhotosContext.tsx';

type People = readonly { id: string; name: string }[];

/** The people who have the open conversation open, as the hub tells from the moment it is opened. */
export const ViewersContext = createContext<People>([]);

/** Listens for the people who have a conversation open; called before it is opened, so that the first word of it is heard. */
export function useViewers(conversationId: string): People {
  const hub = useHub();
  const [told, setTold] = useState<{ conversationId: string; people: People } | null>(null);
  useEffect(() => hub.on('viewers-changed', setTold), [hub]);
  return told?.conversationId === conversationId ? told.people : noPeople;
}
const noPeople: People = [];
const mostShown = 3;

/** The colleagues who have this conversation open as well. */
export function Viewers() {
  const people = useContext(ViewersContext);
  const isLive = useHubStatus() === 'live';
  const { user } = useSession();
  const others = people.filter(({ id }) => id !== user.id);
  if (!isLive || others.length === 0) return null;
  const names = new Intl.ListFormat('en').format(others.map(({ name }) => name));
  const words = `${names} ${others.length === 1 ? 'has' : 'have'} this open too`;
  return (
    <span className="viewers" role="img" aria-label={words} title={words}>
      {others.slice(0, mostShown).map(({ id, name }) => (
        <span key={id} className="holder">
          <Face id={id} name={name} />
        </span>
      ))}
      {others.length > mostShown ? <span className="holder">+{others.length - mostShown}</span> : null}
    </span>
  );
}
