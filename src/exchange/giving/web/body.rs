//! A file as an answer, sent while it is written.

use std::io::{self, BufWriter, Write};
use std::time::Duration;

use axum::body::{Body, Bytes};
use futures_util::{StreamExt, stream};
use tokio::runtime::Handle;
use tokio::sync::mpsc;

/// Parts that wait to be sent.
const WAITING: usize = 4;
/// The size of a part.
const PART: usize = 64 * 1024;
/// Whoever takes nothing for so long has left without saying so.
const PATIENCE: Duration = Duration::from_secs(60);

/// A part of the file, or (none) its end. A body that ends without one was cut off, and says so.
type Part = Option<Bytes>;

/// What is written into goes to the visitor. Blocks where they are slow, so it is for threads that may wait.
pub struct Pipe {
    send: mpsc::Sender<Part>,
    runtime: Handle,
}

/// Tells the body that the file is whole.
pub struct End(mpsc::Sender<Part>);

impl End {
    pub async fn whole(self) {
        let _ = self.0.send(None).await;
    }

    /// Whether the visitor has left.
    pub fn is_gone(&self) -> bool {
        self.0.is_closed()
    }
}

impl Write for Pipe {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let part = Some(Bytes::copy_from_slice(bytes));
        match self.runtime.block_on(tokio::time::timeout(PATIENCE, self.send.send(part))) {
            Ok(Ok(())) => Ok(bytes.len()),
            _ => Err(io::ErrorKind::BrokenPipe.into()),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Where to write, how to end, and the body that sends it.
pub fn piped() -> (BufWriter<Pipe>, End, Body) {
    let (send, receive) = mpsc::channel::<Part>(WAITING);
    let pipe = Pipe { send: send.clone(), runtime: Handle::current() };
    let parts = stream::unfold(Some(receive), |receive| async {
        let mut receive = receive?;
        match receive.recv().await {
            Some(Some(bytes)) => Some((Ok(bytes), Some(receive))),
            Some(None) => None,
            None => Some((Err(io::Error::other("the file was not written to its end")), None)),
        }
    });
    // Packing asks once more behind the end.
    (BufWriter::with_capacity(PART, pipe), End(send), Body::from_stream(parts.fuse()))
}
