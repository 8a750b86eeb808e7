//! Logs tell nothing of people, not even at the most talkative level.

use std::io::Write;
use std::sync::{Arc, Mutex};

use super::super::mail::{closed_port, send_next};
use super::{PASSWORD, account, give, invite, link, sign_in, signed_in};
use crate::access::RoleKind;
use crate::config::Settings;
use crate::testing::TestApp;

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn logs_hold_no_address_no_name_no_secret() {
    let app = TestApp::new().await;
    let log = Log::default();
    let to = log.clone();
    let filter = Settings { log: "trace".into(), ..app.settings.clone() }.log_filter();
    let subscriber = tracing_subscriber::fmt().with_env_filter(filter).with_writer(move || to.clone());
    subscriber.with_ansi(false).try_init().expect("nobody else listens");
    tracing::trace!("the most talkative level");

    let id = account(&app, "mentor-vera@example.org").await;
    give(&app, id, RoleKind::Mentor, "ljubljana").await;
    sign_in(&app, "mentor-vera@example.org", "guessed-at-it").await;
    let vera = signed_in(&app, "mentor-vera@example.org", PASSWORD).await;
    let invited = invite(&app, &vera, "mc-reka", "ana-posebna@example.org", "worker").await;
    let path = link(&invited.body).unwrap();
    app.post(&path, "", &[("name", "Ana Posebna"), ("password", "something longer")]).await;
    app.get("/units/mreza/mc-sava/people?q=posebna", &vera).await;
    send_next(&app, Some(&closed_port())).await.unwrap();

    let said = String::from_utf8_lossy(&log.0.lock().unwrap()).to_lowercase();
    assert!(said.contains("a mail was not taken"), "the log was listened to: {}", said.len());
    assert!(said.contains("the most talkative level"), "also at the most talkative level");
    let secret = path.rsplit('/').next().unwrap();
    for word in ["vera", "posebna", PASSWORD, "something longer", "guessed-at-it", secret, &vera[16..]] {
        let at = said.find(&word.to_lowercase());
        assert!(at.is_none(), "{word}: …{}…", at.map_or("", |at| &said[at.saturating_sub(200)..at + 40]));
    }
}
