//! A language that is none of the staff's: whole for young people where its file is there, and not offered where it is not.

use super::{Scene, scene};
use crate::evaluation::asking::offered;
use crate::evaluation::{making, store};
use crate::questionnaires::{self, Source};

/// Writes some questions in a language, as its page sends them.
async fn write(s: &Scene, code: &str, lang: &str, texts: &[(&str, &str)]) {
    let href = format!("/units/mreza/mreza/questionnaires/{code}/languages/{lang}");
    let page = s.app.get(&href, &s.cookie).await.body;
    let mark = page.split("name=\"mark\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let mut fields = vec![("mark", mark.as_str())];
    fields.extend(texts);
    let done = s.app.post(&href, &s.cookie, &fields).await;
    assert_eq!(done.status, 303, "{}", done.body);
}

/// A finished questionnaire in Slovene, English, a made-up language and German: its version.
async fn questionnaire(s: &Scene) -> String {
    let new = questionnaires::New {
        id: s.app.ids.ordered(),
        source: Source::Shipped("open".into()),
        names: vec![],
        kind: None,
    };
    let code = questionnaires::make(&s.app, &s.me, &s.root, &new).await.unwrap().unwrap();
    write(s, &code, "qaa", &[("text-safe_1", "Qaaqa safa.")]).await;
    write(s, &code, "de", &[("text-safe_1", "Ich fühle mich hier sicher.")]).await;
    questionnaires::finish(&s.app, &s.me, &s.root, &code, 1).await.unwrap().unwrap();
    let all = questionnaires::finished(&s.app.db, s.root.network.id).await.unwrap();
    all.iter().find(|(it, ..)| it.code == code).unwrap().1.to_string()
}

fn field<'f>(page: &'f str, name: &str) -> &'f str {
    let rest = page.split(&format!("name=\"{name}\"")).nth(1).unwrap_or_else(|| panic!("{name}: {page}"));
    rest.split('>').next().unwrap()
}

#[tokio::test]
async fn a_third_language_is_whole_for_young_people_or_not_offered() {
    let s = scene().await;
    let version = questionnaire(&s).await;
    let base = "/units/mreza/mreza/evaluations";
    let form = s.app.get(base, &s.cookie).await.body;
    // What young people read first can be typed in each language of a questionnaire, with usual words where there are some.
    assert!(field(&form, "name_qaa").contains("lang=\"qaa\""));
    assert!(
        form.contains("name=\"consent_de\"") && form.contains("stran za mlade v njem še nima svojih besed")
    );
    let all = ["sl", "en", "qaa", "de"].map(|lang| ("language", lang));
    let mut fields = vec![
        ("id", "0197f0a0-0000-7000-8000-000000000000"),
        ("name_sl", "Letna"),
        ("name_qaa", "Qaa letna"),
        ("purpose_sl", "Čemu."),
        ("purpose_qaa", "Qaa cemu."),
        ("consent_sl", "Strinjam se."),
        ("consent_de", "Einverstanden."),
        ("contact", "mreza@example.org"),
        ("opens_on", "2026-10-05"),
        ("last_on", "2026-10-25"),
        ("asks_open", &version),
    ];
    fields.extend(all);
    let made = s.app.post(base, &s.cookie, &fields).await;
    let one = made.location.unwrap_or_else(|| panic!("{}", made.body));
    let page = s.app.get(&one, &s.cookie).await.body;
    for says in [
        "<dt>Qaaqa</dt><dd>Manjka, s čim se strinja, kdor odgovori.</dd>",
        "<dt>Deutsch</dt><dd>Stran za odgovarjanje v tem jeziku še nima svojih besed",
        "Berejo v drugem jeziku: Slovenščina.",
        "<dt>English</dt><dd>Manjka ime evalvacije.</dd>",
    ] {
        assert!(page.contains(says), "{says}: {page}");
    }
    let code = one.rsplit('/').next().unwrap();
    crate::evaluation::open(&s.app, &s.me, &s.root, code).await.unwrap();
    let address = s.address(code, "mc-reka").await;
    let page = s.app.get(&format!("/a/{address}?lang=qaa"), "").await.body;
    for says in [
        "<html lang=\"qaa\" dir=\"rtl\">",
        "<h1>Qaa letna</h1>",
        "Qaa cemu.",
        "Strinjam se.",
        "Qaaqa safa.",
        "qa Completely true",
        "qa Girl",
        "data-next=\"qa Next\"",
        "qa Send",
        "qa We do not ask who you are.",
    ] {
        assert!(page.contains(says), "{says}: {page}");
    }
    assert!(!page.contains("Deutsch") && !page.contains("Popolnoma drži"), "{page}");
    let kiosk = s.app.get(&format!("/a/{address}/kiosk?lang=qaa"), "").await.body;
    assert!(kiosk.contains("dir=\"rtl\"") && kiosk.contains("qa Begin"), "{kiosk}");
    let german = s.app.get(&format!("/a/{address}?lang=de"), "").await.body;
    assert!(german.contains("<html lang=\"sl\">") && !german.contains("Ich fühle"), "{german}");
    // An answer in it is taken, and thanked for in it.
    let key = s.app.ids.random().to_string();
    let nothing = [("key", key.as_str()), ("lang", "qaa")];
    let told = s.app.post(&format!("/a/{address}"), "", &nothing).await;
    assert!(told.status == 422 && told.body.contains("qa Nothing has been answered yet."), "{}", told.body);
    let one = [("key", key.as_str()), ("lang", "qaa"), ("safe_1", "5")];
    let done = s.app.post(&format!("/a/{address}"), "", &one).await;
    let thanks = s.app.get(&done.location.unwrap(), "").await.body;
    assert!(thanks.contains("qa Thank you!"), "{thanks}");
}

#[tokio::test]
async fn a_questionnaire_in_no_language_of_the_page_is_refused_in_words() {
    let s = scene().await;
    let version = questionnaire(&s).await;
    let mut typed = s.typed().await;
    typed.asked[0].1 = version;
    typed.terms.languages = vec!["de".into()];
    let wrong = making::make(&s.app, &s.me, &s.root, &typed).await.unwrap().unwrap_err();
    assert_eq!((wrong[0].field.as_str(), wrong[0].key), ("asks_open", "evaluation-no-language"));
    typed.terms.languages.push("qaa".into());
    let code = making::make(&s.app, &s.me, &s.root, &typed).await.unwrap().unwrap();
    let it = store::by_code(&s.app.db, s.root.network.id, &code).await.unwrap().unwrap();
    let asked = store::questionnaires(&s.app.db, it.network_id, it.id).await.unwrap();
    let content =
        questionnaires::version(&s.app.db, it.network_id, asked[0].1).await.unwrap().unwrap().content;
    assert_eq!(offered(&it.languages, &content), ["qaa"]);
}

/// Of one version for two kinds it could not be told which an answer is about.
#[tokio::test]
async fn a_version_is_asked_about_its_own_kind_alone() {
    let s = scene().await;
    let mut typed = s.typed().await;
    let same = typed.asked[0].1.clone();
    typed.asked.push((crate::vocabulary::Kind::Group, same));
    let wrong = making::make(&s.app, &s.me, &s.root, &typed).await.unwrap().unwrap_err();
    let told: Vec<(&str, &str)> = wrong.iter().map(|it| (it.field.as_str(), it.key)).collect();
    assert_eq!(told, [("asks_group", "evaluation-questionnaire-other-kind")]);
}
