//! Asks a running server route questions at a steady rate, whether it keeps up or not (open loop), and tells how late the answers are.
//!
//!     keruen serve --port 7400 &
//!     cargo run --release -p keruen-server --example load -- 127.0.0.1:7400 --rate 50 --seconds 60
//!     cargo run --release -p keruen-server --example load -- 127.0.0.1:7400 --rate 1000 --seconds 60 --same 50
//!
//! Latency counts from the moment at which a question was due, so that a server that falls behind cannot hide it. Every question
//! differs from every other (places, goods, quantity), unless `--same N` asks for N of them in turn, found before the clock starts.
//! A question that names a place not open on the day is `refused` with its reason (400): that is an answer. All else is a fault.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "an example talks to its reader")]

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// Connections that ask; more than can wait at once.
const SENDERS: usize = 48;
/// East and west of the sea, so that most questions have an answer.
const EAST: [&str; 5] = ["CN", "KZ", "UZ", "KG", "TM"];
const WEST: [&str; 5] = ["AZ", "GE", "TR", "AM", "RO"];
const GOODS: [(&str, &str); 3] = [("container-40", "container"), ("container-20", "container"), ("wheat", "t")];

struct Connection {
    out: TcpStream,
    back: BufReader<TcpStream>,
    at: String,
}

impl Connection {
    fn open(at: &str) -> std::io::Result<Connection> {
        let out = TcpStream::connect(at)?;
        out.set_nodelay(true)?;
        out.set_read_timeout(Some(Duration::from_secs(60)))?;
        Ok(Connection { back: BufReader::with_capacity(1 << 18, out.try_clone()?), out, at: at.into() })
    }

    /// Sends a question, reads the whole answer; status and bytes.
    fn ask(&mut self, path: &str, body: &str, more: &str) -> std::io::Result<(u16, Vec<u8>)> {
        let method = if body.is_empty() { "GET" } else { "POST" };
        let text = format!(
            "{method} {path} HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\n{more}Content-Length: {}\r\n\r\n{body}",
            self.at,
            body.len()
        );
        self.out.write_all(text.as_bytes())?;
        let (mut status, mut length, mut line) = (0, 0, String::new());
        loop {
            line.clear();
            if self.back.read_line(&mut line)? == 0 {
                return Err(std::io::ErrorKind::UnexpectedEof.into());
            }
            let l = line.trim_end().to_ascii_lowercase();
            if let Some(s) = l.strip_prefix("http/1.1 ") {
                status = s.split(' ').next().and_then(|s| s.parse().ok()).unwrap_or(0);
            } else if let Some(n) = l.strip_prefix("content-length:") {
                length = n.trim().parse().unwrap_or(0);
            } else if l.is_empty() {
                break;
            }
        }
        let mut bytes = vec![0; length];
        self.back.read_exact(&mut bytes)?;
        Ok((status, bytes))
    }
}

/// Questions over the sea, each different.
fn questions(at: &str, count: usize) -> std::io::Result<Vec<String>> {
    let (_, bytes) = Connection::open(at)?.ask("/api/corridor", "", "")?;
    let corridor: Value = serde_json::from_slice(&bytes)?;
    let places = |countries: &[&str]| -> Vec<String> {
        let all = corridor["places"].as_array().into_iter().flatten();
        let wanted = all.filter(|p| p["country"].as_str().is_some_and(|c| countries.contains(&c)));
        wanted.filter_map(|p| p["id"].as_str().map(str::to_string)).collect()
    };
    let (east, west) = (places(&EAST), places(&WEST));
    let one = |i: usize| {
        let (a, b) = (&east[i % east.len()], &west[(i / east.len() + i * 7) % west.len()]);
        let (from, to) = if i % 2 == 0 { (a, b) } else { (b, a) };
        let (cargo, unit) = GOODS[i % GOODS.len()];
        let quantity = if unit == "t" { 600.0 + i as f64 } else { 1.0 + (i / 60) as f64 };
        json!({"from": from, "to": to, "cargo": cargo, "unit": unit, "quantity": quantity}).to_string()
    };
    Ok((0..count).map(one).collect())
}

