// Cuts a document's text into runs at code-point offsets, so that a span can be shown in its place.
//
// Offsets in a dossier count Unicode code points; JavaScript strings count UTF-16 units. The two differ
// after the first character outside the basic plane (an emoji, some scripts), so every offset passes here.

import type { Document, Span } from './dossier';
import { list } from './load';

export type MarkKind = 'sentence' | 'content' | 'inserted' | 'cue' | 'source' | 'figure' | 'evidence';

export interface Mark { begin: number; end: number; kind: MarkKind }

// A stretch of text under the same marks; `at` is its code-point offset in the document.
export interface Run { text: string; kinds: MarkKind[]; at: number }

const kSurrogate = /[\uD800-\uDFFF]/;

// UTF-16 positions of the given code-point offsets, in the order given. An offset beyond the end maps to
// the end, one below zero to the start. Linear in the text, whatever the number of offsets.
export function toUnits(text: string, offsets: readonly number[]): number[] {
  const clamp = (value: number) => Math.max(0, Number.isFinite(value) ? Math.floor(value) : 0);
  if (!kSurrogate.test(text)) return offsets.map((offset) => Math.min(clamp(offset), text.length));
  const order = offsets.map((offset, index) => ({ offset: clamp(offset), index }));
  order.sort((a, b) => a.offset - b.offset);
  const units = new Array<number>(offsets.length).fill(text.length);
  let point = 0;
  let unit = 0;
  for (const { offset, index } of order) {
    while (point < offset && unit < text.length) {
      unit += (text.codePointAt(unit) as number) > 0xffff ? 2 : 1;
      point += 1;
    }
    units[index] = unit;
  }
  return units;
}

export function sliceCodePoints(text: string, begin: number, end: number): string {
  const [from, to] = toUnits(text, [begin, end]) as [number, number];
  return to > from ? text.slice(from, to) : '';
}

export function codePointLength(text: string): number {
  if (!kSurrogate.test(text)) return text.length;
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

// Whether the document still says, at these offsets, what the span says. Never look elsewhere for it.
export function spanHolds(text: string, span: Span): boolean {
  return span.text === undefined || sliceCodePoints(text, span.begin, span.end) === span.text;
}

export function isSpan(value: unknown): value is Span {
  const span = value as Span | null;
  return typeof span === 'object' && span !== null
    && typeof span.begin === 'number' && typeof span.end === 'number' && span.begin < span.end;
}

// The runs of text[begin, end), in code points; marks may nest, overlap or reach over the borders.
export function cutRuns(text: string, marks: readonly Mark[], begin = 0, end = Infinity): Run[] {
  const last = Math.min(end, codePointLength(text));
  const first = Math.max(0, begin);
  const inside = marks.filter((mark) => mark.begin < last && mark.end > first);
  const borders = new Set([first, last]);
  for (const mark of inside) {
    borders.add(Math.max(mark.begin, first));
    borders.add(Math.min(mark.end, last));
  }
  const points = [...borders].sort((a, b) => a - b);
  const units = toUnits(text, points);
  const runs: Run[] = [];
  for (let i = 0; i + 1 < points.length; i += 1) {
    const at = points[i] as number;
    const kinds = inside.filter((mark) => mark.begin <= at && mark.end > at).map((mark) => mark.kind);
    runs.push({ text: text.slice(units[i], units[i + 1]), kinds: [...new Set(kinds)], at });
  }
  return runs;
}

// The part of a long document worth showing around a place: whole when short, else `reach` code points
// either way, so that a book-length document does not stall the page.
export function windowAround(length: number, begin: number, end: number, reach = 6000) {
  if (length <= 3 * reach) return { begin: 0, end: length };
  return { begin: Math.max(0, begin - reach), end: Math.min(length, end + reach) };
}

// The bytes of the file as received that a span rests on; undefined when the document's map does not say.
// Inside an exact run the text is the file's own UTF-8; other runs are known by their borders alone.
export function bytesOf(document: Document, span: Span): { begin: number; end: number; exact: boolean } | undefined {
  const text = document.text ?? '';
  const runAt = (offset: number) => list(document.map).find((run) =>
    typeof run.begin === 'number' && typeof run.end === 'number' && typeof run.byte_begin === 'number'
    && typeof run.byte_end === 'number' && run.begin <= offset && offset < run.end);
  const first = runAt(span.begin);
  const last = runAt(span.end - 1);
  if (!first || !last) return undefined;
  const bytes = (from: number, to: number) => new TextEncoder().encode(sliceCodePoints(text, from, to)).length;
  return {
    begin: (first.byte_begin as number) + (first.exact ? bytes(first.begin as number, span.begin) : 0),
    end: last.exact ? (last.byte_begin as number) + bytes(last.begin as number, span.end) : (last.byte_end as number),
    exact: first.exact === true && last.exact === true,
  };
}
