// The briefing: for each question, its rival positions and the columns in which their statements stand.
// A statement stands in the column of its claimant's kind, whoever relayed it; a relay by another side is
// marked, not moved.

import type { Position, Question, QuestionStatus, Statement, VoiceKind } from './dossier';
import { claimantOf, claimText, type Index, voiceName, whenOf } from './index';
import { isDerivedFrom, isSameSaying } from './copies';
import { letterOf } from './labels';
import { list } from './load';
import { timeKey } from './edtf';

export interface Column { key: string; title: string; kinds: readonly VoiceKind[] }

export const kColumns: readonly Column[] = [
  { key: 'official', title: 'Official accounts', kinds: ['official'] },
  { key: 'residents', title: 'Residents and video', kinds: ['witness', 'defector'] },
  { key: 'activists', title: 'Activists, opposition and armed groups', kinds: ['activist', 'opposition', 'armed_group'] },
  { key: 'analysts', title: 'Analysts, foreign and international', kinds: ['analyst', 'foreign_official', 'igo'] },
  { key: 'media', title: 'Media’s own reporting', kinds: ['media', 'reference', 'unknown'] },
];

export function columnOfKind(kind: string | undefined): Column {
  return kColumns.find((column) => (column.kinds as readonly string[]).includes(kind ?? 'unknown'))
    ?? (kColumns.at(-1) as Column);
}

export function columnOf(index: Index, statement: Statement): Column {
  return columnOfKind(claimantOf(index, statement)?.kind);
}

// Relays that are themselves a side, and another one than the claimant's: residents on state television.
// Media pass words on without being a side.
export function relaysOfAnotherSide(index: Index, statement: Statement): string[] {
  const own = columnOf(index, statement).key;
  return list(statement.chain).slice(0, -1).filter((id) => {
    const kind = index.voices.get(id)?.kind;
    return kind !== undefined && columnOfKind(kind).key !== 'media' && columnOfKind(kind).key !== own;
  }).map((id) => voiceName(index, id));
}

export interface Card {
  statement: Statement;
  letter: string;
  position: Position;
  stance: string; // of this very statement: a doubt stands with the position it leans to
  also: Statement[]; // the same saying as other documents render it
}

export interface Cell { column: Column; cards: Card[] }

export interface PositionView { position: Position; letter: string; claim: string }

export interface QuestionView { question: Question; positions: PositionView[]; cells: Cell[]; count: number }

const kStatusOrder: readonly (QuestionStatus | undefined)[] = ['disputed', 'revised', 'single_origin', 'open', 'agreed'];

export function statusRank(status: QuestionStatus | undefined): number {
  const rank = kStatusOrder.indexOf(status);
  return rank < 0 ? kStatusOrder.length : rank;
}

function kindCount(question: Question): number {
  return new Set(list(question.positions).flatMap((position) => Object.keys(position.kinds ?? {}))).size;
}

function originCount(question: Question): number {
  return list(question.positions).reduce((sum, position) => sum + (position.origins?.max ?? 0), 0);
}

// Disputed ones first, then by how many kinds of voices take part, then by how many origins.
export function sortQuestions(questions: readonly Question[]): Question[] {
  return [...questions].sort((a, b) => statusRank(a.status) - statusRank(b.status)
    || kindCount(b) - kindCount(a) || originCount(b) - originCount(a)
    || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

function stanceOf(statement: Statement, position: Position): string {
  const own = list(statement.claims).find((entry) => entry.claim === position.claim)?.stance;
  return own ?? position.stance ?? '';
}

// One card per saying: what several documents render of it stays together, earliest first, a source before
// its copies.
function cardsOf(index: Index, position: Position, letter: string, keep: (id: string) => boolean): Card[] {
  const found = list(position.statements).filter(keep)
    .map((id) => index.statements.get(id)).filter((statement) => statement !== undefined);
  found.sort((a, b) => {
    const left = timeKey(whenOf(index, a).time);
    const right = timeKey(whenOf(index, b).time);
    return left < right ? -1 : left > right ? 1 : a.id < b.id ? -1 : 1;
  });
  const cards: Card[] = [];
  for (const statement of found) {
    const known = cards.find((card) => isSameSaying(index, card.statement, statement));
    if (!known) {
      cards.push({ statement, letter, position, stance: stanceOf(statement, position), also: [] });
    } else if (isDerivedFrom(index, known.statement, statement)) {
      known.also.push(known.statement);
      known.statement = statement;
    } else {
      known.also.push(statement);
    }
  }
  return cards;
}

// The first cards of each position, so that a loud side does not push the other out of sight.
export function firstCards(cards: readonly Card[], limit: number): Card[] {
  const seen = new Map<string, number>();
  return cards.filter((card) => {
    const count = (seen.get(card.letter) ?? 0) + 1;
    seen.set(card.letter, count);
    return count <= limit;
  });
}

export function questionView(index: Index, question: Question, matching?: ReadonlySet<string>): QuestionView {
  const keep = (id: string) => !matching || matching.has(id);
  const positions = list(question.positions).map((position, at) => ({
    position, letter: letterOf(at), claim: claimText(index, position.claim),
  }));
  const cards = positions.flatMap(({ position, letter }) => cardsOf(index, position, letter, keep));
  const cells = kColumns.map((column) => ({
    column, cards: cards.filter((card) => columnOf(index, card.statement).key === column.key),
  }));
  return { question, positions, cells, count: cards.reduce((sum, card) => sum + 1 + card.also.length, 0) };
}

// Statements that answer no question of the dossier; they must still be reachable.
export function unquestioned(index: Index, matching?: ReadonlySet<string>): Statement[] {
  return index.dossier.statements.filter((statement) =>
    !index.standings.has(statement.id) && (!matching || matching.has(statement.id)));
}
