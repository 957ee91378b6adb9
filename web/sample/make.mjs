// Makes sample/dossier.json: an invented event, so that the report can be seen and tested without the
// program. Words are looked up in the texts below, hence offsets are right by construction; they count
// code points. Run: node sample/make.mjs

import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';

const texts = {
  post: `🚨🔥 KARSIN, 14 March, 23:50. Police are shooting at the strike picket from the rail side. Dozens hurt. We have no weapons 🙏 Please share. – Karsin Dockers’ Committee`,
  harbour: `Karsin: what happened at the grain terminal?

Officials and dockers tell two different stories of the night on which the terminal burned. Reporters have been kept behind the railway line, and The Harbour Post could not check either account.

The interior ministry says smugglers with hunting rifles attacked a police post beside the terminal shortly before midnight on Thursday. “Nine of our officers fell while they were protecting the port,” said its spokesman, Aldo Renn.

A crane driver who lives opposite the gate told The Harbour Post a different story. “We had no guns. The police came in from the rail side and fired low, into the crowd,” he said. He counted at least 17 bodies on the quay.

State television later showed two men who described themselves as night watchmen. “The strikers set the silo alight themselves,” one of them said on the programme.

The Karsin Dockers’ Committee, quoted by Coast Wire, blamed the police for the fire and put the dead at 22.

Mirela Tosk, who studies port unions at the university in Lenn, said the fire may have started by accident. “Grain dust needs only a spark; nobody has to have wanted it,” she said.`,
  meridian: `KARSIN (Coast Wire) – The Karsin Dockers’ Committee said on Friday that police had started the fire at the grain terminal and that 22 people were dead.

Interior Minister Sela Orvan denied that police had used live rounds. “Not one live round was issued,” she told Coast Wire by telephone.

A foreign ministry official of neighbouring Tarn called for an outside inquiry and said that between 10 and 20 people had probably died.

Correcting its earlier count, the interior ministry said on Saturday that four officers, not nine, had been killed.`,
  inquiry: `Inquiry into the events at Karsin: summary of findings

The commission heard 212 people between May 2019 and December 2020.

It finds that smugglers played no part in the events and that the shooting began on the rail side. In a letter of 3 November 2020 the ministry of the interior acknowledged that live rounds were fired “by individual officers, contrary to orders”.

Mr Renn told the commission that he withdrew what he had said about smugglers.

The commission counts 19 dead, of whom three were police officers and 16 were civilians.

On the cause of the fire the commission reaches no conclusion. Five or 14 samples were spoiled, depending on which log is read.`,
};

const sha = (text) => createHash('sha256').update(text, 'utf8').digest('hex');
const points = (text) => [...text].length;

function span(document, words, within) {
  const text = texts[document];
  const from = within ? text.indexOf(within) : 0;
  const at = text.indexOf(words, from);
  if (from < 0 || at < 0) throw new Error(`${document}: ${words}`);
  const begin = points(text.slice(0, at));
  return { document: ids[document], begin, end: begin + points(words), text: words };
}

const ids = { post: 'd-1b7c', harbour: 'd-4f02', meridian: 'd-83aa', inquiry: 'd-c9e5', scan: 'd-f610' };
const time = (edtf, basis, extent) => ({ edtf, ...(basis && { basis }), ...(extent && { extent }) });

