//! A tablet at the door: a start, an answer, thanks, and the start again.

use super::answering::whole;
use super::scene;
use crate::evaluation::acts;

#[tokio::test]
async fn a_tablet_goes_from_start_to_start_and_leads_nowhere_else() {
    let s = scene().await;
    let (code, address) = s.opened().await;
    let kiosk = format!("/a/{address}/kiosk");
    let start = s.app.get(&kiosk, "").await;
    assert!(
        start.body.contains("Povej, kako je tukaj.") && start.body.contains("Vzame ti približno 6 minut.")
    );
    assert!(start.body.contains(&format!("href=\"{kiosk}?lang=en\"")), "{}", start.body);
    assert_eq!((start.cookie.as_deref(), start.headers.get("refresh")), (None, None));
    let english = s.app.get(&format!("{kiosk}?lang=en"), "").await;
    let begin = format!("/a/{address}?lang=en&kiosk=1");
    assert!(english.body.contains(&begin.replace('&', "&#38;")), "{}", english.body);
    let form = s.app.get(&begin, "").await;
    assert!(
        form.body.contains("autocomplete=\"off\"") && form.body.contains(&format!("data-kiosk=\"{kiosk}\""))
    );
    for page in [&start.body, &form.body] {
        let links = page.split("<a ").skip(1).map(|rest| rest.split("href=\"").nth(1).unwrap());
        for link in links {
            assert!(link.starts_with(&format!("/a/{address}")), "{link}");
        }
    }
    assert!(form.body.contains("lang=sl&#38;kiosk=1"), "another language stays on the tablet");

    let action = format!("/a/{address}?kiosk=1");
    assert!(form.body.contains(&format!("action=\"{action}\"")));
    let fields = whole(&s.app, "4");
    let fields: Vec<(&str, &str)> = fields.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let done = s.app.post(&action, "", &fields).await;
    assert_eq!(done.location, Some(format!("/a/{address}/thanks?lang=sl&kiosk=1")));
    let thanks = s.app.get(&done.location.unwrap(), "").await;
    assert_eq!(thanks.headers["refresh"], *format!("12; url={kiosk}"));
    assert!(thanks.body.contains("vrne na začetek") && thanks.body.contains(&format!("href=\"{kiosk}\"")));
    assert_eq!(thanks.headers["cache-control"], "no-store");
    let plain = s.app.get(&format!("/a/{address}/thanks?lang=sl"), "").await;
    assert!(
        plain.headers.get("refresh").is_none() && !plain.body.contains("kiosk"),
        "a phone stays where it is"
    );

    let nothing = [("key", "0190a0b0-0000-7000-8000-000000000000"), ("lang", "sl")];
    let told = s.app.post(&action, "", &nothing).await;
    assert!(told.status == 422 && told.body.contains("data-kiosk"), "{}", told.body);
    acts::close(&s.app, &s.me, &s.root, &code).await.unwrap();
    let shut = s.app.get(&kiosk, "").await;
    assert!(
        shut.status == 410
            && shut.headers.contains_key("refresh")
            && shut.body.contains("Odgovori so že zbrani")
    );
}

/// Whoever sets a tablet up does so from their own desk.
#[tokio::test]
async fn a_tablet_on_which_somebody_is_signed_in_asks_them_to_sign_out_first() {
    let s = scene().await;
    let (_, address) = s.opened().await;
    let kiosk = format!("/a/{address}/kiosk");
    let page = s.app.get(&kiosk, &s.cookie).await.body;
    assert!(page.contains("Najprej se odjavi na tej tablici") && page.contains(&s.me.name), "{page}");
    assert!(page.contains("action=\"/sign-out\"") && !page.contains("class=\"go\""), "{page}");
    let out = s.app.post("/sign-out", &s.cookie, &[("next", &kiosk)]).await;
    assert_eq!(out.location.as_deref(), Some(&*kiosk));
    let start = s.app.get(&kiosk, &s.cookie).await.body;
    assert!(start.contains("Povej, kako je tukaj.") && !start.contains("odjavi"), "{start}");
}
