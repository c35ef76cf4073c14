import { describe, expect, it } from 'vitest';
import { formatOf } from '../../../../shared/domain/platform/company/logo-content.ts';
import { requireReadable } from '../../../../shared/domain/platform/company/paper.ts';

const svg = (inside: string) => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>`);

/** The head of a PNG of these sides; nothing after it is looked at. */
function png(width: number, height: number): Buffer {
  const head = Buffer.alloc(24);
  head.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  return head;
}

/** A JPEG of these sides: a segment of 4 bytes, then the frame's header. */
function jpeg(width: number, height: number): Buffer {
  const bytes = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, 0xff, 0xc0, 0, 17, 8, 0, 0, 0, 0, 3]);
  bytes.writeUInt16BE(height, 13);
  bytes.writeUInt16BE(width, 15);
  return bytes;
}

describe('what a logo holds', () => {
  it('is told by its bytes', () => {
    expect(formatOf(png(300, 100))).toBe('png');
    expect(formatOf(jpeg(300, 100))).toBe('jpg');
    expect(formatOf(svg('<path d="M0 0h9v9z" fill="url(#g)"/><use href="#a"/><image href="data:image/png;base64,AA=="/>'))).toBe('svg');
    expect(formatOf(Buffer.concat([Buffer.from('\ufeff<?xml version="1.0"?>\n<!-- Inkscape -->\n'), svg('')]))).toBe('svg');
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'empty'],
    ['a web page', Buffer.from('<html><svg></svg></html>'), 'no PNG'],
    ['a PDF', Buffer.from('%PDF-1.7'), 'no PNG'],
    ['a PNG wider than 3,000', png(3001, 1), '3000 pixels'],
    ['a JPEG taller than 3,000', jpeg(1, 3001), '3000 pixels'],
    ['a JPEG that is cut short', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'no PNG'],
    ['an SVG with a script', svg('<script>1</script>'), 'scripts'],
    ['an SVG that does something', svg('<path onclick = "x()"/>'), 'scripts'],
    ['an SVG that links', svg('<a href="https://example.com"/>'), 'scripts'],
    ['an SVG that fetches', svg('<image xlink:href="file:///etc/passwd"/>'), 'scripts'],
    ['an SVG that fetches by its style', svg('<style>path{fill:url(https://example.com)}</style>'), 'scripts'],
    ['an SVG with entities', Buffer.concat([Buffer.from('<!DOCTYPE svg [<!ENTITY a "b">]>'), svg('')]), 'no PNG'],
  ])('is refused where it is %s', (_, bytes, why) => {
    expect(() => formatOf(bytes)).toThrow(why);
  });
});

describe('colours of printed documents', () => {
  it.each([[undefined], [{}], [{ accent: '#7a1f3d' }], [{ accent: '#767676', tint: '#ffffff' }]])('%j can be read', (style) => {
    expect(() => requireReadable(style)).not.toThrow();
  });

  it.each([
    [{ accent: '#777777', tint: '#ffffff' }, 'body.paper.accent', '4.4'],
    [{ accent: '#ffd400' }, 'body.paper.accent', '1.4'],
    [{ tint: '#333333' }, 'body.paper.tint', '1.3'],
    // The accent is dark enough for white, and too light for this ground.
    [{ accent: '#767676', tint: '#e0e0e0' }, 'body.paper.tint', '3.4'],
  ])('%j cannot', (style, field, ratio) => {
    expect(() => requireReadable(style)).toThrow(
      expect.objectContaining({ code: 'company.contrast', field, params: expect.objectContaining({ contrast: ratio }) }),
    );
  });
});
