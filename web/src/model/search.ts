// Filters statements by their words or by any voice of their chain. All words of the query must occur;
// case and accents do not count.

import type { Statement } from './dossier';
import { type Index, statementText, voiceName } from './index';
import { list } from './load';

export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}+/gu, '').toLowerCase();
}

export function words(query: string): string[] {
  return fold(query).split(/\s+/).filter(Boolean);
}

function haystack(index: Index, statement: Statement): string {
  const voices = list(statement.chain).map((id) => voiceName(index, id));
  return fold([statementText(statement), statement.sentence?.text ?? '', ...voices].join('\n'));
}

const made = new WeakMap<Index, Map<string, string>>();

function haystacks(index: Index): Map<string, string> {
  let found = made.get(index);
  if (!found) {
    found = new Map(index.dossier.statements.map((statement) => [statement.id, haystack(index, statement)]));
    made.set(index, found);
  }
  return found;
}

// Ids of the matching statements; undefined when there is nothing to search for.
export function matchStatements(index: Index, query: string): ReadonlySet<string> | undefined {
  const wanted = words(query);
  if (!wanted.length) return undefined;
  const matching = new Set<string>();
  for (const [id, text] of haystacks(index)) {
    if (wanted.every((word) => text.includes(word))) matching.add(id);
  }
  return matching;
}

export function matchesText(query: string, ...texts: (string | undefined)[]): boolean {
  const folded = fold(texts.filter(Boolean).join('\n'));
  return words(query).every((word) => folded.includes(word));
}
