import { useHub, useHubStatus } from './HubContext.tsx';

/** On a hub that plays recordings: says so as long as the page is open. */
export function RecordedLine() {
  const hub = useHub();
  // The session is known from the first connection on.
  useHubStatus();
  if (!hub.session?.recorded) return null;
  return (
    <div className="recorded-line" role="note">
      <b>Recorded talk:</b> the visitor and the model’s answers are recordings.
    </div>
  );
}
