// Figures as people read them: an interval keeps its open ends, alternatives stay alternatives, and a
// rule's outcome is shown as what the rule gives, never as the number.

import type { Figure } from './dossier';
import { list } from './load';

const kNumber = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

export function numberText(value: number): string {
  return kNumber.format(value);
}

function present(value: number | null | undefined): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

// min and max are null (or absent) where the report left that side open.
export function valueText(figure: Figure): string {
  const alternatives = list(figure.alternatives).filter(present);
  if (alternatives.length > 1) return alternatives.map(numberText).join(' or ');
  const { min, max } = figure;
  const about = figure.approximate ? 'about ' : '';
  if (present(min) && present(max)) {
    return min === max ? `${about}${numberText(min)}` : `${about}${numberText(min)}–${numberText(max)}`;
  }
  if (present(min)) return `${figure.approximate ? 'about ' : 'at least '}${numberText(min)}${figure.approximate ? ' or more' : ''}`;
  if (present(max)) return figure.approximate ? `nearly ${numberText(max)}` : `up to ${numberText(max)}`;
  return figure.word ? `“${figure.word}”` : 'no number given';
}

// The words of the report, when they say more than the value does.
export function writtenText(figure: Figure): string {
  const written = figure.span?.text ?? figure.word ?? '';
  return written === valueText(figure) ? '' : written;
}

export function groupText(figure: Figure): string {
  const group = figure.group;
  if (!group) return '';
  const parts = [group.text ?? ''];
  if (group.civilian && group.civilian !== 'unknown' && !group.text?.includes(group.civilian)) {
    parts.push(`(${group.civilian})`);
  }
  const people: string[] = [];
  for (const key of ['women', 'men', 'children'] as const) {
    if (present(group[key])) people.push(`${numberText(group[key])} ${key}`);
  }
  if (people.length) parts.push(`of them ${people.join(', ')}`);
  return parts.filter(Boolean).join(' ');
}

// Where a value lies between 0 and a little above the largest bound of its table, in percent; open ends
// reach the rim.
export function extentOf(figure: Figure, largest: number): { left: number; right: number; open: 'none' | 'up' | 'down' } | undefined {
  const alternatives = list(figure.alternatives).filter(present);
  const low = alternatives.length ? Math.min(...alternatives) : figure.min;
  const high = alternatives.length ? Math.max(...alternatives) : figure.max;
  if (!(largest > 0) || (!present(low) && !present(high))) return undefined;
  const percent = (value: number) => Math.round((Math.min(value, largest) / (largest * 1.1)) * 1000) / 10;
  return {
    left: present(low) ? percent(low) : 0,
    right: present(high) ? percent(high) : 100,
    open: !present(high) ? 'up' : !present(low) ? 'down' : 'none',
  };
}

export function largestOf(figures: readonly Figure[]): number {
  const bounds = figures.flatMap((figure) => [figure.min, figure.max, ...list(figure.alternatives)]);
  return Math.max(0, ...bounds.filter(present));
}

export const kRuleNames: Record<string, string> = {
  ucdp: 'UCDP style: best, low, high',
  acled: 'ACLED style: most conservative',
  airwars: 'Airwars style: minimum to maximum',
  median: 'Median',
  official_only: 'Official figures only',
};

function ruleValueText(value: unknown): string {
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map(ruleValueText).filter(Boolean).join('–');
  return '';
}

export interface RuleRow { key: string; name: string; values: { label: string; text: string }[]; figures: string[] }

// The order in which people name a rule's values, whatever order the file has.
const kValueOrder = ['best', 'low', 'min', 'high', 'max'];

// A rule is {values, figures} or carries its values beside `figures`; a null value means "gives none".
export function ruleRows(rules: Record<string, unknown> | null | undefined): RuleRow[] {
  return Object.entries(rules ?? {}).map(([key, raw]) => {
    const rule = (typeof raw === 'object' && raw !== null && !Array.isArray(raw) ? raw : { value: raw }) as Record<string, unknown>;
    const { figures, values, ...rest } = rule;
    const source = values === undefined || values === null ? rest : values;
    const pairs = typeof source === 'object' && !Array.isArray(source)
      ? Object.entries(source as Record<string, unknown>) : [['value', source] as [string, unknown]];
    return {
      key,
      name: kRuleNames[key] ?? key.replace(/_/g, ' '),
      values: pairs
        .sort(([a], [b]) => kValueOrder.indexOf(a) - kValueOrder.indexOf(b))
        .map(([label, value]) => ({ label: label === key || /^values?$/.test(label) ? '' : label, text: ruleValueText(value) }))
        .filter((entry) => entry.text !== ''),
      figures: Array.isArray(figures) ? figures.filter((id): id is string => typeof id === 'string') : [],
    };
  });
}
