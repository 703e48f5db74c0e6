import type { Quantity } from './quantities.js';

type Dimension = 'length' | 'area' | 'weight' | 'volume' | 'temperature' | 'time';

/** One unit in the unit of its dimension, by the nouns that `Quantity.noun` has; the two tons and the two gallons are taken alike. */
const MEASURES: Readonly<Record<string, readonly [Dimension, number]>> = {
  millimeters: ['length', 0.001],
  mm: ['length', 0.001],
  centimeters: ['length', 0.01],
  cm: ['length', 0.01],
  inches: ['length', 0.0254],
  feet: ['length', 0.3048],
  yards: ['length', 0.9144],
  meters: ['length', 1],
  m: ['length', 1],
  kilometers: ['length', 1000],
  miles: ['length', 1609],
  'square feet': ['area', 0.0929],
  'square yards': ['area', 0.836],
  'square meters': ['area', 1],
  acres: ['area', 4047],
  hectares: ['area', 10_000],
  'square kilometers': ['area', 1e6],
  'square miles': ['area', 2.59e6],
  grams: ['weight', 0.001],
  ounces: ['weight', 0.02835],
  pounds: ['weight', 0.4536],
  kilos: ['weight', 1],
  kilograms: ['weight', 1],
  kg: ['weight', 1],
  stone: ['weight', 6.35],
  tons: ['weight', 1000],
  tonnes: ['weight', 1000],
  liters: ['volume', 1],
  pints: ['volume', 0.52],
  gallons: ['volume', 4.1],
  degrees: ['temperature', 1],
  fahrenheit: ['temperature', 5 / 9],
  seconds: ['time', 1],
  minutes: ['time', 60],
  hours: ['time', 3600],
  days: ['time', 86_400],
  weeks: ['time', 604_800],
  months: ['time', 2_630_000],
  years: ['time', 31_557_000],
};
const SINGULAR: Readonly<Record<string, string>> = { inch: 'inches', foot: 'feet' };

function measureOf(noun = ''): readonly [Dimension, number] | undefined {
  return MEASURES[SINGULAR[noun] ?? noun] ?? MEASURES[`${noun}s`];
}

/** Whether it is a length, a weight, a time and the like, of a unit that can be converted. */
export function isMeasured({ noun }: Quantity): boolean {
  return measureOf(noun) !== undefined;
}

/** Whether the two are measured in different units that can be converted into each other: 212 km, 130 miles. */
export function areOfOneDimension(a: Quantity, b: Quantity): boolean {
  const [one, other] = [measureOf(a.noun), measureOf(b.noun)];
  return one !== undefined && one[0] === other?.[0] && one[1] !== other[1];
}

/** How much a number that was converted may be off, as a share of it; the same where it is called rough. */
const CONVERTED = 0.06;
const ROUGH = 0.15;
/** And of the larger unit: two days are 36 to 60 hours. */
const ROUNDED = 0.5;

/** Whether one of two quantities of one dimension may be the other, converted. */
export function mayBeConverted(a: Quantity, b: Quantity): boolean {
  const [one, other] = [inBase(a), inBase(b)];
  const share = a.isRough || b.isRough ? ROUGH : CONVERTED;
  const slack = share * Math.max(Math.abs(one.most), Math.abs(other.most)) + ROUNDED * oneOf(a, b);
  return one.least <= other.most + slack && other.least <= one.most + slack;
}

/** In the base unit of its dimension; without a measure the number itself. */
function inBase({ least, most, noun }: Quantity): { readonly least: number; readonly most: number } {
  const [dimension, factor] = measureOf(noun) ?? ['length', 1];
  const shift = dimension === 'temperature' && factor !== 1 ? 32 : 0;
  return { least: (least - shift) * factor, most: (most - shift) * factor };
}

function oneOf(a: Quantity, b: Quantity): number {
  return Math.max(measureOf(a.noun)?.[1] ?? 1, measureOf(b.noun)?.[1] ?? 1);
}
