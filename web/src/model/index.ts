// Look-ups over one dossier, made once. Everything that refers to something absent answers undefined.

import type {
  Claim, Document, Dossier, Entity, Event, Exhibit, Figure, Incident, Place, Position, Question, Relation, Span,
  Statement, Utterance, Voice,
} from './dossier';
import { edtfText } from './edtf';
import { letterOf } from './labels';
import { isSpan } from './spans';
import { list } from './load';

export interface Standing { question: Question; position: Position; letter: string }

export interface Index {
  dossier: Dossier;
  documents: Map<string, Document>;
  voices: Map<string, Voice>;
  entities: Map<string, Entity>;
  places: Map<string, Place>;
  statements: Map<string, Statement>;
  utterances: Map<string, Utterance>;
  exhibits: Map<string, Exhibit>;
  events: Map<string, Event>;
  incidents: Map<string, Incident>;
  figures: Map<string, Figure>;
  claims: Map<string, Claim>;
  questions: Map<string, Question>;
  standings: Map<string, Standing[]>; // by statement: the positions it takes
  relations: Map<string, Relation[]>; // by statement: those from it and to it
  byClaimant: Map<string, Statement[]>; // by voice
  byDocument: Map<string, Statement[]>;
}

function byId<T extends { id: string }>(items: readonly T[]): Map<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

function push<T>(map: Map<string, T[]>, key: string | undefined, value: T): void {
  if (!key) return;
  const found = map.get(key);
  if (found) found.push(value);
  else map.set(key, [value]);
}

export function createIndex(dossier: Dossier): Index {
  const index: Index = {
    dossier,
    documents: byId(dossier.documents),
    voices: byId(dossier.voices),
    entities: byId(dossier.entities),
    places: byId(dossier.places),
    statements: byId(dossier.statements),
    utterances: byId(dossier.utterances),
    exhibits: byId(dossier.exhibits),
    events: byId(dossier.events),
    incidents: byId(dossier.incidents),
    figures: byId(dossier.figures),
    claims: byId(dossier.claims),
    questions: byId(dossier.questions),
    standings: new Map(),
    relations: new Map(),
    byClaimant: new Map(),
    byDocument: new Map(),
  };
  for (const question of dossier.questions) {
    list(question.positions).forEach((position, at) => {
      for (const id of list(position.statements)) {
        push(index.standings, id, { question, position, letter: letterOf(at) });
      }
    });
  }
  for (const relation of dossier.relations) {
    push(index.relations, relation.from, relation);
    if (relation.to !== relation.from) push(index.relations, relation.to, relation);
  }
  for (const statement of dossier.statements) {
    push(index.byClaimant, claimantId(statement), statement);
    push(index.byDocument, statement.document, statement);
  }
  return index;
}

export function claimantId(statement: Statement): string | undefined {
  return list(statement.chain).at(-1);
}

export function claimantOf(index: Index, statement: Statement): Voice | undefined {
  return index.voices.get(claimantId(statement) ?? '');
}

export function voiceName(index: Index, id: string | undefined): string {
  const voice = index.voices.get(id ?? '');
  return voice?.name || voice?.description || 'unnamed voice';
}

export function claimantName(index: Index, statement: Statement): string {
  return claimantId(statement) ? voiceName(index, claimantId(statement)) : 'no claimant given';
}

export function documentName(index: Index, id: string | undefined): string {
  const document = index.documents.get(id ?? '');
  return document?.title || document?.name || 'unknown document';
}

// Who published it, shorter than its title; for the small print of a card.
export function documentShort(index: Index, id: string | undefined): string {
  const document = index.documents.get(id ?? '');
  return document?.publisher || document?.name || document?.title || 'unknown document';
}

// The speaker's own words: dots stand for what the outlet put between them ("...," he said. "...").
export function statementText(statement: Statement): string {
  const sentence = statement.sentence as Span | string | undefined;
  const text = statement.span?.text;
  if (!text) return (typeof sentence === 'string' ? sentence : sentence?.text) ?? '';
  if (!statement.source) return text; // "Six men are believed to have fled": nobody's own words
  return list(statement.inserted).reduce((words, span) => leaveOut(words, span.text ?? ''), text);
}

// Words in brackets are the outlet's too, but stay: without them the speaker's make no sense.
function leaveOut(words: string, inserted: string): string {
  const at = inserted && !inserted.startsWith('[') ? words.indexOf(inserted) : -1;
  if (at < 0) return words;
  const before = words.slice(0, at).replace(/[\s,.;"“”]+$/u, '');
  const after = words.slice(at + inserted.length).replace(/^[\s,.;"“”]+/u, '');
  return before && after ? `${before} … ${after}` : words;
}

export function questionText(question: Question): string {
  return question.text || 'Question without words';
}

// The incident's title with its time in words: titles of a dossier carry it as EDTF.
export function incidentTitle(index: Index, id: string | undefined): string {
  const incident = index.incidents.get(id ?? '');
  const edtf = incident?.time?.edtf;
  const title = incident?.title ?? '';
  const at = edtf ? title.lastIndexOf(edtf) : -1;
  return edtf && at >= 0 ? title.slice(0, at) + edtfText(edtf) + title.slice(at + edtf.length) : title;
}

// Acts whose content is only an object of the cue: "blamed | the army", "refused | to comment".
const kNeedCue = ['decline', 'accuse', 'demand', 'pledge', 'threaten'];

// The words of a statement as they can stand alone: with the word of saying where they are only its object.
export function shownText(statement: Statement): string {
  const { cue, span } = statement;
  const near = kNeedCue.includes(statement.act ?? '') && cue?.text && span && span.begin - cue.end >= 0 && span.begin - cue.end <= 1;
  return near ? `${cue.text} ${statementText(statement)}` : statementText(statement);
}

export function claimText(index: Index, id: string | undefined): string {
  return index.claims.get(id ?? '')?.text ?? '';
}

// When it was said, else when its document was published.
export function whenOf(index: Index, statement: Statement) {
  if (statement.said?.edtf) return { time: statement.said, how: 'said' as const };
  const published = index.documents.get(statement.document ?? '')?.published;
  return { time: published, how: 'published' as const };
}

// The span a statement is shown by, if the dossier gives one that can be shown.
export function contentSpan(statement: Statement): Span | undefined {
  return isSpan(statement.span) ? statement.span : isSpan(statement.sentence) ? statement.sentence : undefined;
}
