// Another figure in the place of one: a digit or two neighbours exchanged, another word, day, month’s day or year.
const WORDS =
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety'.split(
    ' ',
  );
const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const YEARS_OFF = [-20, -10, -3, -2, -1, 1, 2, 3, 10];
const DAYS_OFF = [1, 2, 3, 7, 9, 10];
const TRANSPOSED = 0.4;

/** What a hand that slips may write for the figure; `undefined` where nothing is known. */
export function otherFigure({ kind, text, date }, random) {
  const pick = (items) => items[Math.floor(random() * items.length)];
  if (kind === 'weekday') return pick(WEEKDAYS.filter((day) => day !== text));
  const digits = /\d+(?:[.,]\d+)*/.exec(text)?.[0];
  if (kind === 'year') {
    const isTransposed = random() < TRANSPOSED && text[2] !== text[3];
    return isTransposed ? text.slice(0, 2) + text[3] + text[2] : String(Number(text) + pick(YEARS_OFF));
  }
  if (kind === 'day') {
    const day = date.day && digits ? ((date.day + pick(DAYS_OFF) - 1) % 28) + 1 : undefined;
    return day && text.replace(/\d+/, String(day));
  }
  if (digits) return text.replace(digits, otherDigits(digits, pick, random));
  const word = text.split(/[\s-]/).find((one) => WORDS.includes(one.toLowerCase()));
  const other = word && pick(WORDS.filter((one) => one !== word.toLowerCase()));
  return other && text.replace(word, /^\p{Lu}/u.test(word) ? other[0].toUpperCase() + other.slice(1) : other);
}

/** Noughts at the end stay: without them a number is less exact, not another. */
function otherDigits(digits, pick, random) {
  const end = Math.max(1, digits.length - (/[0,.]*$/.exec(digits)?.[0].length ?? 0));
  const places = [...digits.slice(0, end)].flatMap((digit, at) => (/\d/.test(digit) ? [at] : []));
  const pairs = places.slice(1).flatMap((at, before) => {
    const [first, second] = [digits[places[before]], digits[at]];
    return first === second || (before === 0 && second === '0') ? [] : [[places[before], at]];
  });
  const pair = random() < TRANSPOSED ? pick(pairs) : undefined;
  const put = [...digits];
  if (pair) [put[pair[0]], put[pair[1]]] = [digits[pair[1]], digits[pair[0]]];
  else {
    const at = pick(places);
    put[at] = pick([...'123456789'].filter((digit) => digit !== digits[at]));
  }
  return put.join('');
}
