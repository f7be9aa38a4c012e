//! Listening, and what belongs to one run of the server.

use crate::api;
use crate::desk::Desk;
use crate::error::ServeError;
use crate::guard::{Guard, TOKEN};
use crate::house::House;
use crate::jobs::Jobs;
use crate::limits;
use crate::patient::Patient;
use crate::store::{Kept, Store};
use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use std::future::Future;
use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;
use tokio::sync::Semaphore;

/// Pause after a failed accept (no file handle left), so that the loop does not spin.
const BREATH: std::time::Duration = std::time::Duration::from_millis(50);

/// How to serve.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where to listen; port 0 takes a free one.
    pub at: SocketAddr,
    /// Secret that every client must show; needed for any address but loopback.
    pub token: Option<String>,
    /// Folder of answers.
    pub store: PathBuf,
    /// Threads of the desk.
    pub threads: usize,
}

/// What an earlier run left.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Answers kept.
    pub answers: usize,
    /// Their bytes.
    pub bytes: u64,
    /// Half-written answers, now removed.
    pub halves: usize,
    /// Jobs that were broken off.
    pub broken_off: usize,
}

/// Everything a question may need.
pub struct Shared {
    /// The corridor.
    pub house: Arc<House>,
    /// Short questions.
    pub desk: Desk,
    /// Long ones.
    pub jobs: Arc<Jobs>,
    /// Kept answers.
    pub store: Arc<Store>,
    /// Warm flows of the sliders.
    pub live: api::live::Live,
}

/// A server that listens, and serves once it is run.
pub struct Server {
    listener: TcpListener,
    guard: Arc<Guard>,
    shared: Arc<Shared>,
    found: Found,
}

impl Server {
    /// Opens the store and listens; nobody is answered yet.
    ///
    /// # Errors
    /// When the address is taken or lets others in without a token, or the folder cannot be used.
    pub fn bind(house: House, config: &Config) -> Result<Server, ServeError> {
        match &config.token {
            None if !config.at.ip().is_loopback() => return Err(ServeError::NoToken(config.at)),
            Some(token) if token.len() < TOKEN => return Err(ServeError::ShortToken),
            _ => {}
        }
        let listener = TcpListener::bind(config.at).map_err(|e| ServeError::Listen(config.at, e))?;
        listener.set_nonblocking(true).map_err(|e| ServeError::Listen(config.at, e))?;
        let at = listener.local_addr().map_err(|e| ServeError::Listen(config.at, e))?;
        let (store, kept) = Store::open(&config.store)?;
        let (house, store) = (Arc::new(house), Arc::new(store));
        let bad = |e| ServeError::Store(config.store.clone(), e);
        let (jobs, broken_off) = Jobs::open(&house, &store, &config.store).map_err(bad)?;
        let desk = Desk::open(&house, config.threads).map_err(ServeError::Threads)?;
        let live = api::live::Live::open(&house).map_err(ServeError::Threads)?;
        let Kept { answers, bytes, halves } = kept;
        Ok(Server {
            listener,
            guard: Arc::new(Guard { at, token: config.token.clone() }),
            shared: Arc::new(Shared { house, desk, jobs, store, live }),
            found: Found { answers, bytes, halves, broken_off },
        })
    }

    /// Where it listens.
    pub fn at(&self) -> SocketAddr {
        self.guard.at
    }

    /// What an earlier run left.
    pub fn found(&self) -> &Found {
        &self.found
    }

    /// Serves until `end`.
    ///
    /// # Errors
    /// When the system gives no threads.
    pub fn run(self, end: impl Future<Output = ()>) -> Result<(), ServeError> {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build();
        let runtime = runtime.map_err(ServeError::Threads)?;
        let app = api::app(&self.shared, &self.guard);
        let at = self.guard.at;
        runtime.block_on(async move {
            let listener = tokio::net::TcpListener::from_std(self.listener).map_err(|e| ServeError::Listen(at, e))?;
            tokio::select! {
                () = accept(listener, app) => {}
                () = end => {}
            }
            Ok(())
        })
    }

    /// Serves until Ctrl-C.
    ///
    /// # Errors
    /// When the system gives no threads.
    pub fn run_until_interrupted(self) -> Result<(), ServeError> {
        self.run(async {
            // Without the signal we serve until we are killed.
            if tokio::signal::ctrl_c().await.is_err() {
                std::future::pending::<()>().await;
            }
        })
    }
}

/// Takes connections, so many at a time; the rest wait in the system's queue.
async fn accept(listener: tokio::net::TcpListener, app: Router) {
    let places = Arc::new(Semaphore::new(limits::CONNECTIONS));
    loop {
        let Ok(place) = Arc::clone(&places).acquire_owned().await else { return };
        let Ok((stream, _)) = listener.accept().await else {
            tokio::time::sleep(BREATH).await;
            continue;
        };
        // Small answers leave at once; a system that refuses this only delays them.
        let _ = stream.set_nodelay(true);
        let service = TowerToHyperService::new(app.clone());
        tokio::spawn(async move {
            let mut http = http1::Builder::new();
            http.timer(TokioTimer::new()).header_read_timeout(limits::SEND).max_buf_size(limits::HEAD);
            // A client that breaks off is its own affair.
            let _ = http.serve_connection(TokioIo::new(Patient::new(stream)), service).await;
            drop(place);
        });
    }
}
