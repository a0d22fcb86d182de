import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ScriptsAnswer } from '../../../src/contract/rest/scripts.ts';
import { Icon } from '../../shared/components/Icon.tsx';
import { useToast } from '../../shared/components/Toast.tsx';
import { SaveScript } from './SaveScript.tsx';

interface ScriptCardProps {
  script: ScriptsAnswer['variants'][number];
  title: string;
  /** The name under which it would be saved. */
  saveAs: string;
  onInsert?: (text: string) => void;
}

/** One script: its words, why it is built so, and what to expect in answer. */
export function ScriptCard({ script, title, saveAs, onInsert }: ScriptCardProps) {
  const { text, subject, segments, rationale, objections, template } = script;
  const toast = useToast();
  const [saves, setSaves] = useState(false);
  const copy = (words: string, said: string) =>
    // Only a page of https, or of this machine, may write to the clipboard.
    (navigator.clipboard?.writeText(words) ?? Promise.reject(new Error('no clipboard'))).then(
      () => toast(said),
      () => toast('This browser didn’t let us copy. Select the words and copy them.'),
    );
  return (
    <article className="script-card" aria-label={title}>
      <header lang="en">
        <h3>{title}</h3>
        {segments === undefined ? null : (
          <span className="scripts-quiet">
            {text.length} characters · {segments} {segments === 1 ? 'segment' : 'segments'}
          </span>
        )}
      </header>
      {subject === undefined ? null : (
        <p className="script-subject">
          <span lang="en">Subject:</span> <b>{subject}</b>
        </p>
      )}
      <p className="script-words">{text}</p>
      <p className="script-why" lang="en">
        {rationale}
      </p>
      <details>
        <summary lang="en">What they may say</summary>
        <dl>
          {objections.map(({ says, reply }) => (
            <div key={says}>
              <dt>{says}</dt>
              <dd>{reply}</dd>
            </div>
          ))}
        </dl>
      </details>
      {saves && template !== undefined ? (
        <SaveScript title={saveAs} text={template} onDone={() => setSaves(false)} />
      ) : (
        <footer lang="en">
          {onInsert === undefined ? null : (
            <Button size="compact-sm" onClick={() => onInsert(text)}>
              Put in the reply box
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<Icon name="copy" size={14} />}
            onClick={() => void copy(text, 'Script copied.')}
          >
            Copy
          </Button>
          {subject === undefined ? null : (
            <Button size="compact-sm" variant="default" onClick={() => void copy(subject, 'Subject copied.')}>
              Copy subject
            </Button>
          )}
          {template === undefined ? null : (
            <Button size="compact-sm" variant="default" onClick={() => setSaves(true)}>
              Save as a reply
            </Button>
          )}
        </footer>
      )}
    </article>
  );
}
