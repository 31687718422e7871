// From places in bytes of UTF-8, as the service counts, to places in UTF-16 units, as the editor does.

// The text as it goes over the wire: half a surrogate pair cannot, and becomes U+FFFD. As long as before.
export const wellFormed = (text) =>
  text.replace(/[\ud800-\udbff][\udc00-\udfff]|[\ud800-\udfff]/g, (found) => (found.length === 2 ? found : '\ufffd'));

// A function from a byte of `text` to its unit. A byte inside a character leads to its beginning, one
// behind the end to the end.
export function unitOf(text) {
  const units = [];  // of each byte
  for (let unit = 0; unit < text.length;) {
    const point = text.codePointAt(unit);
    const bytes = point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
    for (let i = 0; i < bytes; ++i) units.push(unit);
    unit += point > 0xffff ? 2 : 1;
  }
  return (byte) => (byte < units.length ? units[byte] : text.length);
}

// A function from a unit of `text` to its byte: the other way.
export function byteOf(text) {
  const encoder = new TextEncoder();
  return (unit) => encoder.encode(text.slice(0, unit)).length;
}
