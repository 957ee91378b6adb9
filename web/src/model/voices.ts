// Who: the voices in the order of the briefing's columns, and the entities that no voice stands for.

import { columnOfKind, kColumns, type Column } from './columns';
import type { Entity, Voice } from './dossier';
import type { Index } from './index';
import { list } from './load';
import { matchesText } from './search';

export interface VoiceGroup { column: Column; voices: Voice[] }

export function saidCount(index: Index, voice: Voice): number {
  return index.byClaimant.get(voice.id)?.length ?? 0;
}

function relayCounts(index: Index): Map<string, number> {
  const counts = new Map<string, number>();
  for (const statement of index.dossier.statements) {
    for (const id of list(statement.chain).slice(0, -1)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

const made = new WeakMap<Index, Map<string, number>>();

// How many statements a voice passed on without being their claimant.
export function relayedCount(index: Index, voice: Voice): number {
  let counts = made.get(index);
  if (!counts) {
    counts = relayCounts(index);
    made.set(index, counts);
  }
  return counts.get(voice.id) ?? 0;
}

export function voiceGroups(index: Index, query: string, matching?: ReadonlySet<string>): VoiceGroup[] {
  const kept = index.dossier.voices.filter((voice) => !matching
    || matchesText(query, voice.name, voice.description)
    || (index.byClaimant.get(voice.id) ?? []).some((statement) => matching.has(statement.id)));
  kept.sort((a, b) => saidCount(index, b) - saidCount(index, a)
    || (a.name ?? '').localeCompare(b.name ?? '', 'en') || (a.id < b.id ? -1 : 1));
  return kColumns
    .map((column) => ({ column, voices: kept.filter((voice) => columnOfKind(voice.kind).key === column.key) }))
    .filter((group) => group.voices.length > 0);
}

export function otherEntities(index: Index, query: string, matching?: ReadonlySet<string>): Entity[] {
  const voiced = new Set(index.dossier.voices.map((voice) => voice.entity).filter(Boolean));
  return index.dossier.entities
    .filter((entity) => !voiced.has(entity.id))
    .filter((entity) => !matching || matchesText(query, entity.name, ...list(entity.names).map((name) => name.text)))
    .sort((a, b) => (a.name ?? '').localeCompare(b.name ?? '', 'en') || (a.id < b.id ? -1 : 1));
}

// The spellings besides the one shown as name.
export function variants(entity: Entity | undefined, name: string | undefined) {
  return list(entity?.names).filter((entry) => entry.text && entry.text !== name);
}
