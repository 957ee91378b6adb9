import { dayKey, edtfText, stretchText, timeKey, timeText } from '$src/model/edtf';

it.each([
  ['2011-06-06', '6 June 2011'],
  ['2011-06', 'June 2011'],
  ['2011', '2011'],
  ['201X', 'the 2010s'],
  ['19XX', 'the 1900s'],
  ['2011-06-XX', 'June 2011'],
  ['2011-22', 'summer 2011'],
  ['2011-06-05~', 'about 5 June 2011'],
  ['2011-06-05?', '5 June 2011 (uncertain)'],
  ['2011-06-05%', 'about 5 June 2011 (uncertain)'],
  ['2011-06-06T16:00', '6 June 2011 16:00'],
  ['2011-06-06T16:00:00Z', '6 June 2011 16:00 UTC'],
  ['2011-06-06T16:00+03:00', '6 June 2011 16:00 UTC+03:00'],
  ['2011-06-04/2011-06-12', '4–12 June 2011'],
  ['2011-05-30/2011-06-02', '30 May – 2 June 2011'],
  ['2010-12-30/2011-01-02', '30 December 2010 – 2 January 2011'],
  ['2011-05/2011-06', 'May–June 2011'],
  ['2011-06-04/2011-06-04', '4 June 2011'],
  ['2010/2011', '2010 – 2011'],
  ['../2011-06-06', 'until 6 June 2011'],
  ['/2011-06-06', 'until 6 June 2011'],
  ['2011-06-06/..', 'from 6 June 2011'],
  ['2011-06-04~/2011-06-12', 'about 4 June 2011 – 12 June 2011'],
  ['Monday', 'Monday'],
  ['2011-13-40', '2011-13-40'],
])('%s reads %s', (edtf, text) => {
  expect(edtfText(edtf)).toBe(text);
});

describe('a time', () => {
  it('within an interval is told apart from one that fills it', () => {
    expect(timeText({ edtf: '2011-06-04/2011-06-12', extent: 'within' })).toBe('sometime 4–12 June 2011');
    expect(timeText({ edtf: '2011-06-04/2011-06-12', extent: 'throughout' })).toBe('4–12 June 2011');
    expect(timeText({ edtf: '2011-06-06', extent: 'within' })).toBe('6 June 2011');
  });

  it('that is unknown is no text', () => {
    for (const time of [undefined, null, {}, { edtf: '' }, '']) expect(timeText(time)).toBe('');
  });

  it('sorts by its start, open starts by their end, unknown last', () => {
    const times = [undefined, '2011-06-06', '../2011-06-05', '2011-06-04/2011-06-12', '2011-06-06T16:00', '2011', '2011-06-05~'];
    expect([...times].sort((a, b) => (timeKey(a) < timeKey(b) ? -1 : 1))).toEqual(
      ['2011', '2011-06-04/2011-06-12', '../2011-06-05', '2011-06-05~', '2011-06-06', '2011-06-06T16:00', undefined]);
  });

  it('belongs to a day', () => {
    expect(dayKey('2011-06-06T16:00')).toBe('2011-06-06');
    expect(dayKey('2011-06-04/2011-06-12')).toBe('2011-06-04');
  });
});

it('says a stretch between two times shortly', () => {
  expect(stretchText('2011-06-04', '2011-06-06')).toBe('4–6 June 2011');
  expect(stretchText({ edtf: '2011-06-04' }, { edtf: '2011-06-04' })).toBe('4 June 2011');
  expect(stretchText('2011-06-04/2011-06-05', '2011-06-07')).toBe('4–5 June 2011 to 7 June 2011');
  expect(stretchText(undefined, '2011-06-07')).toBe('7 June 2011');
  expect(stretchText(undefined, undefined)).toBe('');
});
