// Reads the dossier out of the page. Whatever is missing or malformed at the top becomes an empty list,
// so that the screens only ever meet arrays; a page without a dossier says so instead of failing.

import type { Dossier } from './dossier';

export type Loaded = { dossier: Dossier } | { problem: string };

const kArrays = [
  'documents', 'voices', 'entities', 'places', 'statements', 'utterances', 'exhibits', 'events',
  'incidents', 'figures', 'claims', 'questions', 'accounts', 'relations', 'derivations', 'origins',
  'ledger', 'timeline', 'grades', 'decisions',
] as const;

// An absent or malformed list reads as an empty one.
export function list<T>(value: readonly T[] | null | undefined): readonly T[] {
  return Array.isArray(value) ? value : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function normalise(raw: unknown): Dossier {
  const source = isRecord(raw) ? raw : {};
  const dossier: Record<string, unknown> = { ...source };
  for (const key of kArrays) {
    const value = source[key];
    dossier[key] = Array.isArray(value) ? value.filter(isRecord) : [];
  }
  return dossier as unknown as Dossier;
}

export function parseDossier(text: string): Loaded {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.startsWith('__')) {
    return { problem: 'This is the empty template of the report: no dossier has been put into it.' };
  }
  let raw: unknown;
  try {
    raw = JSON.parse(trimmed);
  } catch (error) {
    return { problem: `The dossier in this page cannot be read: ${(error as Error).message}` };
  }
  if (!isRecord(raw)) return { problem: 'The dossier in this page is not a JSON object.' };
  const schema = raw.schema;
  if (typeof schema === 'string' && !schema.startsWith('counterpoint/dossier/1')) {
    return { problem: `This page shows counterpoint/dossier/1, but the dossier is ${schema}.` };
  }
  return { dossier: normalise(raw) };
}
