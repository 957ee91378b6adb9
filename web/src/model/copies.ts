// Whether two statements are one saying that two documents carry: the same words by the same voice, or nearly
// the same inside a stretch that one document has from the other. The terminal screens go by the same rules.

import type { Span, Statement } from './dossier';
import { claimantId, type Index, statementText, voiceName } from './index';
import { list } from './load';

// Share of the shorter saying's words that the longer one must have: copies change a name's spelling and drop
// a lead-in, little else.
const kCopiedShare = 0.7;
// Fewer words than this are said by many ("no comment") and prove no common saying.
const kTellingWords = 4;

// Lower case, without marks, quotation marks and citation marks such as [7].
export function foldedWords(text: string): string[] {
  return text.toLowerCase().replace(/\[\d+\]/g, ' ').replace(/['’\u02b0-\u036f]/g, '')
    .split(/[^\p{L}\p{N}\p{M}]+/u).filter(Boolean);
}

const made = new WeakMap<Statement, string[]>();

function wordsOf(statement: Statement): string[] {
  let words = made.get(statement);
  if (!words) made.set(statement, words = foldedWords(statementText(statement)));
  return words;
}

function share(a: readonly string[], b: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of a) left.set(word, (left.get(word) ?? 0) + 1);
  let both = 0;
  for (const word of b) {
    const count = left.get(word) ?? 0;
    if (count > 0) both += 1;
    left.set(word, count - 1);
  }
  const shorter = Math.min(a.length, b.length);
  return shorter ? both / shorter : 0;
}

function holds(stretch: Span | undefined, statement: Statement): boolean {
  return stretch !== undefined && statement.span !== undefined
    && stretch.begin < statement.span.end && statement.span.begin < stretch.end;
}

function inCopiedStretch(index: Index, a: Statement, b: Statement): boolean {
  return index.dossier.derivations.some((derivation) => {
    const forward = derivation.from === a.document && derivation.to === b.document;
    if (!forward && !(derivation.from === b.document && derivation.to === a.document)) return false;
    const [source, copy] = forward ? [a, b] : [b, a];
    return list(derivation.spans).some((pair) => holds(pair.from, source) && holds(pair.to, copy));
  });
}

export function isSameSaying(index: Index, a: Statement, b: Statement): boolean {
  if (a.utterance && a.utterance === b.utterance) return true;
  const one = claimantId(a) === claimantId(b);
  const voice = claimantId(a) !== undefined && (one || voiceName(index, claimantId(a)) === voiceName(index, claimantId(b)));
  // What a copy says in its outlet's own voice is the source's own voice.
  const narrations = list(a.chain).length === 1 && list(b.chain).length === 1;
  if (!voice && !narrations) return false;
  const [left, right] = [wordsOf(a), wordsOf(b)];
  if (!left.length || !right.length) return false;
  const telling = one || Math.min(left.length, right.length) >= kTellingWords;
  if (voice && telling && left.join(' ') === right.join(' ')) return true;
  return share(left, right) >= kCopiedShare && inCopiedStretch(index, a, b);
}

export function isDerivedFrom(index: Index, statement: Statement, other: Statement): boolean {
  return index.dossier.derivations.some((derivation) =>
    derivation.to === statement.document && derivation.from === other.document);
}
