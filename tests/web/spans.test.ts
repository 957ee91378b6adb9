import { bytesOf, cutRuns, isSpan, type Mark, sliceCodePoints, codePointLength, spanHolds, toUnits, windowAround } from '$src/model/spans';

const siren = '🚨 Police said “stop”. 🙏 Then 𝒳 left.'; // three characters outside the basic plane

describe('offsets in code points', () => {
  it('are UTF-16 units where the text has no astral character', () => {
    expect(toUnits('plain text', [0, 5, 10])).toEqual([0, 5, 10]);
    expect(toUnits('نص عربي', [3])).toEqual([3]);
  });

  it('count an emoji once', () => {
    expect(sliceCodePoints(siren, 2, 8)).toBe('Police');
    expect(sliceCodePoints(siren, 0, 1)).toBe('🚨');
    expect(sliceCodePoints(siren, 22, 23)).toBe('🙏');
    expect(sliceCodePoints(siren, 29, 30)).toBe('𝒳');
  });

  it('count a combining mark and a joiner each for itself', () => {
    const family = 'a\u0301 👩‍👧 b';
    expect(codePointLength(family)).toBe(8);
    expect(sliceCodePoints(family, 7, 8)).toBe('b');
  });

  it('are answered in the order asked, whatever that order is', () => {
    expect(toUnits('🚨🚨ab', [4, 0, 2, 1])).toEqual([6, 0, 4, 2]);
  });

  it('beyond the text mean its end, below zero its start', () => {
    expect(toUnits('🚨a', [99, -3, Number.NaN])).toEqual([3, 0, 0]);
  });

  it('take a lone surrogate for one character', () => {
    expect(sliceCodePoints('\ud83dx🚨y', 1, 2)).toBe('x');
    expect(sliceCodePoints('\ud83dx🚨y', 3, 4)).toBe('y');
  });
});

describe('a span', () => {
  it('holds only where the document has its words', () => {
    expect(spanHolds(siren, { begin: 2, end: 8, text: 'Police' })).toBe(true);
    expect(spanHolds(siren, { begin: 3, end: 9, text: 'Police' })).toBe(false);
    expect(spanHolds(siren, { begin: 2, end: 8 })).toBe(true);
  });

  it('must have two offsets and words between them', () => {
    expect(isSpan({ begin: 1, end: 4 })).toBe(true);
    expect(isSpan({ begin: 4, end: 4 })).toBe(false);
    expect(isSpan({ begin: 4 })).toBe(false);
    expect(isSpan('words')).toBe(false);
    expect(isSpan(null)).toBe(false);
  });
});

describe('runs', () => {
  const marks: Mark[] = [
    { begin: 2, end: 21, kind: 'sentence' }, { begin: 2, end: 8, kind: 'source' },
    { begin: 9, end: 13, kind: 'cue' }, { begin: 15, end: 19, kind: 'content' },
  ];

  it('put together are the text', () => {
    expect(cutRuns(siren, marks).map((run) => run.text).join('')).toBe(siren);
  });

  it('carry every mark they lie under', () => {
    const runs = cutRuns(siren, marks);
    expect(runs.find((run) => run.text === 'Police')?.kinds).toEqual(['sentence', 'source']);
    expect(runs.find((run) => run.text === 'stop')?.kinds).toEqual(['sentence', 'content']);
    expect(runs.at(-1)?.kinds).toEqual([]);
  });

  it('may show a part, with marks that reach over its borders', () => {
    const runs = cutRuns(siren, [{ begin: 0, end: 5, kind: 'content' }], 2, 8);
    expect(runs.map((run) => [run.text, run.kinds])).toEqual([['Pol', ['content']], ['ice', []]]);
  });

  it('of an empty text are none', () => {
    expect(cutRuns('', [{ begin: 0, end: 3, kind: 'content' }])).toEqual([]);
  });
});

it('shows short documents whole and long ones around the place', () => {
  expect(windowAround(900, 100, 200)).toEqual({ begin: 0, end: 900 });
  expect(windowAround(1_000_000, 500_000, 500_100)).toEqual({ begin: 494_000, end: 506_100 });
});

describe('bytes of the file', () => {
  const document = { id: 'd', text: '🚨 né\n& x', map: [
    { begin: 0, end: 4, byte_begin: 10, byte_end: 18, exact: true },
    { begin: 5, end: 6, byte_begin: 30, byte_end: 35, exact: false },
    { begin: 6, end: 8, byte_begin: 35, byte_end: 37, exact: true },
  ] };

  it('are counted in UTF-8 inside an exact run', () => {
    expect(bytesOf(document, { begin: 2, end: 4 })).toEqual({ begin: 15, end: 18, exact: true });
  });

  it('are the borders of a run that was decoded', () => {
    expect(bytesOf(document, { begin: 5, end: 8 })).toEqual({ begin: 30, end: 37, exact: false });
  });

  it('are not guessed where the map says nothing', () => {
    expect(bytesOf(document, { begin: 4, end: 6 })).toBeUndefined();
    expect(bytesOf({ id: 'd', text: 'x' }, { begin: 0, end: 1 })).toBeUndefined();
  });
});