const documents = [
  { id: ids.post, name: 'posts/committee-2350.txt', media_type: 'text/plain', language: 'en', genre: 'post',
    publisher: 'Karsin Dockers’ Committee', published: time('2019-03-14T23:50', 'text'), text: texts.post },
  { id: ids.harbour, name: 'harbour-post.html', media_type: 'text/html', language: 'en', genre: 'comparison',
    title: 'Karsin: what happened at the grain terminal?', publisher: 'The Harbour Post', authors: ['J. Adder'],
    url: 'https://harbourpost.example/karsin', published: time('2019-03-16', 'metadata'),
    updated: time('2019-03-17', 'metadata'), text: texts.harbour,
    caveats: [span('harbour', 'The Harbour Post could not check either account')],
    dropped: [{ id: 'x-01', reason: 'page_furniture', text: 'More on this story · Subscribe', byte_begin: 2210, byte_end: 2241 }] },
  { id: ids.meridian, name: 'meridian.html', media_type: 'text/html', language: 'en', genre: 'news',
    title: 'Committee says 22 dead at Karsin; minister denies live fire', publisher: 'The Meridian', credit: 'Coast Wire',
    published: time('2019-03-17', 'dateline'), text: texts.meridian },
  { id: ids.inquiry, name: 'inquiry-summary.pdf', media_type: 'application/pdf', language: 'en', genre: 'report',
    title: 'Inquiry into the events at Karsin: summary of findings', publisher: 'Karsin Commission',
    published: time('2021-02-09', 'text'), text: texts.inquiry },
  { id: ids.scan, name: 'hospital-register.pdf', media_type: 'application/pdf',
    error: { code: 'pdf_without_text', message: 'This PDF holds pictures of pages and no text.',
      remedy: 'Run a text recognition over it and add the result.' } },
].map((document) => ({ sha256: sha(document.text ?? document.name), bytes: Buffer.byteLength(document.text ?? '') || 184210, ...document }));

const voices = [
  ['v-post', 'The Harbour Post', 'media', 'institution'],
  ['v-meridian', 'The Meridian', 'media', 'institution'],
  ['v-wire', 'Coast Wire', 'media', 'institution', 'news agency'],
  ['v-ministry', 'interior ministry', 'official', 'institution', undefined, 'e-ministry'],
  ['v-renn', 'Aldo Renn', 'official', 'named', 'spokesman of the interior ministry', 'e-renn'],
  ['v-orvan', 'Sela Orvan', 'official', 'named', 'Interior Minister'],
  ['v-tv', 'State television', 'official', 'institution'],
  ['v-watch', 'a night watchman', 'witness', 'unnamed', 'one of two men shown on state television'],
  ['v-crane', 'a crane driver', 'witness', 'unnamed', 'lives opposite the gate'],
  ['v-dockers', 'Karsin Dockers’ Committee', 'activist', 'collective', undefined, 'e-dockers'],
  ['v-tosk', 'Mirela Tosk', 'analyst', 'named', 'studies port unions, university in Lenn'],
  ['v-tarn', 'a Tarn foreign ministry official', 'foreign_official', 'unnamed'],
  ['v-commission', 'Karsin Commission', 'igo', 'institution', 'commission of inquiry'],
].map(([id, name, kind, identity, description, entity]) => ({
  id, name, kind, identity, ...(description && { description }), ...(entity && { entity }),
  ...(identity === 'unnamed' && kind === 'witness' && { protected: true }), by: 'machine',
}));

const entities = [
  { id: 'e-dockers', type: 'organization', name: 'Karsin Dockers’ Committee',
    names: [{ text: 'Karsin Dockers’ Committee', script: 'Latn', count: 3, documents: [ids.post, ids.harbour, ids.meridian] },
      { text: 'the committee', script: 'Latn', count: 1 }, { text: 'Комітет докерів Карсина', script: 'Cyrl', language: 'uk', count: 1 }],
    merged: [{ a: 'Karsin Dockers’ Committee', b: 'the committee', reason: 'short form in the same document', score: 0.93 }] },
  { id: 'e-ministry', type: 'organization', name: 'interior ministry',
    names: [{ text: 'interior ministry', count: 2 }, { text: 'ministry of the interior', count: 1 }],
    merged: [{ a: 'interior ministry', b: 'ministry of the interior', reason: 'same head and same modifier' }] },
  { id: 'e-renn', type: 'person', name: 'Aldo Renn', names: [{ text: 'Aldo Renn', count: 1 }, { text: 'Mr Renn', count: 1 }],
    merged: [{ a: 'Aldo Renn', b: 'Mr Renn', reason: 'same family name, no other bearer in the dossier' }] },
  { id: 'e-smugglers', type: 'group', name: 'smugglers', names: [{ text: 'smugglers', count: 3 }],
    may_be: [{ entity: 'e-strikers', according_to: 'nobody in these documents', reason: 'both are said to have been at the gate' }],
    flags: [{ code: 'group_without_voice', message: 'Nobody in the dossier speaks for this group.', evidence: [span('harbour', 'smugglers with hunting rifles')] }] },
  { id: 'e-strikers', type: 'group', name: 'strikers', names: [{ text: 'strikers', count: 1 }, { text: 'strike picket', count: 1 }] },
];

