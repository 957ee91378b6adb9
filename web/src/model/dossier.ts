// dossier.json, version 1, as docs/dossier-format.md gives it. Absent = unknown, so nearly every field is
// optional: the type checker then makes every reader say what it shows when a value is not there.
// Offsets count Unicode code points (spans.ts converts); unknown keys are ignored.

export interface Span { document?: string; begin: number; end: number; text?: string }

export interface Time { edtf?: string; basis?: string; extent?: 'throughout' | 'within'; evidence?: Span[] }

export type VoiceKind =
  | 'official' | 'armed_group' | 'opposition' | 'activist' | 'witness' | 'defector'
  | 'analyst' | 'foreign_official' | 'igo' | 'media' | 'reference' | 'unknown';

export interface Dossier {
  schema?: string;
  title?: string;
  tool?: { name?: string; version?: string; models?: Pinned[]; packs?: Pinned[]; options?: Record<string, unknown> };
  documents: Document[];
  voices: Voice[];
  entities: Entity[];
  places: Place[];
  statements: Statement[];
  utterances: Utterance[];
  exhibits: Exhibit[];
  events: Event[];
  incidents: Incident[];
  figures: Figure[];
  claims: Claim[];
  questions: Question[];
  accounts: Account[];
  relations: Relation[];
  derivations: Derivation[];
  origins: Origin[];
  ledger: LedgerEntry[];
  timeline: TimelineEntry[];
  grades: Grade[];
  decisions: Decision[];
}

export interface Pinned { name?: string; sha256?: string }

export interface Document {
  id: string;
  name?: string;
  sha256?: string;
  media_type?: string;
  bytes?: number;
  language?: string;
  said_language?: string;
  translated_by?: string;
  genre?: string;
  title?: string;
  publisher?: string;
  host?: string;
  authors?: string[];
  credit?: string;
  url?: string;
  published?: Time;
  updated?: Time;
  retrieved?: Time;
  text?: string;
  map?: { begin?: number; end?: number; byte_begin?: number; byte_end?: number; exact?: boolean }[];
  sections?: { label?: string; role?: string; begin?: number; end?: number }[];
  dropped?: { id?: string; reason?: string; text?: string; byte_begin?: number; byte_end?: number }[];
  caveats?: Span[];
  error?: { code?: string; message?: string; remedy?: string };
}

export interface Voice {
  id: string;
  name?: string;
  kind?: VoiceKind;
  identity?: 'named' | 'pseudonym' | 'unnamed' | 'collective' | 'institution';
  description?: string;
  entity?: string;
  language?: string;
  roles?: { text?: string; kind?: string; time?: Time; evidence?: Span[] }[];
  alignment?: { value?: string; evidence?: Span[] };
  min_people?: number;
  distinct_from?: string[];
  protected?: boolean;
  by?: string;
}

export interface Entity {
  id: string;
  type?: string;
  name?: string;
  names?: { text?: string; script?: string; language?: string; count?: number; documents?: string[] }[];
  sectors?: string[];
  place?: string;
  ids?: Record<string, string | number>;
  merged?: { a?: string; b?: string; reason?: string; score?: number }[];
  may_be?: { entity?: string; according_to?: string; reason?: string }[];
  flags?: { code?: string; message?: string; evidence?: Span[] }[];
}

export interface Place {
  id: string;
  entity?: string;
  name?: string;
  names?: { text?: string; script?: string }[];
  lat?: number;
  lon?: number;
  radius_km?: number;
  where_prec?: number;
  admin1?: string;
  country?: string;
}

export type Stance = 'asserts' | 'denies' | 'doubts' | 'supports';

export interface Statement {
  id: string;
  document?: string;
  span?: Span;
  sentence?: Span;
  speech?: 'direct' | 'indirect' | 'mixed' | 'narration' | 'tabular';
  inserted?: Span[];
  elided?: boolean;
  cue?: Span;
  source?: Span;
  chain?: string[];
  joint_with?: string[];
  addressee?: string;
  credit?: string;
  act?: string;
  certainty?: 'certain' | 'probable' | 'possible' | 'unknown';
  polarity?: 'positive' | 'negative';
  basis?: string;
  time?: Time;
  said?: Time;
  place?: string;
  events?: string[];
  figures?: string[];
  exhibits?: string[];
  citations?: string[];
  utterance?: string;
  claims?: { claim?: string; stance?: Stance }[];
  by?: string;
}

