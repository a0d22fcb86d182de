import { ActionIcon, MultiSelect, SegmentedControl, Switch } from '@mantine/core';
import type { JorgeSettings } from '../../../src/contract/rest/settings.ts';
import { buyerAsks, leftFacts, sellerAsks } from '../../../src/contract/rest/settingsLimits.ts';
import { Icon } from '../../shared/components/Icon.tsx';
import { askWords, leftFactWords } from './jorgeWords.ts';

interface JorgeTalkProps {
  jorge: JorgeSettings;
  onJorge(jorge: JorgeSettings): void;
}

/** How Jorge talks: his questions and their order, his tone, and the facts that he leaves to the team. */
export function JorgeTalk({ jorge, onJorge }: JorgeTalkProps) {
  const edit = (change: Partial<JorgeSettings>) => onJorge({ ...jorge, ...change });
  return (
    <>
      <div className="settings-pair">
        <AskOrder
          title="Questions for buyers"
          all={buyerAsks}
          chosen={jorge.buyerAsks}
          onChosen={(asked) => edit({ buyerAsks: asked })}
        />
        <AskOrder
          title="Questions for sellers"
          all={sellerAsks}
          chosen={jorge.sellerAsks}
          onChosen={(asked) => edit({ sellerAsks: asked })}
        />
      </div>
      <div>
        <h3>Tone</h3>
        <SegmentedControl
          aria-label="Tone"
          data={[
            { value: 'warm', label: 'Warm' },
            { value: 'brief', label: 'Brief' },
          ]}
          value={jorge.tone}
          onChange={(tone) => edit({ tone: tone === 'brief' ? 'brief' : 'warm' })}
        />
        <p className="settings-quiet">
          {jorge.tone === 'brief'
            ? '“How many bedrooms do you need?”'
            : '“Up to $500,000, got it. How many bedrooms do you need?”'}
        </p>
      </div>
      <MultiSelect
        label="Left to your team"
        description="Jorge doesn’t share these facts about a home, even if they’re on file. He passes the question to your team."
        data={leftFacts.map((fact) => ({ value: fact, label: leftFactWords[fact] }))}
        value={jorge.leaves}
        onChange={(chosen) => edit({ leaves: leftFacts.filter((fact) => chosen.includes(fact)) })}
      />
    </>
  );
}

/** The questions in their order, those that are not asked at the end. */
function AskOrder<T extends keyof typeof askWords>(props: {
  title: string;
  all: readonly T[];
  chosen: readonly T[];
  onChosen(asked: T[]): void;
}) {
  const { title, all, chosen, onChosen } = props;
  const left = all.filter((slot) => !chosen.includes(slot));
  const sooner = (at: number) => {
    const next = [...chosen];
    next.splice(at - 1, 0, ...next.splice(at, 1));
    onChosen(next);
  };
  return (
    <fieldset className="ask-order">
      <legend>{title}</legend>
      <ol>
        {[...chosen, ...left].map((slot, at) => {
          const isAsked = at < chosen.length;
          return (
            <li key={slot}>
              <Switch
                size="xs"
                label={askWords[slot]}
                checked={isAsked}
                onChange={() => onChosen(isAsked ? chosen.filter((one) => one !== slot) : [...chosen, slot])}
              />
              {isAsked && at > 0 ? (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size={28}
                  aria-label={`${title}: move ${askWords[slot]} up`}
                  onClick={() => sooner(at)}
                >
                  <Icon name="up" size={16} />
                </ActionIcon>
              ) : null}
            </li>
          );
        })}
      </ol>
    </fieldset>
  );
}
