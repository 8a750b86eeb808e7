//! What is logged, at the most talkative level that can be set.

use std::io;
use std::sync::{Arc, Mutex};

use tracing::subscriber::DefaultGuard;
use tracing_subscriber::EnvFilter;
use tracing_subscriber::fmt::MakeWriter;

use super::story::{Story, word};
use crate::answers::tests::scene::key;
use crate::config::Settings;

#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl io::Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<'a> MakeWriter<'a> for Lines {
    type Writer = Lines;
    fn make_writer(&'a self) -> Lines {
        self.clone()
    }
}

pub struct Log {
    lines: Lines,
    _until: DefaultGuard,
}

impl Log {
    /// From now on, of this thread.
    pub fn listen() -> Log {
        let lines = Lines::default();
        let settings = Settings { log: "trace".into(), ..Settings::for_tests(std::path::Path::new("")) };
        let subscriber = tracing_subscriber::fmt()
            .with_env_filter(EnvFilter::new(settings.log_filter()))
            .with_writer(lines.clone())
            .finish();
        let until = tracing::subscriber::set_default(subscriber);
        tracing::trace!("listening");
        Log { lines, _until: until }
    }

    pub fn tells_nothing_of(&self, story: &Story) {
        let said = String::from_utf8_lossy(&self.lines.0.lock().unwrap()).into_owned();
        assert!(said.contains("listening"), "the log is listened to");
        let mut told: Vec<String> =
            vec![story.scene.evaluation().to_string(), "inbox".into(), "submission".into()];
        for asked in &story.scene.units {
            told.push(asked.unit_id.to_string());
        }
        for it in &story.sent {
            told.extend([it.code.as_str().to_owned(), word(it.n), key(it.n).to_string()]);
        }
        for it in told {
            assert!(!said.contains(&it), "{it}: {said}");
        }
        // Nothing at all while they answer: when a line came would tell when somebody answered.
        let lines = said.lines().filter(|line| !line.contains("listening")).count();
        assert!(lines < story.sent.len() / 20, "{lines} lines");
    }
}
