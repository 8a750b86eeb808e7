//! Every number opens what it is made of, and that comes to the number.

use std::collections::{BTreeMap, BTreeSet};

use super::tests::evenings;
use crate::access::RoleKind;
use crate::activities::{Entry, Status};
use crate::i18n::{Lang, Words};
use crate::measures::{Measure, scene};
use crate::testing::TestApp;

/// Text without tags.
pub fn plain(html: &str) -> String {
    let mut text = String::new();
    let mut tag = false;
    for c in html.chars() {
        match c {
            '<' => tag = true,
            '>' => {
                tag = false;
                text.push(' ');
            }
            c if !tag => text.push(c),
            _ => {}
        }
    }
    text.trim().to_owned()
}

/// Addresses of opened figures with what stands on them.
pub fn links(body: &str) -> BTreeSet<(String, String)> {
    let mut links = BTreeSet::new();
    for link in body.split("<a ").skip(1) {
        let Some((head, rest)) = link.split_once('>') else { continue };
        let Some((_, href)) = head.split_once("href=\"") else { continue };
        let href = href.split('"').next().unwrap().replace("&#38;", "&").replace("&amp;", "&");
        if href.contains("/figures?") {
            links.insert((href, plain(rest.split("</a>").next().unwrap())));
        }
    }
    links
}

/// What a link has in common with others: the measure and what it is split by, and what else is asked for. Which member,
/// day or unit it is makes no other page.
fn shape(href: &str) -> Vec<String> {
    let (path, query) = href.split_once('?').unwrap_or((href, ""));
    let asked = query.split('&').map(|part| match part.split_once('=') {
        Some((name @ ("measure" | "by" | "period" | "tree" | "beside" | "rows"), value)) => {
            format!("{name}={value}")
        }
        Some((name, _)) => name.to_owned(),
        None => part.to_owned(),
    });
    asked.chain([path.rsplit('/').next().unwrap_or_default().to_owned()]).collect()
}

/// Of links of one shape the first and the last.
pub fn of_each_shape(links: &BTreeSet<(String, String)>) -> Vec<&(String, String)> {
    let mut shapes: BTreeMap<Vec<String>, Vec<&(String, String)>> = BTreeMap::new();
    for link in links {
        shapes.entry(shape(&link.0)).or_default().push(link);
    }
    let ends = |mut of: Vec<_>| {
        let last = of.pop();
        of.truncate(1);
        of.into_iter().chain(last).collect::<Vec<_>>()
    };
    shapes.into_values().flat_map(ends).collect()
}

/// Whether a figure stands in a text, and not as a part of a longer one.
pub fn says(text: &str, figure: &str) -> bool {
    let part = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    text.match_indices(figure).any(|(at, _)| {
        !part(text[..at].chars().next_back()) && !part(text[at + figure.len()..].chars().next())
    })
}

fn between<'a>(body: &'a str, from: &str, to: &str) -> Option<&'a str> {
    let (_, rest) = body.split_once(from)?;
    rest.split_once(to).map(|(it, _)| it)
}

/// What the page behind a link comes to.
pub async fn opened(app: &TestApp, href: &str, who: &str) -> String {
    read(app, href, who).await.0
}

/// What the page behind a link comes to, and the page itself; of one that leads on to entries, nothing.
pub async fn read(app: &TestApp, href: &str, who: &str) -> (String, String) {
    let page = app.get(href, who).await;
    let Some(list) = page.location else {
        assert_eq!(page.status, 200, "{href}");
        let figure = between(&page.body, "<p class=\"lead\">", "</p>").unwrap();
        let figure = between(figure, "<strong>", "</strong>").unwrap();
        let total = between(&page.body, "<tfoot>", "</tfoot>").unwrap_or_else(|| panic!("{href} has rows"));
        assert_eq!(between(total, "<td>", "</td>").unwrap(), figure, "{href}: the rows add up");
        return (figure.to_owned(), page.body);
    };
    (listed(app, href, &list, who).await, String::new())
}

/// What a list of entries says of the figure that led to it.
async fn listed(app: &TestApp, href: &str, list: &str, who: &str) -> String {
    let w = Words(Lang::Sl);
    let page = app.get(list, who).await;
    assert_eq!(page.status, 200, "{list}");
    let of =
        |label: &str| between(&page.body, &format!("<dt>{label}</dt><dd class=\"num\">"), "</dd>").map(plain);
    let measure = between(href, "measure=", "&").unwrap();
    let measure = Measure::ALL.into_iter().find(|it| it.code() == measure).unwrap();
    let heads =
        matches!(measure, Measure::Visits | Measure::Creators | Measure::Participants | Measure::Audience);
    let label = match measure {
        Measure::GroupMin => w.tr("measure-youth_work_min"),
        measure => w.tr(&format!("measure-{}", measure.code())),
    };
    // Where members are asked for, their heads stand first.
    if heads && ["&part=", "&gender=", "&age="].iter().any(|it| list.contains(it)) {
        return plain(between(&page.body, "<dd class=\"num\">", "</dd>").unwrap());
    }
    of(&label).unwrap_or_else(|| panic!("{list} says {label}: {}", page.body))
}

#[tokio::test]
async fn every_figure_opens_what_comes_to_it() {
    let app = TestApp::new().await;
    evenings(&app).await;
    let random = scene::evenings(&app, 11, 250).await;
    let (_, viewer) = app.person(RoleKind::Viewer, "ljubljana").await;
    let (_, mentor) = app.person(RoleKind::Mentor, "mreza").await;
    // Every link of a page above and of one that records; of the others one of each shape, for the members, days and
    // units of one are the same page.
    for (who, unit, period, every) in [
        (&viewer, "ljubljana", "period=year", true),
        (&viewer, "mc-reka", "period=month&date=2026-03-01", false),
        (&viewer, "mc-most", "period=term&date=2026-09-01", false),
        (&mentor, "brezice", "from=2026-02-10&to=2026-04-20", false),
        (&mentor, "zavod-sava", "period=month&date=2026-02-01", false),
        (&mentor, "mc-reka", "period=school_year&date=2025-09-01", true),
        (&mentor, "mc-most", "period=week&date=2026-03-04", false),
        (&mentor, "mc-sava", "period=year", false),
    ] {
        let path = format!("/units/mreza/{unit}?{period}");
        let page = app.get(&path, who).await;
        assert_eq!(page.status, 200, "{path}");
        let links = links(&page.body);
        assert!(links.len() > 40, "{path}: {}", links.len());
        let followed = if every { links.iter().collect() } else { of_each_shape(&links) };
        assert!(followed.len() > 20, "{path}: {}", followed.len());
        for (href, text) in followed {
            let figure = opened(&app, href, who).await;
            assert!(says(text, &figure), "{path}: {text} opens {href}, which comes to {figure}");
        }
    }
    // And what the page after saving says.
    let reka = app.unit("mc-reka").await.id;
    let of_reka = |entry: &&Entry| entry.unit_id == reka && entry.status == Status::Held && !entry.deleted;
    for entry in random.iter().filter(of_reka).take(5) {
        let page = app.get(&format!("/units/mreza/mc-reka/entries/{}/saved", entry.id), &mentor).await;
        let links = links(&page.body);
        assert!(links.len() >= 2, "{}", page.body);
        for (href, text) in &links {
            let figure = opened(&app, href, &mentor).await;
            // Shares are told there in whole per cent.
            assert!(says(text, &figure) || href.contains("_share"), "{text} opens {href}: {figure}");
        }
    }
}
