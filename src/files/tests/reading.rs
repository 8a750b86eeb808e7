//! What is kept of a file, and what is refused.

use image::{DynamicImage, ImageFormat, RgbaImage};
use proptest::prelude::*;

use super::{file, halves};
use crate::files::reading::{self, MOST_BYTES, Unreadable, logo};
use crate::testing::photo;

/// Words that a camera writes into a picture: who it belongs to.
const CAMERA: &[u8] = b"Kamera Ane Novak";
/// Degrees, minutes and seconds as a camera writes where a picture was taken: 46, 3 and 2517/100.
const PLACE: [u8; 24] = [0, 0, 0, 46, 0, 0, 0, 1, 0, 0, 0, 3, 0, 0, 0, 1, 0, 0, 9, 0xd5, 0, 0, 0, 100];

/// What a camera writes beside the points (TIFF, big end first): how it was held, its owner, and the place.
fn exif(held: u16) -> Vec<u8> {
    let short = |n: usize| u16::try_from(n).unwrap().to_be_bytes();
    let long = |n: usize| u32::try_from(n).unwrap().to_be_bytes();
    let tag = |tag: u16, kind: usize, count: usize, value: [u8; 4]| {
        [&tag.to_be_bytes()[..], &short(kind), &long(count), &value].concat()
    };
    // Header 8, three tags 2 + 36 + 4, then the owner, then the place's own list with its numbers.
    let owner_at = 8 + 42;
    let gps_at = owner_at + CAMERA.len();
    let numbers_at = gps_at + 2 + 24 + 4;
    let [high, low] = held.to_be_bytes();
    [
        b"MM\0\x2a".to_vec(),
        long(8).to_vec(),
        short(3).to_vec(),
        tag(0x0112, 3, 1, [high, low, 0, 0]),
        tag(0x013b, 2, CAMERA.len(), long(owner_at)),
        tag(0x8825, 4, 1, long(gps_at)),
        long(0).to_vec(),
        CAMERA.to_vec(),
        short(2).to_vec(),
        tag(1, 2, 2, *b"N\0\0\0"),
        tag(2, 5, 3, long(numbers_at)),
        long(0).to_vec(),
        PLACE.to_vec(),
    ]
    .concat()
}

/// A segment with it, put behind the first mark of a JPEG.
fn jpeg_with(jpeg: &[u8], held: u16) -> Vec<u8> {
    let body = [b"Exif\0\0".to_vec(), exif(held)].concat();
    let length = u16::try_from(body.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], b"\xff\xe1", &length, &body, &jpeg[2..]].concat()
}

fn crc(bytes: &[u8]) -> u32 {
    let step = |crc: u32, _| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 };
    !bytes.iter().fold(u32::MAX, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), step))
}

fn chunk(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let named = [&kind[..], body].concat();
    let length = u32::try_from(body.len()).unwrap().to_be_bytes();
    [&length[..], &named, &crc(&named).to_be_bytes()].concat()
}

fn png_with(png: &[u8]) -> Vec<u8> {
    // Behind the head: 8 of the mark, 25 of the first chunk.
    let text = [b"Author\0", CAMERA].concat();
    [&png[..33], &chunk(b"tEXt", &text), &chunk(b"eXIf", &exif(1)), &png[33..]].concat()
}

fn webp_with(webp: &[u8], (width, height): (u32, u32)) -> Vec<u8> {
    let part = |kind: &[u8; 4], body: &[u8]| {
        let length = u32::try_from(body.len()).unwrap().to_le_bytes();
        let even = if body.len() % 2 == 1 { &b"\0"[..] } else { b"" };
        [&kind[..], &length, body, even].concat()
    };
    let side = |n: u32| (n - 1).to_le_bytes()[..3].to_vec();
    let head = [&[0x08, 0, 0, 0][..], &side(width), &side(height)].concat();
    let inside = [&b"WEBP"[..], &part(b"VP8X", &head), &webp[12..], &part(b"EXIF", &exif(1))].concat();
    [&b"RIFF"[..], &u32::try_from(inside.len()).unwrap().to_le_bytes(), &inside].concat()
}

fn holds(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|part| part == what)
}

#[test]
fn nothing_of_who_took_it_where_is_kept() {
    let points = halves(64, 32);
    let brought = [
        jpeg_with(&file(&points, ImageFormat::Jpeg), 1),
        png_with(&file(&points, ImageFormat::Png)),
        webp_with(&file(&points, ImageFormat::WebP), (64, 32)),
    ];
    for bytes in brought {
        assert!(holds(&bytes, CAMERA) && holds(&bytes, &PLACE), "it is there before");
        let photo = reading::photo(&bytes).unwrap();
        let logo = logo(&bytes).unwrap();
        assert_eq!((photo.width, photo.height, logo.width, logo.height), (64, 32, 64, 32));
        for kept in [&photo.large, &photo.small, &logo.png] {
            for word in [CAMERA, &PLACE, b"Exif", b"eXIf", b"EXIF", b"GPS", b"tEXt", b"xmp", b"http"] {
                assert!(!holds(kept, word), "{}", String::from_utf8_lossy(word));
            }
        }
    }
}

