// The timeline as rows of one day (or month, or year) with two tracks; what has no time stands last.

import { foldedWords, isSameSaying } from './copies';
import type { Statement, TimelineEntry } from './dossier';
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

function repeats(index: Index, a: TimelineEntry, b: TimelineEntry): boolean {
  if (a.track !== b.track) return false;
  if (a.text && foldedWords(a.text).join(' ') === foldedWords(b.text ?? '').join(' ')) return true;
  const left = index.statements.get(list(a.statements)[0] ?? '');
  const right = index.statements.get(list(b.statements)[0] ?? '');
  return left !== undefined && right !== undefined && isSameSaying(index, left, right);
}

// What several documents tell in the same words at the same time is one entry, with all its statements.
function joinRepeated(index: Index, entries: readonly TimelineEntry[]): TimelineEntry[] {
  const byTime = new Map<string, TimelineEntry[]>();
  for (const entry of entries) {
    const key = timeText(entry.time);
    const found = byTime.get(key) ?? [];
    byTime.set(key, found);
    const known = found.findIndex((other) => repeats(index, other, entry));
    const other = found[known];
    if (!other) found.push(entry);
    else found[known] = { ...other, statements: [...new Set([...list(other.statements), ...list(entry.statements)])] };
  }
  return [...byTime.values()].flat();
}

export function timelineEntries(index: Index, matching?: ReadonlySet<string>): TimelineEntry[] {
  const kept = index.dossier.timeline.filter((entry) => !matching || list(entry.statements).some((id) => matching.has(id)));
  return sortEntries(joinRepeated(index, kept));
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
