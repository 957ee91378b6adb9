// What the evidence panel shows for an address: a document, the place in it, and what to mark there.

import type { Document, Figure, Span, Statement } from './dossier';
import { contentSpan, type Index } from './index';
import { list } from './load';
import type { Target } from './route';
import { isSpan, type Mark, type MarkKind, spanHolds } from './spans';

export interface Evidence {
  document?: Document;
  statement?: Statement;
  figure?: Figure;
  focus?: Span; // what to scroll to
  quoted: string; // the words, when the document's text is not in this build
  marks: Mark[];
  broken: Span[]; // spans whose words the document does not have at their offsets
}

function addMark(evidence: Evidence, span: unknown, kind: MarkKind): void {
  if (!isSpan(span)) return;
  const elsewhere = span.document !== undefined && span.document !== evidence.document?.id;
  if (elsewhere) return;
  const text = evidence.document?.text;
  if (text !== undefined && !spanHolds(text, span)) {
    evidence.broken.push(span);
    return;
  }
  evidence.marks.push({ begin: span.begin, end: span.end, kind });
}

function ofStatement(index: Index, statement: Statement | undefined, figure?: Figure): Evidence {
  const documentId = statement?.document ?? figure?.document ?? figure?.span?.document;
  const evidence: Evidence = {
    document: index.documents.get(documentId ?? ''), statement, figure, quoted: '', marks: [], broken: [],
  };
  addMark(evidence, statement?.sentence, 'sentence');
  addMark(evidence, statement?.span, 'content');
  for (const span of list(statement?.inserted)) addMark(evidence, span, 'inserted');
  addMark(evidence, statement?.cue, 'cue');
  addMark(evidence, statement?.source, 'source');
  addMark(evidence, figure?.span, 'figure');
  const content = statement ? contentSpan(statement) : undefined;
  evidence.focus = isSpan(figure?.span) ? figure?.span : content;
  evidence.quoted = (content ?? figure?.span)?.text ?? '';
  return evidence;
}

// undefined when nothing in the dossier has this address.
export function resolveEvidence(index: Index, target: Target): Evidence | undefined {
  if (target.kind === 'statement') {
    const statement = index.statements.get(target.id);
    return statement && ofStatement(index, statement);
  }
  if (target.kind === 'figure') {
    const figure = index.figures.get(target.id);
    return figure && ofStatement(index, index.statements.get(figure.statement ?? ''), figure);
  }
  return ofDocument(index, target);
}

function ofDocument(index: Index, target: Extract<Target, { kind: 'document' }>): Evidence | undefined {
  const document = index.documents.get(target.id);
  if (!document) return undefined;
  const evidence: Evidence = { document, quoted: '', marks: [], broken: [] };
  if (target.begin !== undefined && target.end !== undefined) {
    evidence.focus = { begin: target.begin, end: target.end };
    addMark(evidence, evidence.focus, 'evidence');
  } else {
    for (const statement of index.byDocument.get(document.id) ?? []) addMark(evidence, statement.span, 'content');
  }
  return evidence;
}