const incidents = [
  { id: 'i-shooting', title: 'Shooting at the terminal gate', time: time('2019-03-14/2019-03-15', 'text', 'within'), role: 'focal' },
  { id: 'i-fire', title: 'Fire in the grain silo', time: time('2019-03-15', 'text'), role: 'focal', part_of: 'i-shooting' },
];

// [id, document, content, within, {cue, source, chain, …}]
const rows = [
  ['s-01', 'post', 'Police are shooting at the strike picket from the rail side', 0, { speech: 'narration', chain: ['v-dockers'], basis: 'eyewitness', said: time('2019-03-14T23:50', 'text') }],
  ['s-02', 'post', 'Dozens hurt', 0, { speech: 'narration', chain: ['v-dockers'], said: time('2019-03-14T23:50', 'text'), figures: ['f-06'] }],
  ['s-03', 'post', 'We have no weapons', 0, { speech: 'narration', act: 'deny', polarity: 'negative', chain: ['v-dockers'], said: time('2019-03-14T23:50', 'text') }],
  ['s-04', 'harbour', 'smugglers with hunting rifles attacked a police post beside the terminal shortly before midnight on Thursday', 0, { cue: 'says', cueIn: 'ministry says', source: 'The interior ministry', speech: 'indirect', act: 'accuse', chain: ['v-post', 'v-ministry'] }],
  ['s-05', 'harbour', 'Nine of our officers fell while they were protecting the port', 0, { cue: 'said', cueIn: 'said its spokesman', source: 'its spokesman, Aldo Renn', speech: 'direct', chain: ['v-post', 'v-renn'], figures: ['f-01'], tail: ',” said its spokesman, Aldo Renn.' }],
  ['s-06', 'harbour', 'We had no guns. The police came in from the rail side and fired low, into the crowd', 0, { cue: 'said', cueIn: 'said. He counted', source: 'he', sourceIn: 'he said. He counted', speech: 'direct', act: 'accuse', basis: 'eyewitness', chain: ['v-post', 'v-crane'] }],
  ['s-07', 'harbour', 'at least 17 bodies on the quay', 0, { cue: 'counted', source: 'He', sourceIn: 'He counted', speech: 'indirect', basis: 'eyewitness', chain: ['v-post', 'v-crane'], figures: ['f-02'] }],
  ['s-08', 'harbour', 'The strikers set the silo alight themselves', 0, { cue: 'said', cueIn: 'said on the programme', source: 'one of them', speech: 'direct', act: 'accuse', basis: 'eyewitness', chain: ['v-post', 'v-tv', 'v-watch'] }],
  ['s-09', 'harbour', 'blamed the police for the fire', 0, { cue: 'blamed', source: 'The Karsin Dockers’ Committee', speech: 'indirect', act: 'accuse', chain: ['v-post', 'v-wire', 'v-dockers'], utterance: 'u-1' }],
  ['s-10', 'harbour', 'put the dead at 22', 0, { cue: 'put', source: 'The Karsin Dockers’ Committee', speech: 'indirect', chain: ['v-post', 'v-wire', 'v-dockers'], figures: ['f-03'], utterance: 'u-2' }],
  ['s-11', 'harbour', 'the fire may have started by accident', 0, { cue: 'said', cueIn: 'said the fire may', source: 'Mirela Tosk, who studies port unions at the university in Lenn', speech: 'indirect', certainty: 'possible', basis: 'inference', chain: ['v-post', 'v-tosk'] }],
  ['s-12', 'meridian', 'police had started the fire at the grain terminal', 0, { cue: 'said on Friday', source: 'The Karsin Dockers’ Committee', speech: 'indirect', act: 'accuse', chain: ['v-meridian', 'v-wire', 'v-dockers'], said: time('2019-03-15', 'weekday before publication'), utterance: 'u-1' }],
  ['s-13', 'meridian', '22 people were dead', 0, { cue: 'said on Friday', source: 'The Karsin Dockers’ Committee', speech: 'indirect', chain: ['v-meridian', 'v-wire', 'v-dockers'], said: time('2019-03-15', 'weekday before publication'), figures: ['f-04'], utterance: 'u-2' }],
  ['s-14', 'meridian', 'Not one live round was issued', 0, { cue: 'told', cueIn: 'told Coast Wire', source: 'she', sourceIn: 'she told', speech: 'direct', act: 'deny', polarity: 'negative', chain: ['v-meridian', 'v-wire', 'v-orvan'], addressee: 'Coast Wire' }],
  ['s-15', 'meridian', 'between 10 and 20 people had probably died', 0, { cue: 'said that', source: 'A foreign ministry official of neighbouring Tarn', speech: 'indirect', certainty: 'probable', chain: ['v-meridian', 'v-wire', 'v-tarn'], figures: ['f-05'] }],
  ['s-16', 'meridian', 'four officers, not nine, had been killed', 0, { cue: 'said on Saturday', source: 'the interior ministry', speech: 'indirect', act: 'retract', chain: ['v-meridian', 'v-wire', 'v-ministry'], said: time('2019-03-16', 'weekday before publication'), figures: ['f-07'] }],
  ['s-17', 'inquiry', 'live rounds were fired “by individual officers, contrary to orders”', 0, { cue: 'acknowledged', source: 'the ministry of the interior', speech: 'mixed', act: 'admit', basis: 'document', chain: ['v-commission', 'v-ministry'], said: time('2020-11-03', 'text') }],
  ['s-18', 'inquiry', 'he withdrew what he had said about smugglers', 0, { cue: 'told the commission', source: 'Mr Renn', speech: 'indirect', act: 'retract', chain: ['v-commission', 'v-renn'], said: time('../2020-12', 'text') }],
  ['s-19', 'inquiry', 'The commission counts 19 dead, of whom three were police officers and 16 were civilians', 0, { speech: 'narration', basis: 'own_reporting', chain: ['v-commission'], figures: ['f-08', 'f-09', 'f-10'] }],
  ['s-20', 'inquiry', 'smugglers played no part in the events', 0, { cue: 'finds', speech: 'narration', act: 'disconfirm', polarity: 'negative', chain: ['v-commission'] }],
  ['s-21', 'inquiry', 'On the cause of the fire the commission reaches no conclusion', 0, { speech: 'narration', act: 'decline', chain: ['v-commission'] }],
  ['s-22', 'inquiry', 'Five or 14 samples were spoiled', 0, { speech: 'narration', chain: ['v-commission'], figures: ['f-11'] }],
];

