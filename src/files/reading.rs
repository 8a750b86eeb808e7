//! From the bytes that somebody brings to a picture of our own: read to its points and written anew, so that nothing else that
//! came in the file (where it was taken, with what, by whom) can stay. Pure: bytes in, bytes out.

mod whole;

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, RgbImage};

/// The most that a file may weigh.
pub const MOST_BYTES: usize = 10 * 1024 * 1024;
/// Points of a photo: what phones of these years take. Beyond that a small file could fill the memory.
const MOST_POINTS: u64 = 64_000_000;
/// Bytes that a decoder may ask for.
const MOST_MEMORY: u64 = 320 * 1024 * 1024;
/// The longer side of a photo, of its small copy, and of a logo.
pub const LONG_SIDE: u32 = 2000;
pub const SMALL_SIDE: u32 = 400;
pub const LOGO_SIDE: u32 = 1200;
const QUALITY: u8 = 82;

/// A photo as it is kept: both are JPEG.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Photo {
    pub large: Vec<u8>,
    pub small: Vec<u8>,
    pub width: u32,
    pub height: u32,
}

/// A logo as it is kept: PNG, with what it lets shine through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    pub png: Vec<u8>,
    pub width: u32,
    pub height: u32,
}

/// Why a file is none we can take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// No file was chosen, or there is nothing in it.
    Empty,
    TooLarge,
    /// A format that phones of one maker keep for themselves.
    Heic,
    Pdf,
    /// A drawing; it could bring along more than a picture.
    Svg,
    Gif,
    Other,
    /// A picture, and not all of it.
    Broken,
    TooManyPoints,
}

impl Unreadable {
    pub const ALL: [Unreadable; 9] = [
        Unreadable::Empty,
        Unreadable::TooLarge,
        Unreadable::Heic,
        Unreadable::Pdf,
        Unreadable::Svg,
        Unreadable::Gif,
        Unreadable::Other,
        Unreadable::Broken,
        Unreadable::TooManyPoints,
    ];

    /// The key of the sentence that says what to do.
    pub fn key(self) -> &'static str {
        match self {
            Unreadable::Empty => "file-empty",
            Unreadable::TooLarge => "file-too-large",
            Unreadable::Heic => "file-heic",
            Unreadable::Pdf => "file-pdf",
            Unreadable::Svg => "file-svg",
            Unreadable::Gif => "file-gif",
            Unreadable::Other => "file-other",
            Unreadable::Broken => "file-broken",
            Unreadable::TooManyPoints => "file-too-many-points",
        }
    }
}

/// What a file is, by its first bytes: its name and what the browser says of it prove nothing.
pub fn format(bytes: &[u8]) -> Result<ImageFormat, Unreadable> {
    let begins = |with: &[u8]| bytes.starts_with(with);
    let at = |from: usize, with: &[u8]| bytes.get(from..).is_some_and(|rest| rest.starts_with(with));
    match () {
        () if bytes.is_empty() => Err(Unreadable::Empty),
        () if bytes.len() > MOST_BYTES => Err(Unreadable::TooLarge),
        () if begins(b"\xff\xd8\xff") => Ok(ImageFormat::Jpeg),
        () if begins(b"\x89PNG\r\n\x1a\n") => Ok(ImageFormat::Png),
        () if begins(b"RIFF") && at(8, b"WEBP") => Ok(ImageFormat::WebP),
        // HEIC and AVIF are films of one picture.
        () if [&b"heic"[..], b"heix", b"heim", b"hevc", b"mif1", b"msf1", b"avif"]
            .iter()
            .any(|brand| at(4, b"ftyp") && at(8, brand)) =>
        {
            Err(Unreadable::Heic)
        }
        () if begins(b"%PDF") => Err(Unreadable::Pdf),
        () if begins(b"GIF8") => Err(Unreadable::Gif),
        () if is_drawing(bytes) => Err(Unreadable::Svg),
        () => Err(Unreadable::Other),
    }
}

fn is_drawing(bytes: &[u8]) -> bool {
    let start = String::from_utf8_lossy(&bytes[..bytes.len().min(1000)]);
    start.trim_start_matches('\u{feff}').trim_start().starts_with('<') && start.contains("<svg")
}

/// The points of a picture, the right way up.
fn points(bytes: &[u8]) -> Result<DynamicImage, Unreadable> {
    let format = format(bytes)?;
    if format == ImageFormat::Jpeg && !whole::jpeg(bytes) {
        return Err(Unreadable::Broken);
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let broken = |error: image::ImageError| match error {
        image::ImageError::Limits(_) => Unreadable::TooManyPoints,
        _ => Unreadable::Broken,
    };
    let mut decoder = reader.into_decoder().map_err(broken)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_POINTS || decoder.total_bytes() > MOST_MEMORY {
        return Err(Unreadable::TooManyPoints);
    }
    // How the camera was held is said beside the points, and goes with all else that is.
    let held = decoder.orientation().map_err(broken)?;
    let mut points = DynamicImage::from_decoder(decoder).map_err(broken)?;
    points.apply_orientation(held);
    Ok(points)
}

/// No larger than so, and never larger than it is.
fn within(points: &DynamicImage, side: u32) -> DynamicImage {
    if points.width().max(points.height()) <= side {
        return points.clone();
    }
    points.resize(side, side, FilterType::CatmullRom)
}

/// On white, where something shines through: JPEG knows no such points.
fn on_white(points: &DynamicImage) -> RgbImage {
    if !points.color().has_alpha() {
        return points.to_rgb8();
    }
    let points = points.to_rgba8();
    RgbImage::from_fn(points.width(), points.height(), |x, y| {
        let [red, green, blue, through] = points.get_pixel(x, y).0;
        let over = |part: u8| {
            let mixed = u32::from(part) * u32::from(through) + 255 * (255 - u32::from(through));
            u8::try_from((mixed + 127) / 255).unwrap_or(u8::MAX)
        };
        image::Rgb([over(red), over(green), over(blue)])
    })
}

fn jpeg(points: &RgbImage) -> Result<Vec<u8>, Unreadable> {
    let mut bytes = Vec::new();
    let encoder = JpegEncoder::new_with_quality(&mut bytes, QUALITY);
    points.write_with_encoder(encoder).map_err(|_| Unreadable::Broken)?;
    Ok(bytes)
}

/// Reads a photo. Takes up to a second of one processor, so it is not for a thread that serves others.
pub fn photo(bytes: &[u8]) -> Result<Photo, Unreadable> {
    let large = on_white(&within(&points(bytes)?, LONG_SIDE));
    let (width, height) = large.dimensions();
    let large = DynamicImage::ImageRgb8(large);
    let small = within(&large, SMALL_SIDE).to_rgb8();
    Ok(Photo { large: jpeg(&large.to_rgb8())?, small: jpeg(&small)?, width, height })
}

/// Reads a logo, as [`photo`] does.
pub fn logo(bytes: &[u8]) -> Result<Logo, Unreadable> {
    let points = within(&points(bytes)?, LOGO_SIDE);
    let mut png = Vec::new();
    let encoder = PngEncoder::new(&mut png);
    let written = if points.color().has_alpha() {
        points.to_rgba8().write_with_encoder(encoder)
    } else {
        points.to_rgb8().write_with_encoder(encoder)
    };
    written.map_err(|_| Unreadable::Broken)?;
    Ok(Logo { png, width: points.width(), height: points.height() })
}
