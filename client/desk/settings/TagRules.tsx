import { ActionIcon, Button, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import type { ConversationTag, TagCondition, TagRule } from '../../../src/contract/rest/tags.ts';
import { tagLimits } from '../../../src/contract/tagLimits.ts';
import { Icon } from '../../shared/components/Icon.tsx';
import { botLabels, languageLabel, temperatureLabels } from '../../shared/labels/names.ts';
import { tagFactLabels } from '../../shared/labels/tags.ts';

type Fact = TagCondition['fact'];

/** The first condition of a new rule, for each fact. */
const firstOf: Record<Fact, TagCondition> = {
  language: { fact: 'language', is: 'es' },
  bot: { fact: 'bot', is: 'seller' },
  temperature: { fact: 'temperature', is: 'hot' },
  area: { fact: 'area', has: '' },
  home: { fact: 'home', has: '' },
  'price-over': { fact: 'price-over', cents: 100_000_000 },
};
const facts = Object.entries(tagFactLabels).map(([value, label]) => ({ value, label }));
const languages = ['en', 'es', 'ar', 'de', 'fr', 'it', 'ko', 'pt', 'vi', 'zh'];

interface TagRulesProps {
  tags: readonly ConversationTag[];
  rules: readonly TagRule[];
  onRules(rules: TagRule[]): void;
}

/** The rules by which conversations get tags by themselves. */
export function TagRules({ tags, rules, onRules }: TagRulesProps) {
  const [first] = tags;
  const change = (index: number, part: Partial<TagRule>) =>
    onRules(rules.map((rule, at) => (at === index ? { ...rule, ...part } : rule)));
  return (
    <fieldset className="settings-plain tag-rules">
      <legend>Automatic tags</legend>
      <p className="settings-about">
        A conversation gets the tag once, as soon as a rule applies. If someone removes it, it stays off.
      </p>
      <ul className="tag-rows" aria-label="Rules">
        {rules.map(({ when, tagId }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule is known by its place
          <li key={index}>
            <NativeSelect
              size="sm"
              aria-label="Condition"
              data={facts}
              value={when.fact}
              onChange={(event) => change(index, { when: firstOf[event.currentTarget.value as Fact] })}
            />
            <Value when={when} onWhen={(next) => change(index, { when: next })} />
            <NativeSelect
              size="sm"
              aria-label="Tag to add"
              data={tags.map(({ id, name }) => ({ value: id, label: name || 'Unnamed tag' }))}
              value={tagId}
              onChange={(event) => change(index, { tagId: event.currentTarget.value })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={32}
              aria-label={`Remove rule ${index + 1}`}
              onClick={() => onRules(rules.filter((_, at) => at !== index))}
            >
              <Icon name="close" size={16} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <div className="settings-row">
        <Button
          variant="default"
          disabled={first === undefined || rules.length >= tagLimits.rules}
          onClick={() => first && onRules([...rules, { when: firstOf.language, tagId: first.id }])}
        >
          Add a rule
        </Button>
      </div>
    </fieldset>
  );
}

function Value({ when, onWhen }: { when: TagCondition; onWhen(when: TagCondition): void }) {
  switch (when.fact) {
    case 'language':
      return (
        <NativeSelect
          size="sm"
          aria-label="Language"
          data={[...new Set([...languages, when.is])].map((value) => ({ value, label: languageLabel(value) }))}
          value={when.is}
          onChange={(event) => onWhen({ fact: 'language', is: event.currentTarget.value })}
        />
      );
    case 'bot':
      return (
        <NativeSelect
          size="sm"
          aria-label="Bot"
          data={Object.entries(botLabels).map(([value, label]) => ({ value, label }))}
          value={when.is}
          onChange={(event) => onWhen({ fact: 'bot', is: event.currentTarget.value as typeof when.is })}
        />
      );
    case 'temperature':
      return (
        <NativeSelect
          size="sm"
          aria-label="Temperature"
          data={Object.entries(temperatureLabels).map(([value, label]) => ({ value, label }))}
          value={when.is}
          onChange={(event) => onWhen({ fact: 'temperature', is: event.currentTarget.value as typeof when.is })}
        />
      );
    case 'price-over':
      return (
        <NumberInput
          aria-label="Price in dollars"
          prefix="$"
          thousandSeparator=","
          min={0}
          max={1_000_000_000}
          allowDecimal={false}
          value={when.cents / 100}
          onChange={(value) => onWhen({ fact: 'price-over', cents: Math.round(Number(value) * 100) })}
        />
      );
    default:
      return (
        <TextInput
          aria-label="Words"
          placeholder={when.fact === 'area' ? 'Zilker' : 'Ashby Hollow'}
          maxLength={tagLimits.ruleChars}
          value={when.has}
          onChange={(event) => onWhen({ fact: when.fact, has: event.currentTarget.value })}
        />
      );
  }
}
