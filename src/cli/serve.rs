//! `logbook serve`.

use std::future::IntoFuture;
use std::net::SocketAddr;
use std::time::Duration;

use tokio::sync::watch;

use crate::app::App;
use crate::cli::Refused;
use crate::{answers, calendar, evaluation, jobs, measures, people, results, retention, routes, web};

/// What is done beside requests.
const JOBS: [jobs::Kind; 5] =
    [people::DEPARTURES, retention::JOB, evaluation::JOB, results::JOB, calendar::JOB];

/// How long requests that have begun may take to end when the server is stopped.
const GRACE: Duration = Duration::from_secs(5);

pub async fn serve(app: App) -> Result<(), Refused> {
    log(&app.settings.log_filter());
    let listen = app.settings.listen;
    let socket = tokio::net::TcpListener::bind(listen)
        .await
        .map_err(|error| format!("LOGBOOK_LISTEN: cannot listen on {listen}: {error}"))?;
    let (stop, stopping) = watch::channel(false);
    tokio::spawn(async move {
        stopped().await;
        let _ = stop.send(true);
    });
    tracing::info!(address = %app.settings.base_url(), database = app.db.engine(), "serving");
    tokio::spawn(measures::warm(app.db.clone(), app.clock.day()));
    let settling = app.clone();
    tokio::spawn(async move {
        if let Err(error) = answers::settle(&settling).await {
            tracing::error!(%error, "answers that wait could not be looked after");
        }
    });
    let outbox = tokio::spawn(people::run_outbox(app.clone(), stopping.clone()));
    let jobs = tokio::spawn(jobs::run(app.clone(), &JOBS, stopping.clone()));
    let site = web::serve(app.clone(), routes()).into_make_service_with_connect_info::<SocketAddr>();
    let server = axum::serve(socket, site).with_graceful_shutdown(told(stopping.clone())).into_future();
    let overdue = async {
        told(stopping).await;
        tokio::time::sleep(GRACE).await;
    };
    let ended = async {
        let served = server.await;
        let _ = outbox.await;
        let _ = jobs.await;
        served
    };
    tokio::select! {
        served = ended => served.map_err(|error| error.to_string())?,
        () = overdue => tracing::warn!("stopped before every request was answered"),
    }
    // What hangs on to a connection must not keep the program from ending.
    let _ = tokio::time::timeout(GRACE, app.db.close()).await;
    Ok(())
}

/// Logs go to standard error, in colour only where somebody looks on. They name routes and failures, never people or what they wrote.
fn log(filter: &str) {
    let filter = tracing_subscriber::EnvFilter::new(filter);
    let colour = std::io::IsTerminal::is_terminal(&std::io::stderr());
    let to = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    let _ = to.with_ansi(colour).try_init();
}

async fn told(mut stopping: watch::Receiver<bool>) {
    let _ = stopping.wait_for(|stop| *stop).await;
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
