//! A link that somebody has to carry over by hand, because no mail server does: shown once, on the page after it was
//! made. It waits there in a cookie of the browser that made it, for two minutes; we keep its hash and nothing else.

use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};

use crate::access::hash_token;
use crate::app::App;

const LINK: &str = "logbook_link";

/// The cookie that carries a link to the next page.
pub fn over(app: &App, link: &str) -> Cookie<'static> {
    let secret = link.rsplit('/').next().unwrap_or_default().to_owned();
    Cookie::build((LINK, secret))
        .path("/units")
        .http_only(true)
        .secure(app.settings.secure())
        .same_site(SameSite::Strict)
        .max_age(time::Duration::minutes(2))
        .build()
}

/// The secret that waits in this browser, if it is the one with this hash.
pub fn here(jar: &CookieJar, hash: &[u8]) -> Option<String> {
    let secret = jar.get(LINK)?.value();
    (hash_token(secret) == hash).then(|| secret.to_owned())
}
