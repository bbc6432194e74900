/** What a text looks like when it looks like something that could point at a person. */
export type IdentifierShape =
  'SSN' | 'phone number' | 'e-mail address' | 'street address' | 'coordinates' | 'person name' | 'free text';

const STREET = 'st|street|ave|avenue|rd|road|blvd|boulevard|dr|drive|ln|lane|ct|court|way|pl|place|hwy|highway';
const FREE_TEXT_CHARACTERS = 100;

const valueShapes: readonly { readonly shape: IdentifierShape; readonly pattern: RegExp }[] = [
  { shape: 'SSN', pattern: /^\d{3}-\d{2}-\d{4}$/ },
  { shape: 'e-mail address', pattern: /[^\s@]@[^\s@]+\.[a-z]{2,}/i },
  { shape: 'phone number', pattern: /^(\+?1[ .-]?)?(\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]?\d{4}$/ },
  { shape: 'coordinates', pattern: /^\(?-?\d{1,3}\.\d{4,}(, ?-?\d{1,3}\.\d{4,}\)?)?$/ },
  { shape: 'street address', pattern: new RegExp(`^\\d+\\w? ([a-z0-9]+\\.? ){1,4}(${STREET})\\b`, 'i') },
  { shape: 'person name', pattern: /^[A-Z][a-z]+, [A-Z][a-z]+( [A-Z]\.?)?$/ },
];

/** Which identifier a value looks like, or null. */
export function identifierShapeOf(value: string): IdentifierShape | null {
  const text = value.trim();
  if (text.length > FREE_TEXT_CHARACTERS) return 'free text';
  return valueShapes.find(({ pattern }) => pattern.test(text))?.shape ?? null;
}

const nameShapes: readonly { readonly shape: string; readonly pattern: RegExp }[] = [
  { shape: 'SSN', pattern: /\b(ssn|social security)\b/ },
  { shape: 'phone number', pattern: /\b((tele)?phone|mobile|cell)( ?(number|no|num))?$/ },
  { shape: 'e-mail address', pattern: /\be ?mail\b/ },
  { shape: 'date of birth', pattern: /\b(dob|d o b|birth ?(date|day)?|born|yob)\b/ },
  { shape: 'street address', pattern: /\b(address|addr|street|hundred block|intersection|apt|apartment)\b/ },
  {
    shape: 'coordinates',
    pattern: /\b(lat|latitude|lon|lng|longitude|lat long|coordinates?|geocode|x coord|y coord)\b/,
  },
  {
    shape: 'person name',
    pattern:
      /\b(first|last|middle|full|sur|given|family|maiden|subject|client|person|patient|caller|victim|suspect|officer) ?name$|^(name|alias|aka)$/,
  },
  { shape: 'free text', pattern: /\b(narrative|notes?|comments?|remarks?|synopsis|free ?text)\b/ },
  {
    shape: 'personal number',
    pattern: /\b(mrn|medicaid|licen[cs]e|dl|passport|badge|officer id|client id|person id)\b/,
  },
];

/** Which identifier a column's name announces, or null. */
export function identifierNameOf(columnName: string): string | null {
  const words = columnName
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return nameShapes.find(({ pattern }) => pattern.test(words))?.shape ?? null;
}
