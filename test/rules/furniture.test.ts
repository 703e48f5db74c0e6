import { checkFindings } from '../check.js';

describe('furniture of web pages', () => {
  it('is kept from every rule but its own, whatever is wrong with it', () => {
    const line =
      'Read more: counterfeit consciousness, the the goverment&nbsp;of Dr. K â€™ , 11, 000 in\u00adter\u00adnal ( wo n’t ) ferries,.';
    checkFindings(`[|${line}|]{web-furniture}\n\nThe ferry left at dawn.`);
  });

  it('is blanked where it is glued to a text', () => {
    checkFindings('[|Published: 2024-06-18 (the the News) –|]{web-furniture} The ferry left at dawn.');
  });

  it('has rules run over the words that only look like it', () => {
    checkFindings('Share prices fell for [|the the|]{repeated-word} third day.');
  });
});

describe('code in a Markdown text', () => {
  it('is kept from every rule', () => {
    checkFindings('-- a.md --\nThe ferry left.\n\n```\nrun the the ferry,.\n```\n\nUse `the the` and `,.` with care.');
  });
});
