/** Languages of the widget's own words. The language of the talk is the bot's or the person's matter. */
export const languages = ['en', 'es', 'fr', 'de', 'pt', 'it', 'zh', 'vi', 'ko', 'ar'] as const;
export type Language = (typeof languages)[number];

/** "pt-BR" → "pt"; English where there are no words of the language. */
export function languageOf(locale: string): Language {
  const first = locale.toLowerCase().split(/[-_]/)[0] ?? '';
  return languages.find((language) => language === first) ?? 'en';
}

export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr');