function sentenceOf(document, content) {
  const text = texts[document];
  const at = text.indexOf(content);
  const stop = /[.?!]”?(?=\s|$)/g;
  let begin = text.lastIndexOf('\n', at) + 1;
  stop.lastIndex = begin;
  for (let match = stop.exec(text); match && match.index < at; match = stop.exec(text)) {
    const after = match.index + match[0].length;
    if (after <= at) begin = after + (/\s/.test(text[after] ?? '') ? 1 : 0);
  }
  stop.lastIndex = at + content.length;
  const match = stop.exec(text);
  return text.slice(begin, match ? match.index + match[0].length : text.length);
}

const statements = rows.map(([id, document, content, , more]) => {
  const { cue, cueIn, source, sourceIn, tail, ...rest } = more;
  const sentence = sentenceOf(document, content);
  return {
    id, document: ids[document], span: span(document, content), sentence: span(document, sentence),
    act: 'state', certainty: 'certain', polarity: 'positive', basis: 'unknown', ...rest,
    ...(cue && { cue: span(document, cue, cueIn ?? sentence) }),
    ...(source && { source: span(document, source, sourceIn ?? sentence) }),
    by: 'machine',
  };
});
const byId = new Map(statements.map((statement) => [statement.id, statement]));

const claims = [
  ['c-1', 'Smugglers attacked the police post.', 'q-1'], ['c-2', 'Police fired into the strike picket.', 'q-1'],
  ['c-3', 'Police used live rounds.', 'q-2'],
  ['c-4', 'The strikers lit the silo.', 'q-3'], ['c-5', 'Police started the fire.', 'q-3'], ['c-6', 'The fire was an accident.', 'q-3'],
  ['c-7', 'Nine officers were killed.', 'q-4'], ['c-8', 'At least 17 people were killed.', 'q-4'],
  ['c-9', '22 people were killed.', 'q-4'], ['c-10', 'Between 10 and 20 people were killed.', 'q-4'], ['c-11', '19 people were killed.', 'q-4'],
  ['c-12', 'Four officers were killed.', 'q-4'],
].map(([id, text, question]) => ({ id, text, question }));

