//! Pictures through the pages, as a browser would.

use axum::body::{Body, Bytes};
use axum::http::Request;

use super::{Evening, UNIT};
use crate::access::RoleKind;
use crate::testing::{Answer, photo};

fn form(fields: &[(&str, &str)], file: Option<(&str, &[u8])>) -> Vec<u8> {
    let mut body = Vec::new();
    for (name, value) in fields {
        body.extend(
            format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n").into_bytes(),
        );
    }
    if let Some((name, bytes)) = file {
        body.extend(
            format!("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n")
                .into_bytes(),
        );
        body.extend_from_slice(bytes);
        body.extend(b"\r\n");
    }
    body.extend(b"--x--\r\n");
    body
}

impl Evening {
    fn files(&self) -> String {
        format!("{UNIT}/entries/{}/files", self.entry)
    }

    fn page(&self) -> String {
        format!("{UNIT}/entries/{}", self.entry)
    }

    async fn send_body(&self, path: &str, body: Body) -> Answer {
        let request = Request::post(path)
            .header("cookie", &self.cookie)
            .header("content-type", "multipart/form-data; boundary=x")
            .header("sec-fetch-site", "same-origin")
            .body(body)
            .unwrap();
        self.app.send(request).await
    }

    async fn send(&self, fields: &[(&str, &str)], file: Option<(&str, &[u8])>) -> Answer {
        self.send_body(&self.files(), Body::from(form(fields, file))).await
    }

    /// The address of the only picture on the entry's page.
    async fn only(&self) -> String {
        let page = self.app.get(&self.page(), &self.cookie).await.body;
        let start = format!("{}/", self.files());
        let id = page.split(&start).nth(1).expect("a picture").split(['"', '/']).next().unwrap();
        format!("{start}{id}")
    }
}

#[tokio::test]
async fn a_picture_is_brought_seen_changed_and_removed() {
    let it = Evening::new().await;
    let page = it.app.get(&it.page(), &it.cookie).await.body;
    assert!(page.contains("Dodaj fotografijo") && page.contains("list prisotnosti"));
    let blank = it.app.get(&it.files(), &it.cookie).await.body;
    let id = blank.split("name=\"id\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let fields = [("id", id.as_str()), ("proof", "1"), ("caption", " List  prisotnosti ")];
    for _ in 0..2 {
        let sent = it.send(&fields, Some(("IMG_1.jpg", &photo(1)[..]))).await;
        assert!(sent.status.is_redirection(), "{}", sent.body);
    }
    let one = it.only().await;
    assert_eq!(one, format!("{}/{id}", it.files()));
    let page = it.app.get(&it.page(), &it.cookie).await.body;
    assert!(page.contains("alt=\"List prisotnosti\"") && page.contains(">Dokazilo<"), "{page}");
    for size in ["small", "large"] {
        let picture = it.app.get(&format!("{one}/{size}"), &it.cookie).await;
        assert_eq!(
            (picture.status.as_u16(), &picture.headers["content-type"]),
            (200, &"image/jpeg".parse().unwrap())
        );
        assert_eq!(picture.headers["cache-control"], "no-store");
        assert_eq!(picture.headers["x-content-type-options"], "nosniff");
        let how = picture.headers["content-disposition"].to_str().unwrap();
        assert!(how.starts_with("inline; filename=\"") && !how.contains("IMG"), "{how}");
    }
    // Meant for reports, and nobody said that all agreed: the picture stays, the problem stands beside its field.
    let story = [("proof", "1"), ("story", "1"), ("people", "1"), ("caption", "Oder")];
    let refused = it.app.post(&one, &it.cookie, &story).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("Brez soglasja") && refused.body.contains("value=\"Oder\""));
    assert!(
        refused.body.contains("id=\"story\" name=\"story\" value=\"1\" checked"),
        "what was ticked stays"
    );
    let agreed = [&story[..], &[("agreed", "1")]].concat();
    assert!(it.app.post(&one, &it.cookie, &agreed).await.status.is_redirection());
    let page = it.app.get(&one, &it.cookie).await.body;
    assert!(
        page.contains("Soglasje potrjeno 15. oktobra 2026, worker mc-reka")
            || page.contains("Soglasje potrjeno")
    );
    assert!(it.app.post(&format!("{one}/removal"), &it.cookie, &[]).await.status.is_redirection());
    assert_eq!(it.app.get(&one, &it.cookie).await.status, 404);
    assert_eq!(it.app.get(&format!("{one}/large"), &it.cookie).await.status, 404);
    assert!(it.app.post(&format!("{one}/removal"), &it.cookie, &[]).await.status.is_redirection(), "twice");
}