/// The first questions that have an answer, which the server keeps from then on.
fn answered(at: &str, count: usize) -> std::io::Result<Vec<String>> {
    let mut c = Connection::open(at)?;
    let mut out = Vec::new();
    for q in questions(at, count * 2)? {
        if out.len() < count && c.ask("/api/route", &q, "")?.0 == 200 {
            out.push(q);
        }
    }
    Ok(out)
}

/// Why a question has no answer, in words.
fn told(answer: Option<std::io::Result<(u16, Vec<u8>)>>) -> String {
    match answer {
        None => "no connection".into(),
        Some(Err(e)) => e.to_string(),
        Some(Ok((status, body))) => format!("{status} {}", String::from_utf8_lossy(&body)),
    }
}

fn number(args: &[String], flag: &str, usual: f64) -> f64 {
    args.iter().position(|a| a == flag).and_then(|i| args.get(i + 1)?.parse().ok()).unwrap_or(usual)
}

fn main() -> std::io::Result<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let Some(at) = args.first().filter(|a| !a.starts_with('-')) else {
        eprintln!("usage: load ADDRESS [--rate N] [--seconds N] [--same N] [--gzip 1]");
        std::process::exit(2);
    };
    let (rate, seconds) = (number(&args, "--rate", 50.0), number(&args, "--seconds", 60.0));
    let (same, all) = (number(&args, "--same", 0.0) as usize, (rate * seconds) as usize);
    let packed = if number(&args, "--gzip", 0.0) > 0.0 { "Accept-Encoding: gzip\r\n" } else { "" };
    let list = if same > 0 { answered(at, same)? } else { questions(at, all)? };
    let (next, faults, bytes) = (AtomicUsize::new(0), AtomicUsize::new(0), AtomicUsize::new(0));
    let refused = AtomicUsize::new(0);
    let late = Mutex::new(Vec::with_capacity(all));
    let begun = Instant::now();
    std::thread::scope(|scope| {
        for _ in 0..SENDERS {
            scope.spawn(|| {
                let mut c = Connection::open(at).ok();
                loop {
                    let i = next.fetch_add(1, Ordering::Relaxed);
                    if i >= all {
                        return;
                    }
                    let due = begun + Duration::from_secs_f64(i as f64 / rate);
                    std::thread::sleep(due.saturating_duration_since(Instant::now()));
                    let answer = c.as_mut().map(|c| c.ask("/api/route", &list[i % list.len()], packed));
                    match answer {
                        Some(Ok((200, got))) => drop(bytes.fetch_add(got.len(), Ordering::Relaxed)),
                        Some(Ok((400, _))) => drop(refused.fetch_add(1, Ordering::Relaxed)),
                        other => {
                            if faults.fetch_add(1, Ordering::Relaxed) == 0 {
                                eprintln!("first fault, of {}: {}", list[i % list.len()], told(other));
                            }
                            c = Connection::open(at).ok();
                        }
                    }
                    late.lock().unwrap_or_else(|e| e.into_inner()).push(due.elapsed().as_secs_f64() * 1e3);
                }
            });
        }
    });
    let mut late = late.into_inner().unwrap_or_default();
    late.sort_by(f64::total_cmp);
    let at_share =
        |share: f64| late.get(((late.len() as f64 * share) as usize).min(late.len().saturating_sub(1))).copied().unwrap_or(0.0);
    println!(
        "{}",
        json!({
            "rate": rate, "asked": all, "different": list.len(), "faults": faults.into_inner(),
            "refused": refused.into_inner(), "wall_s": begun.elapsed().as_secs_f64(),
            "mb": bytes.into_inner() as f64 / 1e6, "p50_ms": at_share(0.5), "p90_ms": at_share(0.9), "p99_ms": at_share(0.99), "max_ms": at_share(1.0)
        })
    );
    Ok(())
}
