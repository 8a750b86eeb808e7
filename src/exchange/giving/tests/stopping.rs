//! A file that nobody takes to its end.

use std::io::{self, Write};

use chrono::NaiveDate;
use http_body_util::BodyExt;

use super::{all_of, written};
use crate::activities::Entry;
use crate::exchange::giving::give::{give, ready};
use crate::exchange::giving::sheet::Stop;
use crate::exchange::giving::web::piped;
use crate::measures::scene;
use crate::testing::TestApp;
use crate::vocabulary::Kind;

/// Takes one part and no more.
struct Leaving(bool);

impl Write for Leaving {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if std::mem::replace(&mut self.0, true) {
            Err(io::ErrorKind::BrokenPipe.into())
        } else {
            Ok(bytes.len())
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn whoever_leaves_stops_the_reading_too() {
    let app = TestApp::new().await;
    let activity = scene::activity(&app, "mc-reka", "vecer", Kind::Open).await;
    let day = NaiveDate::from_ymd_opt(2026, 9, 1).unwrap();
    let entries = (0..100).map(|_| {
        let note = Some("Dolg zapisek. ".repeat(200));
        Entry { note, ..scene::plain(&activity, app.ids.ordered(), day) }
    });
    scene::write(&app, &entries.collect::<Vec<_>>()).await;
    let (all, ended, _) = written(&app, all_of(&app, "mreza").await).await;
    ended.unwrap();
    let mut wanted = all_of(&app, "mreza").await;
    wanted.stretch = 5;
    let ready = ready(app.app(), wanted).await.unwrap();
    let (given, ended) = give(app.app(), ready, Leaving(false)).await;
    assert!(matches!(ended, Err(Stop::Gone)), "{:?}", ended.err());
    assert!(given.entries < all.entries, "{} of {}", given.entries, all.entries);
}

#[tokio::test]
async fn a_body_is_whole_only_where_somebody_says_so() {
    let write = async |bytes: &'static [u8], whole: bool| {
        let (mut out, end, body) = piped();
        let writing = tokio::task::spawn_blocking(move || out.write_all(bytes).and_then(|()| out.flush()));
        let read = tokio::spawn(body.collect());
        writing.await.unwrap().unwrap();
        if whole {
            end.whole().await;
        } else {
            drop(end);
        }
        read.await.unwrap().map(|body| body.to_bytes().to_vec())
    };
    assert_eq!(write(b"all of it", true).await.unwrap(), b"all of it");
    assert!(write(b"half of it", false).await.is_err());
}

#[tokio::test]
async fn nothing_is_written_for_a_visitor_who_has_left() {
    let (mut out, end, body) = piped();
    drop(body);
    assert!(end.is_gone());
    let wrote = tokio::task::spawn_blocking(move || out.write_all(b"x").and_then(|()| out.flush()));
    assert_eq!(wrote.await.unwrap().unwrap_err().kind(), io::ErrorKind::BrokenPipe);
}