const position = (id, claim, stance, ids, origins, first, last) => {
  for (const statement of ids) {
    const found = byId.get(statement);
    found.claims = [...(found.claims ?? []), { claim, stance: statement === 's-21' ? 'doubts' : stance }];
  }
  const kinds = {};
  for (const statement of ids) {
    const kind = voices.find((voice) => voice.id === byId.get(statement).chain.at(-1)).kind;
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  }
  return { id, claim, stance, statements: ids, voices: [...new Set(ids.map((one) => byId.get(one).chain.at(-1)))], kinds, origins, first: time(first), last: time(last) };
};

const questions = [
  { id: 'q-1', text: 'Who began the shooting at the terminal gate?', incident: 'i-shooting', kind: 'who', status: 'disputed', cause: 'dispute',
    positions: [
      position('p-1', 'c-1', 'asserts', ['s-04'], { min: 1, max: 1 }, '2019-03-16', '2019-03-16'),
      position('p-2', 'c-2', 'asserts', ['s-01', 's-06'], { min: 2, max: 2 }, '2019-03-14', '2019-03-16'),
      position('p-3', 'c-1', 'denies', ['s-03', 's-18', 's-20'], { min: 2, max: 3 }, '2019-03-14', '2021-02-09'),
    ], silent: ['foreign_official'] },
  { id: 'q-2', text: 'Did police use live rounds?', incident: 'i-shooting', kind: 'whether', status: 'revised', cause: 'dispute',
    positions: [
      position('p-4', 'c-3', 'asserts', ['s-17'], { min: 1, max: 1 }, '2020-11-03', '2020-11-03'),
      position('p-5', 'c-3', 'denies', ['s-14'], { min: 1, max: 1 }, '2019-03-17', '2019-03-17'),
    ] },
  { id: 'q-3', text: 'How did the silo catch fire?', incident: 'i-fire', kind: 'why', status: 'disputed', cause: 'dispute',
    positions: [
      position('p-6', 'c-4', 'asserts', ['s-08'], { min: 1, max: 1 }, '2019-03-16', '2019-03-16'),
      position('p-7', 'c-5', 'asserts', ['s-09', 's-12'], { min: 1, max: 1 }, '2019-03-15', '2019-03-16'),
      position('p-8', 'c-6', 'asserts', ['s-11'], { min: 1, max: 1 }, '2019-03-16', '2019-03-16'),
    ] },
  { id: 'q-4', text: 'How many people were killed?', incident: 'i-shooting', kind: 'how_many', status: 'disputed', cause: 'scope', noted_by: ['s-16'],
    positions: [
      position('p-9', 'c-7', 'asserts', ['s-05'], { min: 1, max: 1 }, '2019-03-16', '2019-03-16'),
      position('p-10', 'c-12', 'asserts', ['s-16'], { min: 1, max: 1 }, '2019-03-16', '2019-03-16'),
      position('p-11', 'c-8', 'asserts', ['s-07'], { min: 1, max: 1 }, '2019-03-16', '2019-03-16'),
      position('p-12', 'c-9', 'asserts', ['s-10', 's-13'], { min: 1, max: 1 }, '2019-03-15', '2019-03-16'),
      position('p-13', 'c-10', 'asserts', ['s-15'], { min: 1, max: 1 }, '2019-03-17', '2019-03-17'),
      position('p-14', 'c-11', 'asserts', ['s-19'], { min: 1, max: 1 }, '2021-02-09', '2021-02-09'),
    ] },
];

