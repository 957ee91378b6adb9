// The words on the page for the codes in a dossier. An unknown code is shown as written, without
// underscores, so that a newer dossier still reads.

import type { Position, Statement } from './dossier';

const kLabels: Record<string, Record<string, string>> = {
  kind: {
    official: 'official', armed_group: 'armed group', opposition: 'opposition', activist: 'activist',
    witness: 'witness', defector: 'defector', analyst: 'analyst', foreign_official: 'foreign official',
    igo: 'international body', media: 'media', reference: 'reference work', unknown: 'unknown voice',
  },
  status: {
    disputed: 'disputed', revised: 'revised over time', single_origin: 'single origin', open: 'open',
    agreed: 'no rival account',
  },
  cause: {
    dispute: 'genuine dispute', scope: 'different scope', as_of: 'different time of count',
    definition: 'different definition', relay: 'altered in relay', translation: 'translation',
    copy_error: 'copying error', source_error: 'error at the source',
  },
  act: {
    state: 'said', deny: 'denied', confirm: 'confirmed', disconfirm: 'contested', admit: 'admitted',
    retract: 'withdrew', doubt: 'doubted', accuse: 'accused', believe: 'believed',
    decline: 'would not say', predict: 'predicted', pledge: 'pledged', demand: 'demanded',
    threaten: 'threatened',
  },
  certainty: { probable: 'as probable', possible: 'as possible' },
  basis: {
    eyewitness: 'eyewitness', hearsay: 'hearsay', document: 'document', video: 'video', photo: 'photo',
    intercept: 'intercept', inference: 'inference', own_reporting: 'own reporting',
  },
  onBasis: {
    eyewitness: 'as an eyewitness', hearsay: 'from hearsay', document: 'from a document', video: 'from video',
    photo: 'from a photo', intercept: 'from an intercept', inference: 'by inference',
  },
  speech: {
    direct: 'direct quotation', indirect: 'reported speech', mixed: 'partly quoted',
    narration: 'the outlet’s own words', tabular: 'table',
  },
  stance: { asserts: 'asserts', denies: 'denies', doubts: 'doubts', supports: 'supports' },
  relation: {
    corroborates: 'agrees with', contradicts: 'conflicts with', denies: 'denies', confirms: 'confirms',
    disconfirms: 'contests', admits: 'admits', retracts: 'withdraws', revises: 'revises',
    doubts: 'doubts', supports: 'supports',
  },
  reversed: {
    corroborates: 'agreed with by', contradicts: 'in conflict with', denies: 'denied by',
    confirms: 'confirmed by', disconfirms: 'contested by', admits: 'admitted by',
    retracts: 'withdrawn by', revises: 'revised by', doubts: 'doubted by', supports: 'supported by',
  },
  derivation: {
    copy: 'copy of', excerpt: 'excerpt of', rewrite: 'rewritten from', cites: 'cites', wire: 'wire copy of',
  },
  timeBasis: {
    dossier: 'worked out with the other documents', text: 'stated in the text', metadata: 'stated in the file',
    dateline: 'stated in the dateline',
  },
  derivedBy: {
    copy: 'copied by', excerpt: 'excerpted by', rewrite: 'rewritten by', cites: 'cited by', wire: 'carried by',
  },
  identity: {
    named: 'named', pseudonym: 'pseudonym', unnamed: 'not named', collective: 'several people',
    institution: 'institution',
  },
};

export function label(group: keyof typeof kLabels | string, code: string | null | undefined): string {
  if (!code) return '';
  return kLabels[group]?.[code] ?? code.replace(/_/g, ' ');
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

// Acts other than plain saying are what a reader must not miss.
export function actText(statement: Statement): string {
  return statement.act && statement.act !== 'state' ? label('act', statement.act) : '';
}

// How sure the speaker sounds, not how sure anybody should be.
export function hedgeText(statement: Statement): string {
  return statement.certainty === 'probable' || statement.certainty === 'possible'
    ? label('certainty', statement.certainty) : '';
}

// What a position does with its claim, ahead of the claim's words: "Denied: There was a mutiny."
export function positionText(position: Position): string {
  return position.stance === 'denies' ? 'Denied' : 'Asserted';
}

// A description as short as it can stand beside a name: about twelve words, no clause behind them.
export function shortRole(description: string | undefined): string {
  const role = (description ?? '').split(/(?!^)(?:, said|,? said |,? who |,? which )/)[0] as string;
  const words = role.trim().split(/\s+/);
  return words.length > 12 ? `${words.slice(0, 12).join(' ')} …` : role.replace(/[,\s]+$/, '');
}

// "3 statements, 1 origin": articles that copy each other count once.
export function originText(position: Position): string {
  const count = position.statements?.length ?? 0;
  const statements = plural(count, 'statement');
  const { min, max } = position.origins ?? {};
  if (typeof min !== 'number' && typeof max !== 'number') return statements;
  const low = typeof min === 'number' ? min : (max as number);
  const high = typeof max === 'number' ? max : low;
  const origins = high === 0 ? 'no origin of its own' : low === high ? plural(low, 'origin') : `${low}–${high} origins`;
  return `${statements}, ${origins}`;
}

// A, B, … Z, AA, AB …
export function letterOf(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest >= 0 ? letterOf(rest) : '') + String.fromCharCode(65 + (index % 26));
}

export function shortHash(sha256: string): string {
  return sha256.length > 16 ? `${sha256.slice(0, 8)}…${sha256.slice(-6)}` : sha256;
}
