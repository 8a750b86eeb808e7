//! The frame of every page.

use askama::Template;
use axum::response::Html;

use super::{Visit, asset, icon};
use crate::access::{Act, Grant, Place, RoleKind};
use crate::error::Result;
use crate::i18n::Words;

/// One of the main ways through the site.
pub struct Tab {
    pub href: String,
    pub icon: &'static str,
    pub label: String,
    pub current: bool,
}

/// A step of the line that says where one is.
pub struct Crumb {
    pub href: Option<String>,
    pub label: String,
}

/// What the frame needs: every page struct holds one as `page`.
pub struct Page {
    pub w: Words,
    pub title: String,
    pub theme: &'static str,
    /// Where somebody who changes the language comes back to.
    pub path: String,
    /// Name of the person signed in.
    pub who: Option<String>,
    pub tabs: Vec<Tab>,
    pub home: String,
}

impl Page {
    /// The frame for a page with this title, `here` being the main way it belongs to.
    pub fn new(visit: &Visit, title: impl Into<String>, here: &str) -> Page {
        let me = visit.signed_in();
        Page {
            w: visit.w,
            title: title.into(),
            theme: visit.theme.unwrap_or(""),
            path: visit.at.clone(),
            who: me.map(|me| if me.name.is_empty() { me.mail.clone() } else { me.name.clone() }),
            tabs: me.and_then(|me| me.home()).map_or_else(Vec::new, |home| tabs(visit, home, here)),
            home: "/".to_owned(),
        }
    }

    pub fn icon(&self, name: &str) -> &'static str {
        icon(name)
    }

    pub fn asset(&self, name: &str) -> String {
        asset(name)
    }

    /// The other language, to switch to.
    pub fn other_language(&self) -> (&'static str, &'static str) {
        match self.w.lang() {
            "sl" => ("en", "English"),
            _ => ("sl", "Slovenščina"),
        }
    }
}

fn tabs(visit: &Visit, home: &Grant, here: &str) -> Vec<Tab> {
    let w = visit.w;
    let base = format!("/units/{}/{}", home.network, home.unit);
    let place = Place {
        network_id: home.network_id,
        path: home.path.clone(),
        name: home.unit_name.clone(),
        network: home.network.clone(),
        unit: home.unit.clone(),
    };
    let may = |act| visit.signed_in().is_some_and(|me| me.may(act, &place));
    let mut tabs = Vec::new();
    let mut add = |name: &'static str, icon, href: String| {
        tabs.push(Tab { href, icon, label: w.tr(&format!("tab-{name}")), current: name == here });
    };
    if may(Act::Record) {
        add("today", "today", format!("{base}/today"));
    }
    if may(Act::SeeEntries) {
        // Whoever records looks for their own first; everybody's are one tap away.
        let own = if home.kind == RoleKind::Worker { "?mine=1" } else { "" };
        add("entries", "list", format!("{base}/entries{own}"));
    }
    add("overview", "bars", base.clone());
    add("voice", "voice", format!("{base}/results"));
    if may(Act::Build) {
        add("structure", "tree", format!("{base}/structure"));
    }
    tabs
}

/// A page as a response.
pub fn render(page: &impl Template) -> Result<Html<String>> {
    Ok(Html(page.render()?))
}

/// Text as part of an address.
pub fn encoded(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'-' | b'_' | b'.' => {
                char::from(byte).to_string()
            }
            _ => format!("%{byte:02X}"),
        })
        .collect()
}
