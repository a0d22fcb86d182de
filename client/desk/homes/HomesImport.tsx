import { Button, FileButton } from '@mantine/core';
import { type DragEvent, useState } from 'react';
import { homeLimits } from '../../../src/contract/homeLimits.ts';
import type { HomesImportAnswer } from '../../../src/contract/rest/listings.ts';
import { useSession } from '../../shared/components/SessionContext.ts';
import { callWithBytes } from '../../shared/connection/callRest.ts';
import { refusalIn } from '../../shared/connection/refusal.ts';

type State = { is: 'idle' } | { is: 'sending'; name: string } | { is: 'refused'; says: string } | Done;
type Done = { is: 'done'; name: string; answer: HomesImportAnswer };

const megabytes = Math.floor(homeLimits.fileBytes / 1_000_000);

/** Takes a CSV of homes, dropped or chosen: all of its homes, or none with each bad row named. */
export function HomesImport({ onDone, onClose }: { onDone(): void; onClose(): void }) {
  const { session } = useSession();
  const [state, setState] = useState<State>({ is: 'idle' });
  const [over, setOver] = useState(false);
  async function send(file: File | null | undefined) {
    if (!file || state.is === 'sending') return;
    if (file.size > homeLimits.fileBytes)
      return setState({ is: 'refused', says: `This file is larger than ${megabytes} MB.` });
    setState({ is: 'sending', name: file.name });
    try {
      const answer = await callWithBytes(session, 'POST /listings/import', {}, file);
      setState({ is: 'done', name: file.name, answer });
      if (answer.problems.length === 0) onDone();
    } catch (error) {
      const refused = refusalIn(error);
      if (!refused) throw error;
      setState({ is: 'refused', says: refused.message });
    }
  }
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void send(event.dataTransfer.files[0]);
  };
  return (
    <section
      className={over ? 'homes-import over' : 'homes-import'}
      aria-label="Import homes"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p>
        <b>Drop a CSV file here.</b> Required columns: listing_id, address, area, status, price, beds, baths, and sqft.
        Up to {homeLimits.rowsPerFile.toLocaleString('en-US')} homes. A row with an existing listing_id updates that
        home; other homes stay the same.
      </p>
      <div className="home-line">
        <FileButton accept=".csv,text/csv" onChange={(file) => void send(file)}>
          {(props) => (
            <Button size="sm" variant="default" loading={state.is === 'sending'} {...props}>
              Choose a file
            </Button>
          )}
        </FileButton>
        <Button size="sm" variant="subtle" onClick={onClose}>
          Close
        </Button>
      </div>
      <div role="status">
        {state.is === 'sending' ? <p>Reading {state.name}…</p> : null}
        {state.is === 'refused' ? <p className="homes-fault">{state.says}</p> : null}
        {state.is === 'done' ? <Outcome {...state} /> : null}
      </div>
    </section>
  );
}

function Outcome({ name, answer: { added, updated, problems, more } }: Done) {
  if (problems.length === 0)
    return (
      <p>
        {name}: {added.toLocaleString('en-US')} added, {updated.toLocaleString('en-US')} updated.
      </p>
    );
  const rows = problems.length + more;
  return (
    <>
      <p className="homes-fault">
        {name} was not imported. Fix {rows === 1 ? 'one line' : `${rows.toLocaleString('en-US')} lines`} first.
      </p>
      <ul className="homes-problems" aria-label="Problems">
        {problems.map(({ line, problem }) => (
          <li key={`${line} ${problem}`}>
            Line {line.toLocaleString('en-US')}: {problem}
          </li>
        ))}
        {more > 0 ? <li>And {more.toLocaleString('en-US')} more.</li> : null}
      </ul>
    </>
  );
}
