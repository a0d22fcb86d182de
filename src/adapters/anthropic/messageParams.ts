import type Anthropic from '@anthropic-ai/sdk';
import { zodOutputFormat } from '@anthropic-ai/sdk/helpers/zod';
import type { z } from 'zod';
import type { WritingOrder } from '../../features/llm/ports.ts';
import type { ModelSettings } from './defaultModels.ts';

/** The API allows four cached prefixes, and the task's own words are one. */
const mostStableCached = 3;

export interface MessageParams {
  modelOf(order: WritingOrder): string;
  /** `misfit`: an earlier answer to this order, which did not fit the schema. */
  paramsOf(order: WritingOrder, misfit: string | null): Anthropic.MessageCreateParamsNonStreaming;
}

/**
 * The request for an order. Only Claude knows `output_config`: the servers of local models (Ollama, LM Studio, llama.cpp) speak
 * the Messages API, but ignore or refuse it, so that the schema stands in the words for every other model.
 */
export function createMessageParams(settings: ModelSettings): MessageParams {
  const formats = new WeakMap<z.ZodType, Anthropic.JSONOutputFormat>();

  function formatOf(shape: z.ZodType): Anthropic.JSONOutputFormat {
    const known = formats.get(shape);
    if (known !== undefined) return known;
    // Without its `parse`: with it the SDK would throw inside the stream when the answer does not fit.
    const { type, schema } = zodOutputFormat(shape);
    const format: Anthropic.JSONOutputFormat = { type, schema };
    formats.set(shape, format);
    return format;
  }

  const modelOf = ({ task, tier }: WritingOrder): string =>
    tier === undefined || tier === task.tier
      ? (settings.models[task.name] ?? settings.tiers[task.tier])
      : settings.tiers[tier];

  return {
    modelOf,
    paramsOf(order, misfit) {
      const { task } = order;
      const model = modelOf(order);
      const shape = task.schema ?? task.shape ?? null;
      const format = shape === null ? null : formatOf(shape);
      const schemaInWords = format === null || isClaude(model) ? [] : [shapeInWords(format)];
      return {
        model,
        max_tokens: task.maxTokens,
        system: [...systemOf(order), ...schemaInWords],
        messages: [...messagesOf(order), ...(misfit === null ? [] : repairOf(misfit))],
        ...(isClaude(model)
          ? { output_config: { effort: settings.efforts[task.name] ?? 'low', ...(format === null ? {} : { format }) } }
          : {}),
        metadata: { user_id: order.userKey },
      };
    },
  };
}

/** Gateways put their own words around the name, as in `anthropic.claude-…`. */
const isClaude = (model: string): boolean => /claude/i.test(model);

function shapeInWords(format: Anthropic.JSONOutputFormat): Anthropic.TextBlockParam {
  return {
    type: 'text',
    text: `Answer with one JSON object and nothing before or behind it. It fits this JSON Schema, its properties in this order:\n${JSON.stringify(format.schema)}`,
  };
}

/**
 * The task's words and behind them what is the same for many orders. The last blocks are the ones that are cached, since each
 * holds all before it; an empty one is refused by the API.
 */
function systemOf({ task, stable = [] }: WritingOrder): Anthropic.TextBlockParam[] {
  const blocks = stable.filter((text) => text.trim() !== '');
  const cached = { cache_control: { type: 'ephemeral' as const } };
  return [
    { type: 'text', text: task.system, ...cached },
    ...blocks.map(
      (text, at): Anthropic.TextBlockParam => ({
        type: 'text',
        text,
        ...(at >= blocks.length - mostStableCached ? cached : {}),
      }),
    ),
  ];
}

/** The talk as turns, the visitor's first, as the API wants it; then the order itself. */
function messagesOf({ turns = [], prompt }: WritingOrder): Anthropic.MessageParam[] {
  const said = turns.map(
    ({ from, text }): Anthropic.MessageParam => ({
      role: from === 'visitor' ? 'user' : 'assistant',
      content: text,
    }),
  );
  const opening: Anthropic.MessageParam[] = said[0]?.role === 'assistant' ? [{ role: 'user', content: '…' }] : [];
  return [...opening, ...said, { role: 'user', content: prompt }];
}

const repairOf = (misfit: string): Anthropic.MessageParam[] => [
  { role: 'assistant', content: misfit },
  {
    role: 'user',
    content: 'That does not fit the schema. Answer once more: the whole JSON object, every property, and nothing else.',
  },
];
