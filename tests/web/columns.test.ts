import { type Card, columnOf, columnOfKind, firstCards, kColumns, questionView, relaysOfAnotherSide, sortQuestions, unquestioned } from '$src/model/columns';
import type { Dossier, Question, VoiceKind } from '$src/model/dossier';
import { createIndex } from '$src/model/index';
import { letterOf, originText, shortRole } from '$src/model/labels';
import { normalise } from '$src/model/load';

const kinds: VoiceKind[] = ['official', 'armed_group', 'opposition', 'activist', 'witness', 'defector', 'analyst',
  'foreign_official', 'igo', 'media', 'reference', 'unknown'];
const voices = kinds.map((kind) => ({ id: `v-${kind}`, name: kind, kind }));

function indexOf(part: Partial<Dossier>) {
  return createIndex(normalise({ voices, ...part }));
}

const statement = (id: string, chain: string[], more = {}) => ({ id, chain, ...more });

it('gives every kind of voice one column', () => {
  const placed = kColumns.flatMap((column) => [...column.kinds]);
  expect([...placed].sort()).toEqual([...kinds].sort());
  expect(columnOfKind('defector').key).toBe('residents');
  expect(columnOfKind('armed_group').key).toBe('activists');
  expect(columnOfKind('igo').key).toBe('analysts');
  expect(columnOfKind('reference').key).toBe('media');
  expect(columnOfKind(undefined).key).toBe('media');
  expect(columnOfKind('something_new').key).toBe('media');
});

it('puts a statement into the column of its claimant, not of its relays', () => {
  const index = indexOf({});
  expect(columnOf(index, statement('s', ['v-media', 'v-official', 'v-witness'])).key).toBe('residents');
  expect(columnOf(index, statement('s', ['v-media'])).key).toBe('media');
  expect(columnOf(index, { id: 's' }).key).toBe('media');
});

it('marks a relay by another side, but not media and not the own side', () => {
  const index = indexOf({});
  expect(relaysOfAnotherSide(index, statement('s', ['v-media', 'v-official', 'v-witness']))).toEqual(['official']);
  expect(relaysOfAnotherSide(index, statement('s', ['v-official', 'v-witness']))).toEqual(['official']);
  expect(relaysOfAnotherSide(index, statement('s', ['v-media', 'v-reference', 'v-witness']))).toEqual([]);
  expect(relaysOfAnotherSide(index, statement('s', ['v-defector', 'v-witness']))).toEqual([]);
  expect(relaysOfAnotherSide(index, statement('s', ['v-missing', 'v-witness']))).toEqual([]);
});

it('orders questions: disputed first, agreed last, then by kinds of voices, then by origins', () => {
  const question = (id: string, status: string | undefined, kinds: string[] = [], max = 0) => ({
    id, status, positions: [{ id: 'p', kinds: Object.fromEntries(kinds.map((kind) => [kind, 1])), origins: { min: max, max } }],
  }) as Question;
  const sorted = sortQuestions([question('a', 'agreed'), question('b', undefined), question('c', 'disputed', ['media'], 9),
    question('d', 'open'), question('e', 'disputed', ['media', 'witness']), question('f', 'revised'),
    question('g', 'single_origin'), question('h', 'disputed', ['media'], 10)]);
  expect(sorted.map((entry) => entry.id)).toEqual(['e', 'h', 'c', 'f', 'g', 'd', 'a', 'b']);
});

