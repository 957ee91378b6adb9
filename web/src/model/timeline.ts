// The timeline as rows of one day (or month, or year) with two tracks; what has no time stands last.

import type { Dossier, Statement, TimelineEntry } from './dossier';
import { dayKey, edtfText, timeKey, timeText } from './edtf';
import { claimantId, claimantName, type Index } from './index';
import { actText } from './labels';
import { list } from './load';

export interface TimelineRow { key: string; label: string; events: TimelineEntry[]; statements: TimelineEntry[] }

const kUndated = '~';

export function sortEntries(entries: readonly TimelineEntry[]): TimelineEntry[] {
  return entries
    .map((entry, at) => ({ entry, at, key: timeKey(entry.time) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : a.at - b.at))
    .map(({ entry }) => entry);
}

export function timelineEntries(dossier: Dossier, matching?: ReadonlySet<string>): TimelineEntry[] {
  const kept = dossier.timeline.filter((entry) => !matching || list(entry.statements).some((id) => matching.has(id)));
  return sortEntries(kept);
}

export function timelineRows(entries: readonly TimelineEntry[]): TimelineRow[] {
  const rows = new Map<string, TimelineRow>();
  for (const entry of entries) {
    const key = dayKey(entry.time);
    const row = rows.get(key) ?? { key, label: key === kUndated ? 'Undated' : edtfText(key), events: [], statements: [] };
    (entry.track === 'statements' ? row.statements : row.events).push(entry);
    rows.set(key, row);
  }
  return [...rows.values()];
}

// An entry's own time, where it says more than the row it stands in.
export function ownTime(entry: TimelineEntry, row: TimelineRow): string {
  const text = timeText(entry.time);
  return text === row.label ? '' : text;
}

// Who an entry is according to: each claimant once, with the acts other than plain saying.
export function sayersOf(index: Index, statements: readonly Statement[]) {
  const sayers = new Map<string, { name: string; first: Statement; acts: string[] }>();
  for (const statement of statements) {
    const key = claimantId(statement) ?? '';
    const sayer = sayers.get(key) ?? { name: claimantName(index, statement), first: statement, acts: [] };
    const act = actText(statement);
    if (act && !sayer.acts.includes(act)) sayer.acts.push(act);
    sayers.set(key, sayer);
  }
  return [...sayers.values()];
}
