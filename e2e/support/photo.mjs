// A photo as a phone makes it: a JPEG that the browser draws, with who took it where beside its points.

const camera = 'Kamera Ane Novak';

const short = (n) => Buffer.from([n >> 8, n & 255]);
const long = (n) => { const bytes = Buffer.alloc(4); bytes.writeUInt32BE(n); return bytes; };
const tag = (tag, kind, count, value) => Buffer.concat([short(tag), short(kind), long(count), value]);

// Header, three tags, the owner, and the list of the place: north, 46° 3' 25.17''.
function hidden() {
  const owner = 8 + 42;
  const place = owner + camera.length;
  const numbers = place + 2 + 24 + 4;
  return Buffer.concat([
    Buffer.from('MM\0*', 'latin1'), long(8), short(3),
    tag(0x0112, 3, 1, Buffer.from([0, 1, 0, 0])),
    tag(0x013b, 2, camera.length, long(owner)),
    tag(0x8825, 4, 1, long(place)), long(0),
    Buffer.from(camera, 'latin1'),
    short(2), tag(1, 2, 2, Buffer.from('N\0\0\0', 'latin1')), tag(2, 5, 3, long(numbers)), long(0),
    ...[[46, 1], [3, 1], [2517, 100]].flatMap(([n, of]) => [long(n), long(of)]),
  ]);
}

/** A JPEG of this size with hidden data, drawn on a page. */
export async function photo(page, { width = 1200, height = 900, hue = 200 } = {}) {
  const drawn = await page.evaluate(([width, height, hue]) => {
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const to = canvas.getContext('2d');
    for (let n = 0; n < 12; n++) {
      to.fillStyle = `hsl(${hue + 12 * n} 55% ${25 + 5 * n}%)`;
      to.fillRect((n * width) / 12, 0, width / 12 + 1, height);
    }
    to.fillStyle = '#fff';
    to.fillRect(width / 4, height / 3, width / 2, height / 3);
    return canvas.toDataURL('image/jpeg', 0.9);
  }, [width, height, hue]);
  const jpeg = Buffer.from(drawn.split(',')[1], 'base64');
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), hidden()]);
  const marked = Buffer.concat([Buffer.from([0xff, 0xe1]), short(body.length + 2), body]);
  return Buffer.concat([jpeg.subarray(0, 2), marked, jpeg.subarray(2)]);
}

/** What of it must not be found in anything that is kept. */
export const traces = [camera, 'Exif', Buffer.from(hidden().subarray(-24))];
