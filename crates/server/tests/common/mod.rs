//! A server on a free port, and a client that speaks plainly: what is sent is what stands in the test.

#![allow(dead_code)]

pub mod schema;

use keruen_model::scenario::parse;
use keruen_results::map::MapData;
use keruen_server::{Config, House, Server};
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::thread::JoinHandle;
use std::time::Duration;

/// A folder of this test's own.
pub fn scratch(name: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&dir);
    std::fs::create_dir_all(&dir).unwrap();
    dir
}

/// The small corridor, copied, so that scenarios can be made in it.
pub fn mini(name: &str) -> PathBuf {
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corridors/caspian-mini");
    let to = scratch(name).join("mini");
    copy(&from, &to);
    to
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap().flatten() {
        let (path, to) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() { copy(&path, &to) } else { std::fs::copy(path, to).map(drop).unwrap() }
    }
}

pub fn house(folder: &Path) -> House {
    let loaded = keruen_tables::read_folder(folder, &Default::default()).unwrap();
    let mut scenarios = Vec::new();
    for file in std::fs::read_dir(folder.join("scenarios")).unwrap().flatten() {
        scenarios.push(parse("scenario", &std::fs::read_to_string(file.path()).unwrap()).unwrap());
    }
    scenarios.sort_by(|a, b| a.id.cmp(&b.id));
    let hashes = loaded.hashes.iter().map(|h| h.sha256.as_str());
    House::new((folder.to_path_buf(), MapData::default()), loaded.corridor, scenarios, hashes)
}

/// A server that ends with the test.
pub struct Served {
    pub at: SocketAddr,
    end: Option<tokio::sync::oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Drop for Served {
    fn drop(&mut self) {
        drop(self.end.take());
        self.thread.take().map(|t| t.join());
    }
}

pub fn serve(folder: &Path, token: Option<&str>) -> Served {
    let config =
        Config { at: "127.0.0.1:0".parse().unwrap(), token: token.map(str::to_string), store: folder.join("store"), threads: 2 };
    let server = Server::bind(house(folder), &config).unwrap();
    let at = server.at();
    let (end, ended) = tokio::sync::oneshot::channel::<()>();
    let thread = std::thread::spawn(move || server.run(async move { drop(ended.await) }).unwrap());
    Served { at, end: Some(end), thread: Some(thread) }
}

/// An answer: status, head, body.
#[derive(Debug)]
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Answer {
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap_or_else(|e| panic!("{e}: {}", self.body))
    }
}

impl Served {
    /// Sends bytes as they are and reads until the server closes.
    pub fn raw(&self, bytes: &[u8]) -> Answer {
        let mut s = self.connect();
        // The server may close before everything is sent: that too is an answer.
        let _ = s.write_all(bytes);
        let mut text = Vec::new();
        let _ = s.read_to_end(&mut text);
        let text = String::from_utf8_lossy(&text).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((text.as_str(), ""));
        let status = head.split(' ').nth(1).and_then(|s| s.parse().ok()).unwrap_or(0);
        Answer { status, head: head.to_lowercase(), body: body.into() }
    }

    pub fn connect(&self) -> TcpStream {
        let s = TcpStream::connect(self.at).unwrap();
        s.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        s
    }

    pub fn get(&self, path: &str) -> Answer {
        self.raw(format!("GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.at).as_bytes())
    }

    pub fn post(&self, path: &str, body: &str) -> Answer {
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\nContent-Length: {}\r\nConnection: close\r\n\r\n",
            self.at,
            body.len()
        );
        self.raw(&[head.as_bytes(), body.as_bytes()].concat())
    }
}
