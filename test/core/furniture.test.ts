import assert from 'node:assert/strict';
import { furnitureIn } from '../../server/src/core/furniture.js';

function greyed(text: string): string[] {
  return furnitureIn({ text }).map(({ start, end }) => text.slice(start, end));
}

describe('furniture of web pages', () => {
  it('is known by the words that pages everywhere use', () => {
    const lines = [
      '3 Comments',
      'No comments yet',
      'Leave a comment',
      'Log in to reply',
      'Facebook | Twitter | Email',
      'Share on WhatsApp',
      'Email this article',
      'We use cookies to make this site better.',
      'Sign up for our morning newsletter',
      'Read more: The ferry that never came',
      'Continue reading the main story',
      'Please log in to comment.',
      'Please register or sign in to continue reading',
      '© 2024 The Kolvik Herald. All rights reserved.',
      'Copyright 2024 Kolvik Herald',
      'Privacy Policy | Terms of Use',
      'All rights reserved.',
      'Solveig Brandt with Karl Lund 10am - 1pm',
      '## Related stories',
    ];
    assert.deepEqual(
      lines.filter((line) => greyed(line)[0] !== line),
      [],
    );
  });

  it('is no heading, no sentence and no entry of a diary', () => {
    const lines = [
      'No comment.',
      'X',
      'Home',
      '# Search',
      'Menu',
      'Advertising',
      'Print',
      'Terms and Conditions',
      'Contact us',
      'Copyright law is a mess, the minister said.',
      'Continue reading aloud, said the teacher.',
      'See also: Brandt 1999, p. 12.',
      'Please register for the course by Monday.',
      'Please sign in to the book at the door.',
      'We use cookies in our recipe instead of crumbs.',
      'The harbour office is open 9am - 5pm',
      'Lunch 12pm - 1pm',
      'Email this to nobody, he wrote.',
      'Share prices fell on Monday.',
      'Menus were printed in gold.',
    ];
    assert.deepEqual(lines.flatMap(greyed), []);
  });

  it('is cut off where it is glued to a text, and the text goes on with a capital', () => {
    assert.deepEqual(greyed('Published: 2024-06-18 – The ferry left.'), ['Published: 2024-06-18 –']);
    assert.deepEqual(greyed('Advertisement The ferry left.'), ['Advertisement']);
    assert.deepEqual(greyed('Advertisement revenue fell. Date 2024-06-18 was chosen.'), []);
    assert.deepEqual(greyed('Date 2024-06-18 was chosen by lot.'), []);
  });
});
