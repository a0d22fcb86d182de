import { Button, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { narrativeLimits } from '../../../src/contract/rest/narrativeLimits.ts';
import type { NarrativeAnswer } from '../../../src/contract/rest/narratives.ts';
import { Icon } from '../../shared/components/Icon.tsx';
import { useSession } from '../../shared/components/SessionContext.ts';
import { ruleLabel } from '../../shared/labels/narratives.ts';
import { putInReplyBox } from './putInReplyBox.ts';
import type { Narrative } from './useNarrative.ts';

interface NarrativeTextProps {
  narrative: Narrative;
  /** The conversation that it may go into. */
  talk: string | null;
}

/** The words: as they come, then with what stands behind each sentence, to be changed, copied, or put into a reply. */
export function NarrativeText({ narrative, talk }: NarrativeTextProps) {
  const { state, draft, answer, fault } = narrative;
  const section = useRef<HTMLElement>(null);
  // On a phone the story is below the form, where nobody would see it begin.
  useEffect(() => {
    if (state === 'writing') section.current?.scrollIntoView({ block: 'nearest' });
  }, [state]);
  return (
    <section ref={section} className="person-card write-text" aria-label="The story" aria-busy={state === 'writing'}>
      {state === 'writing' && narrative.rewriting === null ? (
        <p className="write-draft">{draft === '' ? 'Writing…' : draft}</p>
      ) : answer !== null ? (
        <Written key={answer.narrativeId} answer={answer} narrative={narrative} talk={talk} />
      ) : fault === '' ? (
        <p className="home-quiet">Choose a home, a style, and a length. The story appears here.</p>
      ) : null}
      <p className="homes-fault" role="status">
        {fault}
      </p>
    </section>
  );
}

function Written({ answer, narrative, talk }: NarrativeTextProps & { answer: NarrativeAnswer }) {
  const { user } = useSession();
  const [editing, setEditing] = useState<string | null>(null);
  const [isCopied, setCopied] = useState(false);
  const text = answer.edited?.text ?? answer.text;
  if (editing !== null)
    return (
      <form
        className="write-edit"
        onSubmit={async (event) => {
          event.preventDefault();
          await narrative.change({ text: editing });
          setEditing(null);
        }}
      >
        <Textarea
          aria-label="The story"
          autosize
          minRows={8}
          maxRows={24}
          maxLength={narrativeLimits.textChars}
          value={editing}
          onChange={(event) => setEditing(event.currentTarget.value)}
        />
        <div className="home-line">
          <Button type="submit" disabled={editing.trim() === ''}>
            Save
          </Button>
          <Button variant="default" onClick={() => setEditing(null)}>
            Cancel
          </Button>
        </div>
      </form>
    );
  return (
    <>
      {answer.edited === undefined ? (
        <Sentences answer={answer} narrative={narrative} />
      ) : (
        <p className="write-edited">{text}</p>
      )}
      <p className="home-quiet">{measuresOf(answer)}</p>
      <div className="home-line">
        {talk === null ? null : (
          <Button onClick={() => putInReplyBox(user.id, talk, text)}>Put in the reply box</Button>
        )}
        <Button variant={talk === null ? 'filled' : 'default'} onClick={() => setEditing(text)}>
          Edit
        </Button>
        <Button
          variant="default"
          leftSection={<Icon name="copy" size={14} />}
          onClick={() => navigator.clipboard.writeText(text).then(() => setCopied(true))}
        >
          {isCopied ? 'Copied' : 'Copy'}
        </Button>
        <Button variant="default" leftSection={<Icon name="again" size={14} />} onClick={narrative.again}>
          Write again
        </Button>
        <span className="write-rating">
          {(['up', 'down'] as const).map((rating) => (
            <Button
              key={rating}
              size="compact-sm"
              variant={answer.rating === rating ? 'light' : 'subtle'}
              aria-pressed={answer.rating === rating}
              onClick={() => narrative.change({ rating })}
            >
              {rating === 'up' ? 'Useful' : 'Not useful'}
            </Button>
          ))}
        </span>
      </div>
      <Flags answer={answer} />
      <details className="home-facts">
        <summary>What each sentence rests on</summary>
        <dl>
          {answer.sentences
            .filter(({ facts }) => facts.length > 0)
            .map(({ text: words, facts }) => (
              <div key={words}>
                <dt>{words}</dt>
                <dd>{facts.map((fact) => fact.words).join(' ')}</dd>
              </div>
            ))}
        </dl>
      </details>
    </>
  );
}

/** The story in paragraphs; the facts behind a sentence show on hover. */
function Sentences({ answer, narrative }: Pick<NarrativeTextProps, 'narrative'> & { answer: NarrativeAnswer }) {
  const { sentences, flags, language, basis } = answer;
  const flagged = new Set(flags.filter(({ isLeftOut }) => !isLeftOut).map(({ text }) => text));
  const paragraphs = [...new Set(sentences.map(({ paragraph }) => paragraph))];
  return (
    <div lang={language}>
      {paragraphs.map((paragraph) => (
        <p key={paragraph} className="write-paragraph">
          {narrative.rewriting === paragraph
            ? narrative.draft || 'Writing…'
            : sentences
                .filter((one) => one.paragraph === paragraph)
                .map(({ text, facts }) => (
                  <span
                    key={text}
                    className={flagged.has(text) ? 'flagged' : undefined}
                    title={facts.length === 0 ? 'General advice; it says nothing of the home.' : factsIn(facts)}
                  >
                    {text}{' '}
                  </span>
                ))}
          {basis === 'model' && paragraphs.length > 1 ? (
            <Button
              size="compact-xs"
              variant="subtle"
              disabled={narrative.state === 'writing'}
              onClick={() => narrative.rewrite(paragraph)}
            >
              Rewrite this paragraph
            </Button>
          ) : null}
        </p>
      ))}
    </div>
  );
}

const factsIn = (facts: NarrativeAnswer['sentences'][number]['facts']): string =>
  facts.map(({ words }) => words).join('\n');

function Flags({ answer: { flags } }: { answer: NarrativeAnswer }) {
  if (flags.length === 0) return null;
  return (
    <ul className="write-flags" aria-label="Marked by a rule">
      {flags.map((flag) => (
        <li key={flag.text}>
          <b>
            {flag.isLeftOut ? 'Left out' : 'Worth a look'}: {ruleLabel(flag).toLowerCase()}.
          </b>{' '}
          <q>{flag.text}</q>
        </li>
      ))}
    </ul>
  );
}

function measuresOf({ words, readingGrade, sentences, basis, cached, edited }: NarrativeAnswer): string {
  const facts = new Set(sentences.flatMap((one) => one.facts.map(({ id }) => id))).size;
  return [
    `${words} words`,
    `${facts} facts`,
    ...(readingGrade === null ? [] : [`reads at grade ${readingGrade.toFixed(0)}`]),
    basis === 'model' ? 'written by Claude' : 'written by rules',
    ...(cached && edited === undefined ? ['kept from before'] : []),
    ...(edited === undefined ? [] : [`edited, ${Math.round(edited.distance * 100)}% of the words changed`]),
  ].join(' · ');
}
