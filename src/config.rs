//! Settings: by flag or environment, checked once at the start. `.env.sample` lists them all.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::Args;

#[derive(Args, Clone, Debug)]
pub struct Settings {
    /// Database: sqlite:PATH or postgres://USER:PASSWORD@HOST/DATABASE (default: a SQLite file in the data folder)
    #[arg(long, env = "LOGBOOK_DATABASE_URL", global = true, hide_env_values = true)]
    pub database_url: Option<String>,

    /// Folder for the SQLite file and whatever else is kept as files
    #[arg(long, env = "LOGBOOK_DATA_DIR", global = true, default_value = "data")]
    pub data_dir: PathBuf,

    /// Address and port to listen on
    #[arg(long, env = "LOGBOOK_LISTEN", global = true, default_value = "127.0.0.1:8080", value_parser = listen)]
    pub listen: SocketAddr,

    /// Address people use to reach this server, for links in mails and safe cookies (default: http://LISTEN)
    #[arg(long, env = "LOGBOOK_BASE_URL", global = true, value_parser = base_url)]
    pub base_url: Option<String>,

    /// Address that requests from a reverse proxy come from; its X-Forwarded-For is then believed
    #[arg(long, env = "LOGBOOK_TRUSTED_PROXY", global = true)]
    pub trusted_proxy: Option<std::net::IpAddr>,

    /// Mail server: smtp://[USER:PASSWORD@]HOST[:PORT], or smtps://…; without one, mails stay readable in the outbox
    #[arg(long, env = "LOGBOOK_SMTP_URL", global = true, hide_env_values = true)]
    pub smtp_url: Option<String>,

    /// Sender of mails
    #[arg(long, env = "LOGBOOK_MAIL_FROM", global = true, default_value = "logbook@localhost")]
    pub mail_from: String,
}

fn listen(text: &str) -> Result<SocketAddr, String> {
    text.parse().map_err(|_| "expected ADDRESS:PORT, such as 127.0.0.1:8080 or [::]:8080".into())
}

fn base_url(text: &str) -> Result<String, String> {
    let trimmed = text.trim_end_matches('/');
    let host = trimmed.strip_prefix("https://").or_else(|| trimmed.strip_prefix("http://"));
    match host {
        Some(host) if !host.is_empty() && !host.contains(['/', '?', '#', ' ']) => Ok(trimmed.to_owned()),
        _ => Err("expected http://HOST or https://HOST, without a path".into()),
    }
}

impl Settings {
    pub fn database_url(&self) -> String {
        match &self.database_url {
            Some(url) => url.clone(),
            None => format!("sqlite:{}", self.data_dir.join("logbook.sqlite").display()),
        }
    }

    pub fn base_url(&self) -> String {
        self.base_url.clone().unwrap_or_else(|| format!("http://{}", self.listen))
    }

    /// Cookies are marked `Secure` where people come over https.
    pub fn secure(&self) -> bool {
        self.base_url().starts_with("https://")
    }
}
