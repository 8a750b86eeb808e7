//! `logbook serve`.

use std::net::SocketAddr;

use crate::app::App;
use crate::cli::Refused;
use crate::{people, routes, web};

pub async fn serve(app: App) -> Result<(), Refused> {
    log();
    let listen = app.settings.listen;
    let socket = tokio::net::TcpListener::bind(listen)
        .await
        .map_err(|error| format!("LOGBOOK_LISTEN: cannot listen on {listen}: {error}"))?;
    tracing::info!(address = %app.settings.base_url(), database = app.db.engine(), "serving");
    tokio::spawn(people::run_outbox(app.clone()));
    let site = web::serve(app.clone(), routes()).into_make_service_with_connect_info::<SocketAddr>();
    axum::serve(socket, site).with_graceful_shutdown(stopped()).await.map_err(|error| error.to_string())?;
    app.db.close().await;
    Ok(())
}

/// Logs go to standard error. They name routes and failures, never people or what they wrote.
fn log() {
    let filter = tracing_subscriber::EnvFilter::try_from_env("LOGBOOK_LOG")
        .unwrap_or_else(|_| tracing_subscriber::EnvFilter::new("info,sqlx=warn"));
    let _ = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).try_init();
}

async fn stopped() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut terminate) = signal(SignalKind::terminate()) {
            tokio::select! { _ = interrupt => {}, _ = terminate.recv() => {} }
            return;
        }
    }
    let _ = interrupt.await;
}