#[test]
fn a_picture_stands_the_right_way_up() {
    let bytes = jpeg_with(&file(&halves(64, 32), ImageFormat::Jpeg), 6);
    let photo = reading::photo(&bytes).unwrap();
    assert_eq!((photo.width, photo.height), (32, 64));
    let points = image::load_from_memory(&photo.large).unwrap().to_rgb8();
    let [red, _, blue] = points.get_pixel(16, 4).0;
    assert!(red > 150 && blue < 80, "what was left is above");
    let [red, _, blue] = points.get_pixel(16, 60).0;
    assert!(blue > 150 && red < 80);
}

#[test]
fn pictures_are_made_smaller_and_never_larger() {
    let photo = reading::photo(&file(&halves(3000, 1500), ImageFormat::Jpeg)).unwrap();
    assert_eq!((photo.width, photo.height), (2000, 1000));
    let small = image::load_from_memory(&photo.small).unwrap();
    assert_eq!((small.width(), small.height()), (400, 200));
    let tiny = reading::photo(&file(&halves(3, 2), ImageFormat::Png)).unwrap();
    assert_eq!((tiny.width, tiny.height), (3, 2));
    assert_eq!(logo(&file(&halves(100, 2400), ImageFormat::Png)).unwrap().height, 1200);
}

#[test]
fn what_shines_through_is_white_on_photos_and_stays_in_logos() {
    let clear = DynamicImage::ImageRgba8(RgbaImage::from_pixel(8, 8, image::Rgba([0, 0, 0, 0])));
    let bytes = file(&clear, ImageFormat::Png);
    let photo = reading::photo(&bytes).unwrap();
    assert!(image::load_from_memory(&photo.large).unwrap().to_rgb8().pixels().all(|it| it.0[0] > 250));
    let kept = image::load_from_memory(&logo(&bytes).unwrap().png).unwrap();
    assert!(kept.to_rgba8().pixels().all(|it| it.0[3] == 0));
}

#[test]
fn what_is_no_picture_is_told_by_its_bytes() {
    let heic = [b"\0\0\0\x18ftypheic".as_slice(), &[0; 40]].concat();
    let large = vec![0xff; MOST_BYTES + 1];
    let cases: [(&[u8], Unreadable); 9] = [
        (b"", Unreadable::Empty),
        (&large, Unreadable::TooLarge),
        (&heic, Unreadable::Heic),
        (b"%PDF-1.7 list prisotnosti", Unreadable::Pdf),
        (b"<?xml version=\"1.0\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"/>", Unreadable::Svg),
        (b"GIF89a\x01\0\x01\0", Unreadable::Gif),
        // A zip that somebody called .jpg.
        (b"PK\x03\x04photo.jpg", Unreadable::Other),
        (b"<html><img></html>", Unreadable::Other),
        (b"\xff\xd8\xff\xd9", Unreadable::Broken),
    ];
    for (bytes, why) in cases {
        assert_eq!(reading::photo(bytes).unwrap_err(), why);
        assert_eq!(logo(bytes).unwrap_err(), why);
    }
}

#[test]
fn a_file_that_claims_to_be_huge_is_not_opened() {
    // A few bytes that say they are 60,000 points wide and high.
    let side = 60_000u32.to_be_bytes();
    let head = [&side[..], &side, &[8, 2, 0, 0, 0]].concat();
    let png =
        [&b"\x89PNG\r\n\x1a\n"[..], &chunk(b"IHDR", &head), &chunk(b"IDAT", b"x"), &chunk(b"IEND", b"")]
            .concat();
    assert_eq!(reading::photo(&png).unwrap_err(), Unreadable::TooManyPoints);
    let mut jpeg = photo(1);
    let frame = jpeg.windows(2).position(|mark| mark == b"\xff\xc0").unwrap();
    jpeg[frame + 5..frame + 9].copy_from_slice(&[0xea, 0x60, 0xea, 0x60]);
    assert_eq!(reading::photo(&jpeg).unwrap_err(), Unreadable::TooManyPoints);
}

#[test]
fn a_film_behind_a_picture_does_not_matter() {
    let bytes = [photo(1), b"\0\0\0\x18ftypmp42".to_vec()].concat();
    assert!(reading::photo(&bytes).is_ok());
}

#[test]
fn a_small_copy_inside_does_not_end_the_picture() {
    let whole = photo(1);
    let inside = [b"\xff\xe0\x00\x08\xff\xd9ab\xff\xd9".as_slice()].concat();
    let mut bytes = [&whole[..2], &inside, &whole[2..]].concat();
    assert!(reading::photo(&bytes).is_ok());
    bytes.truncate(bytes.len() - 40);
    assert_eq!(reading::photo(&bytes).unwrap_err(), Unreadable::Broken);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_part_of_a_file_is_no_picture(cut in 0.0f64..1.0, which in 0usize..3) {
        // The last bytes of the others hold no points.
        let cut = if which == 0 { cut } else { cut * 0.8 };
        let format = [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP][which];
        let whole = file(&halves(40, 30), format);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss)]
        let bytes = &whole[..(whole.len() as f64 * cut) as usize];
        prop_assert!(reading::photo(bytes).is_err());
    }

    #[test]
    fn whatever_stands_behind_the_first_bytes_is_read_or_refused(
        which in 0usize..3, rest in proptest::collection::vec(any::<u8>(), 0..400), at in 0usize..200,
    ) {
        let format = [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP][which];
        let mut bytes = file(&halves(40, 30), format);
        let at = 12 + at.min(bytes.len() - 12);
        bytes.splice(at.., rest);
        let _ = reading::photo(&bytes);
    }
}
