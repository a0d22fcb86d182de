/** Languages that the widget has words of its own in. What is said in the talk is the bot's or a person's matter. */
export const languages = ['en', 'es', 'fr', 'de', 'pt', 'it', 'zh', 'vi', 'ko', 'ar'] as const;
export type Language = (typeof languages)[number];

/** "pt-BR" → "pt"; English for what there are no words in. */
export function languageOf(locale: string): Language {
  const first = locale.toLowerCase().split(/[-_]/)[0] ?? '';
  return languages.find((language) => language === first) ?? 'en';
}

export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr');
