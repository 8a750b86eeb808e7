//! A link that somebody has to carry over by hand, because no mail server does: shown once, on the page after it was
//! made. It waits there in a cookie of the browser that made it, for two minutes; we keep its hash and nothing else.

use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};

use crate::access::{Me, hash_token};
use crate::app::App;
use crate::error::Result;
use crate::people::invitation;

const LINK: &str = "logbook_link";

/// The cookie that carries a link to the next page.
pub fn over(app: &App, link: &str) -> Cookie<'static> {
    all_over(app, std::slice::from_ref(&link.to_owned()))
}

/// As many links as fit into a cookie.
const MOST: usize = 40;

/// The cookie that carries links to the next page.
pub fn all_over(app: &App, links: &[String]) -> Cookie<'static> {
    let secrets: Vec<&str> = links.iter().filter_map(|link| link.rsplit('/').next()).take(MOST).collect();
    Cookie::build((LINK, secrets.join(".")))
        .path("/units")
        .http_only(true)
        .secure(app.settings.secure())
        .same_site(SameSite::Strict)
        .max_age(time::Duration::minutes(2))
        .build()
}

/// The secret that waits in this browser, if it is the one with this hash.
pub fn here(jar: &CookieJar, hash: &[u8]) -> Option<String> {
    all_here(jar).into_iter().find(|secret| hash_token(secret) == hash)
}

/// Every secret that waits in this browser.
pub fn all_here(jar: &CookieJar) -> Vec<String> {
    jar.get(LINK).map_or_else(Vec::new, |it| it.value().split('.').map(str::to_owned).collect())
}

/// Whether somebody may be shown the link to an invitation for this address.
pub async fn may(app: &App, me: &Me, to: &str) -> Result<bool> {
    invitation::may_hand_over(app, &app.db, Some(me), to).await
}
