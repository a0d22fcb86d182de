import type { Language } from '../languages.ts';
import { ar } from './words/ar.ts';
import { de } from './words/de.ts';
import { en, type MoreWords } from './words/en.ts';
import { es } from './words/es.ts';
import { fr } from './words/fr.ts';
import { it } from './words/it.ts';
import { ko } from './words/ko.ts';
import { pt } from './words/pt.ts';
import { vi } from './words/vi.ts';
import { zh } from './words/zh.ts';

/** The words of the chat's second part. */
export const moreWords: Record<Language, MoreWords> = { en, es, fr, de, pt, it, zh, vi, ko, ar };
