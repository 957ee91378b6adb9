import { extentOf, groupText, largestOf, ruleRows, valueText, writtenText } from '$src/model/figures';
import type { Figure } from '$src/model/dossier';

const figure = (more: Partial<Figure>): Figure => ({ id: 'f', ...more });

describe('a value', () => {
  it.each<[Partial<Figure>, string]>([
    [{ min: 120, max: null }, 'at least 120'],
    [{ min: null, max: 200 }, 'up to 200'],
    [{ min: null, max: 1000, approximate: true }, 'nearly 1,000'],
    [{ min: 40, max: 40, approximate: true }, 'about 40'],
    [{ min: 40, max: 40 }, '40'],
    [{ min: 0, max: 0 }, '0'],
    [{ min: 10, max: 20 }, '10–20'],
    [{ min: 24, max: null, approximate: true }, 'about 24 or more'],
    [{ min: null, max: null, alternatives: [5, 14] }, '5 or 14'],
    [{ word: 'dozens' }, '“dozens”'],
    [{}, 'no number given'],
  ])('%j reads %s', (more, text) => {
    expect(valueText(figure(more))).toBe(text);
  });

  it('comes with the words of the report when they say more', () => {
    expect(writtenText(figure({ min: 24, max: null, word: 'dozens' }))).toBe('dozens');
    expect(writtenText(figure({ min: 40, max: 40, span: { begin: 0, end: 2, text: '40' } }))).toBe('');
    expect(writtenText(figure({ min: 40, max: 40 }))).toBe('');
  });
});

it('says of whom a figure speaks', () => {
  expect(groupText(figure({ group: { text: 'people', civilian: 'civilian', women: 3, children: 1 } })))
    .toBe('people (civilian) of them 3 women, 1 children');
  expect(groupText(figure({ group: { text: 'civilians', civilian: 'civilian' } }))).toBe('civilians');
  expect(groupText(figure({ group: { civilian: 'unknown' } }))).toBe('');
  expect(groupText(figure({}))).toBe('');
});

it('draws open ends to the rim and closed ones inside', () => {
  expect(extentOf(figure({ min: 55, max: 110 }), 110)).toEqual({ left: 45.5, right: 90.9, open: 'none' });
  expect(extentOf(figure({ min: 55, max: null }), 110)).toMatchObject({ right: 100, open: 'up' });
  expect(extentOf(figure({ min: null, max: 55 }), 110)).toMatchObject({ left: 0, open: 'down' });
  expect(extentOf(figure({ alternatives: [11, 22] }), 110)).toMatchObject({ left: 9.1, right: 18.2 });
  expect(extentOf(figure({}), 110)).toBeUndefined();
  expect(extentOf(figure({ min: 0, max: 0 }), 0)).toBeUndefined();
  expect(largestOf([figure({ min: 3, max: null }), figure({ alternatives: [5, 14] })])).toBe(14);
  expect(largestOf([])).toBe(0);
});

describe('rules', () => {
  it('carry their values in `values` or beside `figures`', () => {
    expect(ruleRows({ ucdp: { values: { best: 19, low: 17, high: 1200 }, figures: ['f-1'] } })).toEqual([
      { key: 'ucdp', name: 'UCDP style: best, low, high', figures: ['f-1'],
        values: [{ label: 'best', text: '19' }, { label: 'low', text: '17' }, { label: 'high', text: '1,200' }] }]);
    expect(ruleRows({ airwars: { min: 10, max: 22, figures: [] } })[0]?.values).toEqual(
      [{ label: 'min', text: '10' }, { label: 'max', text: '22' }]);
    expect(ruleRows({ median: { values: 19 } })[0]?.values).toEqual([{ label: '', text: '19' }]);
    expect(ruleRows({ median: { values: [10, 22] } })[0]?.values).toEqual([{ label: '', text: '10–22' }]);
  });

  it('that give nothing say nothing', () => {
    expect(ruleRows({ median: { values: null, figures: [] } })[0]?.values).toEqual([]);
    expect(ruleRows({ median: null })[0]?.values).toEqual([]);
    expect(ruleRows({ ucdp: { best: null } })[0]?.values).toEqual([]);
    expect(ruleRows(undefined)).toEqual([]);
  });
});