const figure = (id, document, statement, words, min, max, measure, group, claimant, asOf, more = {}) => ({
  id, document: ids[document], statement, incident: 'i-shooting', span: span(document, words, byId.get(statement).span.text),
  min, max, measure, status: 'unstated', group, claimant, as_of: time(asOf), scope: 'incident', ...more,
});
const officers = { text: 'officers', side: 'police', civilian: 'security' };
const figures = [
  figure('f-01', 'harbour', 's-05', 'Nine', 9, 9, 'killed', officers, 'v-renn', '2019-03-16', { word: 'Nine', superseded_by: 'f-07' }),
  figure('f-02', 'harbour', 's-07', 'at least 17', 17, null, 'killed', { text: 'bodies on the quay', civilian: 'unknown' }, 'v-crane', '2019-03-15', { status: 'estimate' }),
  figure('f-03', 'harbour', 's-10', '22', 22, 22, 'killed', { text: 'people' }, 'v-dockers', '2019-03-15'),
  figure('f-04', 'meridian', 's-13', '22', 22, 22, 'killed', { text: 'people' }, 'v-dockers', '2019-03-15'),
  figure('f-05', 'meridian', 's-15', 'between 10 and 20', 10, 20, 'killed', { text: 'people' }, 'v-tarn', '2019-03-17', { status: 'estimate' }),
  figure('f-06', 'post', 's-02', 'Dozens', 24, null, 'wounded', { text: 'people' }, 'v-dockers', '2019-03-14', { word: 'Dozens' }),
  figure('f-07', 'meridian', 's-16', 'four', 4, 4, 'killed', officers, 'v-ministry', '2019-03-16', { word: 'four', status: 'confirmed' }),
  figure('f-08', 'inquiry', 's-19', '19', 19, 19, 'killed', { text: 'people' }, 'v-commission', '2021-02-09', { status: 'confirmed' }),
  figure('f-09', 'inquiry', 's-19', 'three', 3, 3, 'killed', { text: 'police officers', civilian: 'security' }, 'v-commission', '2021-02-09', { word: 'three', part_of: 'f-08', status: 'confirmed' }),
  figure('f-10', 'inquiry', 's-19', '16', 16, 16, 'killed', { text: 'civilians', civilian: 'civilian' }, 'v-commission', '2021-02-09', { part_of: 'f-08', status: 'confirmed' }),
  figure('f-11', 'inquiry', 's-22', 'Five or 14', null, null, 'affected', { text: 'samples' }, 'v-commission', '2021-02-09', { alternatives: [5, 14], incident: 'i-fire' }),
];