#[tokio::test]
async fn a_wrong_file_keeps_what_was_typed() {
    let it = Evening::new().await;
    let fields = [("story", "1"), ("people", "1"), ("caption", "Koncert na dvorišču")];
    for (file, says) in [
        (None, "Izberi sliko."),
        (Some(("lista.pdf", b"%PDF-1.7".as_slice())), "Fotografiraj list"),
        (Some(("slika.jpg", b"PK\x03\x04".as_slice())), "ni slika"),
        (Some(("IMG_2.HEIC", b"\0\0\0\x18ftypheic".as_slice())), "HEIC"),
        (Some(("slika.jpg", &photo(1)[..400])), "ni prišla cela"),
    ] {
        let sent = it.send(&fields, file).await;
        assert_eq!(sent.status, 422);
        assert!(sent.body.contains(says), "{says}: {}", sent.body);
        assert!(sent.body.contains("value=\"Koncert na dvorišču\""));
        assert!(sent.body.contains("id=\"people\" name=\"people\" value=\"1\" checked"));
    }
    // With a picture, and words that do not hold: it is kept as proof.
    let sent = it.send(&fields, Some(("slika.jpg", &photo(1)[..]))).await;
    assert_eq!(sent.status, 422);
    assert!(
        sent.body.contains("shranjena kot dokazilo") && sent.body.contains("Brez soglasja"),
        "{}",
        sent.body
    );
    it.only().await;
}

#[tokio::test]
async fn a_hundred_megabytes_are_refused_in_words_and_not_held() {
    let it = Evening::new().await;
    let open = form(&[("caption", "Film")], Some(("film.jpg", b"\xff\xd8\xff")));
    let open = open[..open.len() - b"\r\n--x--\r\n".len()].to_vec();
    let megabyte = Bytes::from(vec![7; 1024 * 1024]);
    let parts = std::iter::once(Bytes::from(open))
        .chain(std::iter::repeat_n(megabyte, 100))
        .chain([Bytes::from_static(b"\r\n--x--\r\n")])
        .map(Ok::<_, std::io::Error>);
    let sent = it.send_body(&it.files(), Body::from_stream(futures_util::stream::iter(parts))).await;
    assert_eq!(sent.status, 422);
    assert!(sent.body.contains("največ 10 MB") && sent.body.contains("value=\"Film\""), "{}", sent.body);
}

#[tokio::test]
async fn pictures_are_for_those_who_read_notes_and_seeing_them_is_on_record() {
    let it = Evening::new().await;
    let sent = it.send(&[("proof", "1"), ("caption", "Igra")], Some(("a.jpg", &photo(1)[..]))).await;
    assert!(sent.status.is_redirection());
    let one = it.only().await;
    let (_, coordinator) = it.app.person(RoleKind::Coordinator, "mreza").await;
    let page = it.app.get(&it.page(), &coordinator).await.body;
    assert!(page.contains("je 1 fotografija") || page.contains("je 1\u{a0}fotografija"), "{page}");
    assert!(!page.contains(&one) && !page.contains("Igra"));
    for rest in ["", "/small", "/large"] {
        assert_eq!(it.app.get(&format!("{one}{rest}"), &coordinator).await.status, 403);
    }
    // Of another unit, or beside another entry, there is none.
    let (_, other) = it.app.person(RoleKind::Worker, "mc-most").await;
    let elsewhere = one.replace("mc-reka", "mc-most");
    assert_eq!(it.app.get(&format!("{elsewhere}/large"), &other).await.status, 404);
    let (_, mentor) = it.app.person(RoleKind::Mentor, "mc-reka").await;
    let record = it.app.get(&format!("{UNIT}/record"), &mentor).await.body;
    assert!(record.contains("Ogled fotografij ob vnosu"), "{record}");
}

#[tokio::test]
async fn a_talk_with_one_has_no_pictures() {
    let it = Evening::new().await;
    let mut talk = it.app.activity_like("mc-reka", "pogovor").await;
    talk.kind = crate::vocabulary::Kind::OneToOne;
    let activity = it.app.keep(talk).await.id.to_string();
    let id = uuid::Uuid::from_u128(8).to_string();
    let fields = [
        ("id", id.as_str()),
        ("activity", &activity),
        ("date", "2026-10-15"),
        ("start", "17:00"),
        ("end", "18:00"),
    ];
    let saved = it.app.post(&format!("{UNIT}/entries"), &it.cookie, &fields).await;
    assert!(saved.status.is_redirection(), "{}", saved.body);
    let page = it.app.get(&format!("{UNIT}/entries/{id}"), &it.cookie).await.body;
    assert!(!page.contains("id=\"files\""), "{page}");
    let files = format!("{UNIT}/entries/{id}/files");
    assert_eq!(it.app.get(&files, &it.cookie).await.status, 422);
    let sent =
        it.send_body(&files, Body::from(form(&[("proof", "1")], Some(("a.jpg", &photo(1)[..]))))).await;
    assert_eq!(sent.status, 422);
}
