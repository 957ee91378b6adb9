// Relations between statements, those that set them against each other first.

import type { Relation } from './dossier';
import { exhibitText } from './exhibits';
import type { Index } from './index';

export const kRelationOrder = [
  'contradicts', 'denies', 'disconfirms', 'retracts', 'revises', 'admits', 'doubts', 'confirms', 'supports',
  'corroborates',
];

function rank(type: string | undefined): number {
  const at = kRelationOrder.indexOf(type ?? '');
  return at < 0 ? kRelationOrder.length : at;
}

export function sortRelations(relations: readonly Relation[]): Relation[] {
  return [...relations].sort((a, b) => rank(a.type) - rank(b.type) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

export function relationTypes(relations: readonly Relation[]): { type: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const relation of relations) counts.set(relation.type ?? '', (counts.get(relation.type ?? '') ?? 0) + 1);
  return [...counts].map(([type, count]) => ({ type, count })).sort((a, b) => rank(a.type) - rank(b.type));
}

export function relationMatches(relation: Relation, matching: ReadonlySet<string> | undefined): boolean {
  return !matching || matching.has(relation.from ?? '') || matching.has(relation.to ?? '');
}

export function targetText(index: Index, relation: Relation): string {
  if (relation.to_claim) return index.claims.get(relation.to_claim)?.text ?? 'a claim not in this dossier';
  const exhibit = index.exhibits.get(relation.to_exhibit ?? '');
  if (exhibit) return exhibitText(index, exhibit);
  if (relation.to_exhibit) return 'an exhibit not in this dossier';
  return 'not given';
}
