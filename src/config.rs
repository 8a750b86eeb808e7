//! Settings: by flag or environment, checked once at the start. `.env.sample` lists them all.

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};

use clap::Args;
use lettre::message::Mailbox;
use lettre::{AsyncSmtpTransport, Tokio1Executor};

#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Settings")]
pub struct Settings {
    /// Database: sqlite:PATH or postgres://USER:PASSWORD@HOST/DATABASE (default: a SQLite file in the data folder)
    #[arg(long, env = "LOGBOOK_DATABASE_URL", global = true, hide_env_values = true)]
    pub database_url: Option<String>,

    /// Folder for the SQLite file and whatever else is kept as files (default: data, and data-demo for the demonstration)
    #[arg(long, env = "LOGBOOK_DATA_DIR", global = true)]
    pub data_dir: Option<PathBuf>,

    /// Address and port to listen on
    #[arg(long, env = "LOGBOOK_LISTEN", global = true, default_value = "127.0.0.1:8080", value_parser = listen)]
    pub listen: SocketAddr,

    /// Address people use to reach this server, for links in mails and safe cookies (default: http://LISTEN)
    #[arg(long, env = "LOGBOOK_BASE_URL", global = true, value_parser = base_url)]
    pub base_url: Option<String>,

    /// Address that requests from a reverse proxy come from; its X-Forwarded-For is then believed
    #[arg(long, env = "LOGBOOK_TRUSTED_PROXY", global = true, value_parser = proxy)]
    pub trusted_proxy: Option<IpAddr>,

    /// Mail server: smtp://[USER:PASSWORD@]HOST[:PORT], or smtps://…; without one, mails stay readable in the outbox
    #[arg(long, env = "LOGBOOK_SMTP_URL", global = true, hide_env_values = true)]
    pub smtp_url: Option<String>,

    /// Sender of mails
    #[arg(long, env = "LOGBOOK_MAIL_FROM", global = true, default_value = "logbook@localhost", value_parser = mail_from)]
    pub mail_from: String,

    /// What is logged: off, error, warn, info, debug or trace
    #[arg(long, env = "LOGBOOK_LOG", global = true, default_value = "info", value_parser = log)]
    pub log: String,
}

// Each says the name of its setting: whoever wrote it into a file knows no flag.

fn listen(text: &str) -> Result<SocketAddr, String> {
    let why = "LOGBOOK_LISTEN: expected ADDRESS:PORT, such as 127.0.0.1:8080 or [::]:8080";
    text.parse().map_err(|_| why.into())
}

fn base_url(text: &str) -> Result<String, String> {
    let trimmed = text.trim_end_matches('/');
    let host = trimmed.strip_prefix("https://").or_else(|| trimmed.strip_prefix("http://"));
    let odd = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '/' | '?' | '#' | '@');
    match host {
        Some(host) if !host.is_empty() && !host.contains(odd) => Ok(trimmed.to_owned()),
        _ => Err("LOGBOOK_BASE_URL: expected http://HOST or https://HOST, without a path".into()),
    }
}

fn proxy(text: &str) -> Result<IpAddr, String> {
    let why = "LOGBOOK_TRUSTED_PROXY: expected an IP address, such as 127.0.0.1 or ::1";
    text.parse().map_err(|_| why.into())
}

fn mail_from(text: &str) -> Result<String, String> {
    let why = "LOGBOOK_MAIL_FROM: expected a mail address, such as logbook@example.org";
    text.parse::<Mailbox>().map(|_| text.to_owned()).map_err(|_| why.into())
}

/// Levels only, for all or for a part (`info,logbook=debug`): the filter itself would take any word for a part's name.
fn log(text: &str) -> Result<String, String> {
    let level = |part: &str| {
        let level = part.rsplit('=').next().unwrap_or(part);
        ["off", "error", "warn", "info", "debug", "trace"].contains(&level)
    };
    if text.split(',').all(level) {
        Ok(text.to_owned())
    } else {
        Err("LOGBOOK_LOG: expected off, error, warn, info, debug or trace".into())
    }
}

impl Settings {
    /// What the flags cannot check without repeating a password in the error.
    pub fn check(&self) -> Result<(), String> {
        if let Some(url) = &self.database_url
            && !["sqlite:", "postgres://", "postgresql://"].iter().any(|kind| {
                url.strip_prefix(kind).is_some_and(|rest| !rest.trim_start_matches('/').is_empty())
            })
        {
            return Err(
                "LOGBOOK_DATABASE_URL: expected sqlite:PATH or postgres://USER:PASSWORD@HOST/DATABASE".into(),
            );
        }
        if let Some(url) = &self.smtp_url
            && AsyncSmtpTransport::<Tokio1Executor>::from_url(url).is_err()
        {
            return Err("LOGBOOK_SMTP_URL: expected smtp://[USER:PASSWORD@]HOST[:PORT] or smtps://…".into());
        }
        Ok(())
    }

    /// What is logged. The layers below us name addresses when they are talkative, and an address can hold a secret.
    pub fn log_filter(&self) -> String {
        format!("{},tower_http=off,hyper=off,hyper_util=off", self.log)
    }

    pub fn database_url(&self) -> String {
        match &self.database_url {
            Some(url) => url.clone(),
            None => format!("sqlite:{}", self.data_dir().join("logbook.sqlite").display()),
        }
    }

    pub fn data_dir(&self) -> &Path {
        self.data_dir.as_deref().unwrap_or(Path::new("data"))
    }

    /// The setting that says where the database is, for words about what is wrong with it.
    pub fn database_setting(&self) -> &'static str {
        if self.database_url.is_some() { "LOGBOOK_DATABASE_URL" } else { "LOGBOOK_DATA_DIR" }
    }

    pub fn base_url(&self) -> String {
        self.base_url.clone().unwrap_or_else(|| format!("http://{}", self.listen))
    }

    /// Cookies are marked `Secure` where people come over https.
    pub fn secure(&self) -> bool {
        self.base_url().starts_with("https://")
    }
}
