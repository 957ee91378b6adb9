// What a card shows of a saying: the speaker's own words.

import { statementText } from '$src/model/index';
import type { Statement } from '$src/model/dossier';

const tag = (text: string) => ({ text }) as never;

function saying(text: string, inserted: string, source?: string): Statement {
  return { span: tag(text), inserted: [tag(inserted)], source: source ? tag(source) : undefined } as never;
}

describe('the words of a statement', () => {
  it('have dots for the cue between two pieces', () => {
    expect(statementText(saying('The hull was thin," he said. "We knew.', 'he said', 'he')))
      .toBe('The hull was thin … We knew.');
  });

  it('keep words in brackets', () => {
    expect(statementText(saying('They [the guards] fired', '[the guards]', 'she'))).toBe('They [the guards] fired');
  });

  it('keep a cue that nobody speaks by', () => {
    expect(statementText(saying('Six men are believed to have fled', 'are believed')))
      .toBe('Six men are believed to have fled');
  });
});
