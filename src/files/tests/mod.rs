mod keeping;
mod pages;
mod reading;
mod rules;

use image::{DynamicImage, ImageFormat, RgbImage};
use uuid::Uuid;

use crate::access::{Me, RoleKind};
use crate::files::{Put, Typed};
use crate::testing::TestApp;
use crate::units::Unit;

const UNIT: &str = "/units/mreza/mc-reka";

/// A picture whose left half is red and whose right half is blue.
fn halves(width: u32, height: u32) -> DynamicImage {
    DynamicImage::ImageRgb8(RgbImage::from_fn(width, height, |x, _| {
        if x < width / 2 { image::Rgb([200, 30, 30]) } else { image::Rgb([30, 30, 200]) }
    }))
}

fn file(points: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    points.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// An evening of mc-reka, and who recorded it.
struct Evening {
    app: TestApp,
    unit: Unit,
    me: Me,
    cookie: String,
    entry: Uuid,
}

impl Evening {
    async fn new() -> Evening {
        let app = TestApp::new().await;
        let (me, cookie) = app.person(RoleKind::Worker, "mc-reka").await;
        let activity = app.activity("mc-reka", "vecer").await.id.to_string();
        let entry = Uuid::from_u128(7);
        let id = entry.to_string();
        let fields = [
            ("id", id.as_str()),
            ("activity", &activity),
            ("date", "2026-10-15"),
            ("start", "17:00"),
            ("end", "20:00"),
        ];
        let answer = app.post(&format!("{UNIT}/entries"), &cookie, &fields).await;
        assert_eq!(answer.status, 303, "{}", answer.body);
        let unit = app.unit("mc-reka").await;
        Evening { app, unit, me, cookie, entry }
    }

    /// Brings a picture of this shade.
    async fn put(&self, id: u128, shade: u8, typed: &Typed) -> Put {
        self.app.put_photo(&self.me, "mc-reka", (self.entry, Uuid::from_u128(id)), shade, typed).await
    }
}

fn proof() -> Typed {
    Typed { proof: true, caption: "List prisotnosti".into(), ..Typed::default() }
}

fn story() -> Typed {
    Typed { story: true, people: true, agreed: true, caption: "Oder iz palet".into(), ..Typed::default() }
}
