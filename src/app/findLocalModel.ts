import { z } from 'zod';

/** The default ports of Ollama, LM Studio and llama.cpp. */
export const localModelPorts: readonly number[] = [11434, 1234, 8080];
/** Bounds the answer too: the start waits no longer. */
const longestMs = 500;
const listed = z.object({ data: z.array(z.object({ id: z.string() })) });
/** It goes into a line that people paste into a shell. */
const plainName = /^[\w][\w.:/-]{0,99}$/;

export interface LocalModel {
  url: string;
  /** As the server names it. */
  model: string;
}

/**
 * The first model that a server on this machine offers and that writes; null when none answers in time. All three servers list their models at
 * `/v1/models` and speak the Messages API. Nothing is asked of the model itself.
 */
export async function findLocalModel(ports: readonly number[]): Promise<LocalModel | null> {
  const found = await Promise.all(ports.map(modelAt));
  return found.find((local) => local !== null) ?? null;
}

/** How to start the hub so that it uses the model, as one line. */
export const howToUse = ({ url, model }: LocalModel): string =>
  `A model on this machine could answer instead: ANTHROPIC_BASE_URL=${url} ANTHROPIC_API_KEY=local HUB_MODELS=all=${model} HUB_MODEL_PATIENCE=10 npm start`;

async function modelAt(port: number): Promise<LocalModel | null> {
  const url = `http://127.0.0.1:${port}`;
  try {
    const answer = await fetch(`${url}/v1/models`, { redirect: 'error', signal: AbortSignal.timeout(longestMs) });
    const model = answer.ok ? firstModel(await answer.json()) : null;
    return model === null ? null : { url, model };
  } catch {
    // Nobody listens there, or somebody else: the hub runs just as well without.
    return null;
  }
}

function firstModel(list: unknown): string | null {
  const ids = listed.safeParse(list);
  return ids.success
    ? (ids.data.data.map(({ id }) => id).find((id) => plainName.test(id) && !/embed/i.test(id)) ?? null)
    : null;
}
