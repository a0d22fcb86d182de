import Anthropic from '@anthropic-ai/sdk';

/** The text of one answer as the SDK hands it over, token by token, and nothing else. */
export function createRawStream(apiUrl: string): (name: string, onText: (text: string) => void) => Promise<void> {
  const client = new Anthropic({
    apiKey: 'bench',
    baseURL: apiUrl,
    maxRetries: 0,
    logLevel: 'off',
    openTelemetry: false,
  });
  return async (name, onText) => {
    const stream = await client.messages.create({
      model: 'claude-haiku-5-5',
      max_tokens: 1000,
      messages: [{ role: 'user', content: name }],
      stream: true,
    });
    for await (const event of stream)
      if (event.type === 'content_block_delta' && event.delta.type === 'text_delta') onText(event.delta.text);
  };
}
