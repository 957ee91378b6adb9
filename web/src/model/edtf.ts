// EDTF (ISO 8601-2, the levels a dossier uses) for human eyes, and as a key to sort by.
//   2011-06-06 -> "6 June 2011"    2011-06-04/2011-06-12 -> "4–12 June 2011"    2011-06-05~ -> "about 5 June 2011"
// What is not understood is shown as written, never dropped or guessed.

import type { Time } from './dossier';

const kMonths = [
  'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
  'November', 'December',
];
const kSeasons: Record<number, string> = { 21: 'spring', 22: 'summer', 23: 'autumn', 24: 'winter' };

interface Point { year: string; month?: number; day?: number; clock?: string; about: boolean; unsure: boolean }

const kPoint =
  /^(-?\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?(?:T(\d{2}:\d{2})(?::\d{2})?(Z|[+-]\d{2}:?\d{2})?)?([?~%])?$/;

function parsePoint(text: string): Point | undefined {
  // A qualifier may also stand before or after one component ("2011-06-~05"): it then qualifies the whole.
  const about = /[~%]/.test(text);
  const unsure = /[?%]/.test(text);
  const match = kPoint.exec(text.replace(/[?~%]/g, ''));
  if (!match) return undefined;
  const [, year, month, day, clock, zone] = match;
  const point: Point = { year: year as string, about, unsure };
  if (month && month !== 'XX') {
    const value = Number(month);
    if (!kMonths[value - 1] && !kSeasons[value]) return undefined;
    point.month = value;
    if (day && day !== 'XX') {
      if (Number(day) < 1 || Number(day) > 31) return undefined;
      point.day = Number(day);
    }
  }
  if (clock) point.clock = zone ? `${clock} ${zone === 'Z' ? 'UTC' : `UTC${zone}`}` : clock;
  return point;
}

function yearName(year: string): string {
  if (year.endsWith('XX')) return `the ${year.slice(0, 2)}00s`;
  if (year.endsWith('X')) return `the ${year.slice(0, 3)}0s`;
  return year;
}

function monthName(month: number): string {
  return kMonths[month - 1] ?? kSeasons[month] ?? '';
}

function pointName(point: Point, omit: 'none' | 'year' | 'month' = 'none'): string {
  const parts: string[] = [];
  if (point.day !== undefined) parts.push(String(point.day));
  if (point.month !== undefined && omit !== 'month') parts.push(monthName(point.month));
  if (omit === 'none') parts.push(yearName(point.year));
  if (point.clock) parts.push(`${point.clock}`);
  return parts.join(' ');
}

function qualify(name: string, point: Point): string {
  const about = point.about ? `about ${name}` : name;
  return point.unsure ? `${about} (uncertain)` : about;
}

function rangeName(from: Point, to: Point): string {
  const plain = !from.about && !from.unsure && !to.about && !to.unsure && !from.clock && !to.clock;
  if (plain && from.year === to.year) {
    if (from.day !== undefined && to.day !== undefined) {
      if (from.month === to.month) {
        return from.day === to.day ? pointName(to) : `${from.day}–${pointName(to)}`;
      }
      return `${pointName(from, 'year')} – ${pointName(to)}`;
    }
    if (from.month !== undefined && to.month !== undefined && from.day === undefined && to.day === undefined) {
      return from.month === to.month ? pointName(to) : `${monthName(from.month)}–${pointName(to)}`;
    }
  }
  return `${qualify(pointName(from), from)} – ${qualify(pointName(to), to)}`;
}

function openEnd(text: string): boolean {
  return text === '' || text === '..';
}

export function edtfText(edtf: string): string {
  const ends = edtf.trim().split('/');
  if (ends.length === 2) {
    const [left, right] = ends as [string, string];
    const from = parsePoint(left);
    const to = parsePoint(right);
    if (openEnd(left) && to) return `until ${qualify(pointName(to), to)}`;
    if (from && openEnd(right)) return `from ${qualify(pointName(from), from)}`;
    return from && to ? rangeName(from, to) : edtf;
  }
  const point = parsePoint(edtf.trim());
  return point ? qualify(pointName(point), point) : edtf;
}

function edtfOf(time: Time | string | null | undefined): string | undefined {
  const edtf = typeof time === 'string' ? time : time?.edtf;
  return typeof edtf === 'string' && edtf.trim() !== '' ? edtf.trim() : undefined;
}

// "" when the time is unknown. An interval that something lies somewhere within is told apart from one
// that it fills: "sometime 4–12 June 2011".
export function timeText(time: Time | string | null | undefined): string {
  const edtf = edtfOf(time);
  if (!edtf) return '';
  const text = edtfText(edtf);
  const bounded = edtf.includes('/') && !/^until |^from /.test(text);
  const within = typeof time === 'object' && time?.extent === 'within';
  return bounded && within ? `sometime ${text}` : text;
}

// The stretch between two times, said as shortly as it can be: "15–16 March 2019".
export function stretchText(first: Time | string | null | undefined, last: Time | string | null | undefined): string {
  const from = edtfOf(first);
  const to = edtfOf(last);
  if (!from || !to || from === to) return timeText(first) || timeText(last);
  const range = [from, to].some((end) => end.includes('/')) ? '' : edtfText(`${from}/${to}`);
  return range && !range.includes('/') ? range : `${timeText(first)} to ${timeText(last)}`;
}

// Sorts in time order as plain text; unknown times last. An open start sorts by its end.
export function timeKey(time: Time | string | null | undefined): string {
  const edtf = edtfOf(time);
  if (!edtf) return '~';
  const ends = edtf.split('/');
  const start = openEnd(ends[0] as string) && ends.length > 1 ? (ends[1] as string) : (ends[0] as string);
  return start.replace(/[?~%]/g, '').replace(/X/g, '0');
}

// The day a time starts on, for grouping: "2011-06-06", or the month or year when no day is given.
export function dayKey(time: Time | string | null | undefined): string {
  return timeKey(time).split('T')[0] as string;
}