export interface Utterance {
  id: string;
  voice?: string;
  said?: Time;
  statements?: string[];
  variants?: { statement?: string; omitted?: string; added?: string }[];
  reason?: string;
}

export interface Exhibit {
  id: string;
  kind?: string;
  published_by?: string;
  publisher?: string;
  dated?: Time | string;
  mentions?: Span[];
  shows?: Span[];
  statements?: string[];
  challenged_by?: string[];
  may_be?: { exhibit?: string; reason?: string }[];
  reason?: string;
}

export interface Event {
  id: string;
  statement?: string;
  incident?: string;
  type?: string;
  mode?: string;
  negated?: boolean;
  modality?: string;
  time?: Time;
  place?: string;
}

export interface Incident {
  id: string;
  title?: string;
  time?: Time;
  place?: string;
  part_of?: string;
  role?: 'focal' | 'background' | 'comparison';
  events?: string[];
  reason?: string;
}

export interface Figure {
  id: string;
  document?: string;
  statement?: string;
  incident?: string;
  span?: Span;
  min?: number | null;
  max?: number | null;
  alternatives?: number[];
  approximate?: boolean;
  word?: string;
  unit?: string;
  measure?: string;
  status?: 'confirmed' | 'estimate' | 'projection' | 'unstated';
  group?: {
    text?: string; entity?: string; side?: string; civilian?: string;
    women?: number; men?: number; children?: number;
  };
  claimant?: string;
  as_of?: Time;
  period?: Time;
  place?: string;
  scope?: 'incident' | 'cumulative' | 'unknown';
  part_of?: string;
  superseded_by?: string;
  emended?: { read_as?: string; reason?: string };
}

export interface Claim { id: string; text?: string; question?: string }

export interface Position {
  id: string;
  claim?: string;
  stance?: 'asserts' | 'denies';
  statements?: string[];
  voices?: string[];
  kinds?: Record<string, number>;
  relay_kinds?: Record<string, number>;
  origins?: { min?: number; max?: number };
  first?: Time | string;
  last?: Time | string;
}

export type QuestionStatus = 'agreed' | 'disputed' | 'single_origin' | 'revised' | 'open';

export interface Question {
  id: string;
  text?: string;
  incident?: string;
  kind?: string;
  status?: QuestionStatus;
  cause?: string;
  noted_by?: string[];
  positions?: Position[];
  silent?: string[];
}

export interface Account {
  id: string;
  label?: string;
  voices?: string[];
  positions?: { question?: string; claim?: string; first?: Time | string; last?: Time | string }[];
}

export interface Relation {
  id: string;
  from?: string;
  to?: string;
  to_claim?: string;
  to_exhibit?: string;
  type?: string;
  reason?: string;
  score?: number;
}

export interface Derivation {
  id: string;
  from?: string;
  to?: string;
  type?: 'copy' | 'excerpt' | 'rewrite' | 'cites' | 'wire';
  coverage?: number;
  spans?: { from?: Span; to?: Span }[];
  omits?: string[];
  reason?: string;
}

export interface Origin { id: string; documents?: string[]; statements?: string[]; reason?: string }

export interface LedgerEntry {
  id: string;
  incident?: string;
  measure?: string;
  rows?: string[];
  rules?: Record<string, unknown>;
}

export interface TimelineEntry {
  time?: Time | string;
  incident?: string;
  text?: string;
  statements?: string[];
  track?: 'events' | 'statements';
}

export interface Grade { id: string; question?: string; scheme?: string; value?: string; rule?: string; by?: string }

export interface Decision {
  target?: string; action?: string; before?: string; after?: string; by?: string; at?: string; note?: string;
  state?: 'applied' | 'orphaned';
}
