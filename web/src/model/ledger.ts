// The ledger's tables: the dossier's own groups, then figures that no group holds, grouped the same way; by
// measure under their incident, rows by as-of.

import type { Figure } from './dossier';
import { timeKey } from './edtf';
import { incidentTitle, type Index } from './index';
import { list } from './load';

export interface Table { id: string; incident: string; measure: string; figures: Figure[]; rules?: Record<string, unknown> }

export interface IncidentTables { incident: string; title: string; tables: Table[] }

function compareFigures(a: Figure, b: Figure): number {
  const left = timeKey(a.as_of);
  const right = timeKey(b.as_of);
  return left < right ? -1 : left > right ? 1 : 0; // else in the order of the dossier
}

export function ledgerTables(index: Index): Table[] {
  const taken = new Set<string>();
  const tables: Table[] = index.dossier.ledger.map((entry) => {
    const figures = list(entry.rows).map((id) => index.figures.get(id)).filter((figure) => figure !== undefined);
    for (const figure of figures) taken.add(figure.id);
    figures.sort(compareFigures);
    return {
      id: entry.id, incident: entry.incident ?? '', measure: entry.measure ?? '',
      figures, rules: entry.rules,
    };
  });
  const loose = new Map<string, Table>();
  for (const figure of index.dossier.figures) {
    if (taken.has(figure.id)) continue;
    const incident = figure.incident ?? '';
    const measure = figure.measure ?? '';
    const key = JSON.stringify([incident, measure]);
    const table = loose.get(key) ?? { id: `loose ${key}`, incident, measure, figures: [] };
    table.figures.push(figure);
    loose.set(key, table);
  }
  for (const table of loose.values()) table.figures.sort(compareFigures);
  return [...tables, ...loose.values()];
}

// Tables of one incident and measure differ by whom they count: "security forces"; "" when rows differ.
export function peopleOf(figures: readonly Figure[]): string {
  const kinds = new Set(figures.map((figure) => figure.group?.civilian ?? 'unknown'));
  const kind = kinds.size === 1 ? [...kinds][0] : 'unknown';
  return kind === 'security' ? 'security forces' : kind === 'unknown' ? '' : `${kind}s`;
}

const kMeasures = ['killed', 'wounded', 'missing', 'captured', 'arrested', 'infected', 'displaced'];

function compareTables(a: Table, b: Table): number {
  const rank = (table: Table) => (kMeasures.includes(table.measure) ? kMeasures.indexOf(table.measure) : kMeasures.length);
  const key = (table: Table) => `${table.measure} ${table.id}`;
  return rank(a) - rank(b) || (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0);
}

// Tables under their incident: the incidents that the dossier is about first, then by time.
export function byIncident(index: Index, tables: readonly Table[]): IncidentTables[] {
  const groups = new Map<string, IncidentTables>();
  for (const table of tables) {
    const title = incidentTitle(index, table.incident) || (table.incident ? 'Incident without a title' : 'Of no single incident');
    const group = groups.get(table.incident) ?? { incident: table.incident, title, tables: [] };
    group.tables.push(table);
    groups.set(table.incident, group);
  }
  const rank = (id: string) => {
    const incident = index.incidents.get(id);
    const role = ['focal', undefined, 'background', 'comparison'].indexOf(incident?.role);
    return `${role} ${timeKey(incident?.time)}`;
  };
  for (const group of groups.values()) group.tables.sort(compareTables);
  return [...groups.values()].sort((a, b) => (rank(a.incident) < rank(b.incident) ? -1 : rank(a.incident) > rank(b.incident) ? 1 : 0));
}