const killed = ['f-01', 'f-02', 'f-03', 'f-04', 'f-05', 'f-07', 'f-08', 'f-09', 'f-10'];
const dossier = {
  schema: 'counterpoint/dossier/1',
  title: 'The night at the Karsin grain terminal, March 2019',
  tool: { name: 'Counterpoint', version: '0.1.0', models: [{ name: 'none (written by hand)' }], packs: [], options: {} },
  documents, voices, entities, places: [],
  statements,
  utterances: [
    { id: 'u-1', voice: 'v-dockers', said: time('2019-03-15'), statements: ['s-09', 's-12'], variants: [{ statement: 's-09', omitted: 'on Friday' }], reason: 'same claimant, same agency, same content' },
    { id: 'u-2', voice: 'v-dockers', said: time('2019-03-15'), statements: ['s-10', 's-13'], reason: 'same claimant, same agency, same figure' },
  ],
  exhibits: [], events: [], incidents, figures, claims, questions,
  accounts: [{ id: 'a-1', label: 'Interior ministry', voices: ['v-ministry', 'v-renn', 'v-orvan'], positions: [] }],
  relations: [
    { id: 'r-1', from: 's-06', to: 's-04', type: 'contradicts', reason: 'rival answers to who began the shooting', score: 0.81 },
    { id: 'r-2', from: 's-17', to: 's-14', type: 'admits', reason: 'same institution later acknowledges what its minister had denied', score: 0.77 },
    { id: 'r-3', from: 's-16', to: 's-05', type: 'revises', reason: 'the ministry corrects its own figure, “not nine”', score: 0.9 },
    { id: 'r-4', from: 's-18', to: 's-04', type: 'retracts', reason: 'the spokesman withdraws the account of the smugglers', score: 0.74 },
    { id: 'r-5', from: 's-20', to: 's-04', type: 'disconfirms', reason: 'negative finding on the same claim', score: 0.8 },
    { id: 'r-6', from: 's-01', to: 's-06', type: 'corroborates', reason: 'both place the shooting on the rail side; different origins', score: 0.72 },
    { id: 'r-7', from: 's-21', to_claim: 'c-6', type: 'doubts', reason: 'no conclusion on the cause' },
  ],
  derivations: [{ id: 'w-1', from: ids.meridian, to: ids.harbour, type: 'cites', coverage: 0.06, omits: ['c-10'],
    reason: 'both credit Coast Wire; the Meridian text holds the longer passage' }],
  origins: [{ id: 'o-1', documents: [ids.harbour, ids.meridian], statements: ['s-09', 's-10', 's-12', 's-13'], reason: 'one agency report' }],
  ledger: [
    { id: 'l-1', incident: 'i-shooting', measure: 'killed', rows: killed, rules: {
      ucdp: { values: { best: 19, low: 17, high: 22 }, figures: ['f-08', 'f-02', 'f-03'] },
      acled: { values: { fatalities: 10 }, figures: ['f-05'] },
      airwars: { values: { min: 10, max: 22 }, figures: ['f-05', 'f-03'] },
      median: { values: { median: 19 }, figures: ['f-08'] },
      official_only: { values: { value: 4 }, figures: ['f-07'] } } },
    { id: 'l-2', incident: 'i-shooting', measure: 'wounded', rows: ['f-06'], rules: { median: { values: null, figures: [] } } },
  ],
  timeline: [
    { time: time('2019-03-14/2019-03-15', 'text', 'within'), incident: 'i-shooting', text: 'Shooting at the gate of the terminal', statements: ['s-01', 's-04', 's-06'], track: 'events' },
    { time: time('2019-03-14T23:50'), incident: 'i-shooting', text: 'Police are shooting at the strike picket from the rail side', statements: ['s-01'], track: 'statements' },
    { time: time('2019-03-15'), incident: 'i-fire', text: 'The silo burns', statements: ['s-08', 's-09', 's-11'], track: 'events' },
    { time: time('2019-03-15'), incident: 'i-fire', text: 'Police had started the fire; 22 people were dead', statements: ['s-12', 's-13'], track: 'statements' },
    { time: time('2019-03-16'), incident: 'i-shooting', text: 'Nine officers fell', statements: ['s-05'], track: 'statements' },
    { time: time('2019-03-16'), incident: 'i-shooting', text: 'Four officers, not nine', statements: ['s-16'], track: 'statements' },
    { time: time('2019-05/2020-12'), text: 'The commission hears 212 people', statements: [], track: 'events' },
    { time: time('2020-11-03'), incident: 'i-shooting', text: 'Live rounds were fired, contrary to orders', statements: ['s-17'], track: 'statements' },
    { time: time('2021-02-09'), incident: 'i-shooting', text: 'The commission publishes its findings', statements: ['s-19', 's-20', 's-21'], track: 'statements' },
    { incident: 'i-fire', text: 'Samples from the silo are spoiled', statements: ['s-22'], track: 'events' },
  ],
  grades: [], decisions: [],
};

writeFileSync(new URL('dossier.json', import.meta.url), `${JSON.stringify(dossier, null, 1)}\n`);
