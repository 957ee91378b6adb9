// Exhibits in words: what is shown as proof, who published it, what it is said to show.

import type { Exhibit } from './dossier';
import { voiceName, type Index } from './index';
import { list } from './load';

export function exhibitText(index: Index, exhibit: Exhibit): string {
  const by = exhibit.published_by ? voiceName(index, exhibit.published_by) : exhibit.publisher;
  const shown = list(exhibit.shows)[0]?.text;
  return [exhibit.kind ?? 'exhibit', by && ` published by ${by}`, shown && `: “${shown}”`].filter(Boolean).join('');
}

// Those somebody challenges first, then those that most statements rest on.
export function sortExhibits(exhibits: readonly Exhibit[]): Exhibit[] {
  const rank = (exhibit: Exhibit) => list(exhibit.challenged_by).length * 1000 + list(exhibit.statements).length;
  return [...exhibits].sort((a, b) => rank(b) - rank(a) || (a.id < b.id ? -1 : 1));
}