describe('the view of a question', () => {
  const question: Question = {
    id: 'q', positions: [
      { id: 'p-1', claim: 'c-1', stance: 'asserts', statements: ['s-2', 's-1', 's-3', 's-gone'] },
      { id: 'p-2', claim: 'c-1', stance: 'denies', statements: ['s-4'] },
    ],
  };
  const index = indexOf({
    questions: [question], claims: [{ id: 'c-1', text: 'It was so.' }],
    documents: [{ id: 'd-1', published: { edtf: '2011-06-07' } }],
    statements: [
      statement('s-1', ['v-media', 'v-official'], { said: { edtf: '2011-06-06' }, utterance: 'u' }),
      statement('s-2', ['v-media', 'v-official'], { document: 'd-1', utterance: 'u' }),
      statement('s-3', ['v-witness'], { claims: [{ claim: 'c-1', stance: 'doubts' }] }),
      statement('s-4', ['v-witness']),
      statement('s-5', ['v-witness']),
    ],
  });
  const view = questionView(index, question);

  it('has every column, also the empty ones', () => {
    expect(view.cells.map((cell) => [cell.column.key, cell.cards.length])).toEqual(
      [['official', 1], ['residents', 2], ['activists', 0], ['analysts', 0], ['media', 0]]);
  });

  it('keeps the renderings of one saying on one card, earliest first', () => {
    const card = view.cells[0]?.cards[0];
    expect(card?.statement.id).toBe('s-1');
    expect(card?.also.map((other) => other.id)).toEqual(['s-2']);
    expect(view.count).toBe(4);
  });

  it('tells positions apart by letter and keeps a statement’s own stance', () => {
    expect(view.positions.map((position) => [position.letter, position.claim])).toEqual([['A', 'It was so.'], ['B', 'It was so.']]);
    expect(view.cells[1]?.cards.map((card) => [card.letter, card.stance])).toEqual([['A', 'doubts'], ['B', 'denies']]);
  });

  it('keeps only what a search left', () => {
    expect(questionView(index, question, new Set(['s-4'])).count).toBe(1);
  });

  it('leaves statements without a question reachable', () => {
    expect(unquestioned(index).map((found) => found.id)).toEqual(['s-5']);
  });
});

describe('one saying in several documents', () => {
  const said = (id: string, document: string, text: string, voice = 'v-official', begin = 0) =>
    ({ id, document, chain: ['v-media', voice], span: { document, begin, end: begin + text.length, text } });
  const cells = (statements: ReturnType<typeof said>[], derivations: Dossier['derivations'] = []) => {
    const question: Question = { id: 'q', positions: [{ id: 'p', statements: statements.map((found) => found.id) }] };
    const view = questionView(indexOf({ statements, derivations, questions: [question] }), question);
    return view.cells.flatMap((cell) => cell.cards).map((card) => [card.statement.id, ...card.also.map((other) => other.id)]);
  };

  it('is one card, whatever case, quotes, marks and citation marks do', () => {
    expect(cells([said('s-1', 'd-1', 'Troops fired “at once”'), said('s-2', 'd-2', 'troops fired at once.[7]')])).toEqual([['s-1', 's-2']]);
  });

  it('is two cards when two voices say it, or when the words differ', () => {
    expect(cells([said('s-1', 'd-1', 'Troops fired at once'), said('s-2', 'd-2', 'Troops fired at once', 'v-witness')])).toHaveLength(2);
    expect(cells([said('s-1', 'd-1', 'Troops fired at once'), said('s-2', 'd-2', 'Troops fired at noon')])).toHaveLength(2);
  });

  it('is one card, the source first, when one document has the stretch from the other', () => {
    const copied = [{ id: 'x', from: 'd-2', to: 'd-1', spans: [{ from: { begin: 0, end: 99 }, to: { begin: 0, end: 99 } }] }];
    const statements = [said('s-1', 'd-1', '[3] It is said troops fired at once'), said('s-2', 'd-2', 'troops fired at once')];
    expect(cells(statements)).toHaveLength(2);
    expect(cells(statements, copied)).toEqual([['s-2', 's-1']]);
  });
});

it('shows the first cards of each position', () => {
  const cards = [...'AAAABA'].map((letter) => ({ letter })) as Card[];
  expect(firstCards(cards, 2).map((card) => card.letter).join('')).toBe('AAB');
});

it('shortens what a voice is', () => {
  expect(shortRole('a baker of the old town, who fled in May, said the')).toBe('a baker of the old town');
  expect(shortRole('one two three four five six seven eight nine ten eleven twelve 13')).toMatch(/twelve …$/);
  expect(shortRole('spokesman')).toBe('spokesman');
  expect(shortRole(undefined)).toBe('');
});

it('counts origins, not articles', () => {
  const position = (statements: string[], origins?: { min?: number; max?: number }) => originText({ id: 'p', statements, origins });
  expect(position(['a', 'b', 'c'], { min: 1, max: 1 })).toBe('3 statements, 1 origin');
  expect(position(['a', 'b', 'c'], { min: 2, max: 3 })).toBe('3 statements, 2–3 origins');
  expect(position(['a'], { max: 2 })).toBe('1 statement, 2 origins');
  expect(position(['a'])).toBe('1 statement');
  expect(originText({ id: 'p' })).toBe('0 statements');
});

it('letters positions beyond Z', () => {
  expect([0, 25, 26, 27, 51, 52].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AB', 'AZ', 'BA']);
});
