//! Bytes of all kinds against a server: it never falls over, and a good question behind them is answered.

mod common;

use common::tools;
use keruen_mcp::{Limits, listen};
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

/// Mutated messages sent.
const MESSAGES: usize = 400;

/// A small generator of its own (splitmix64), so that a message is found again by its number.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % n as u64) as usize
    }
}

fn hello() -> Value {
    json!({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {"protocolVersion": "2025-06-18",
        "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}}})
}

fn question(id: &str) -> Value {
    json!({"jsonrpc": "2.0", "id": id, "method": "tools/call", "params": {"name": "ask_route",
        "arguments": {"from": "steppe", "to": "poti", "cargo": "container-40", "ways": 2}}})
}

/// One message with a byte changed, taken out, put in, doubled, or cut off; never with a line's end.
fn mutated(dice: &mut Dice) -> Vec<u8> {
    let list = json!({"jsonrpc": "2.0", "id": "l", "method": "tools/list"});
    let mut bytes = [question("m"), list, hello()][dice.below(3)].to_string().into_bytes();
    for _ in 0..=dice.below(4) {
        let at = dice.below(bytes.len());
        match dice.below(6) {
            0 => bytes[at] = dice.below(256) as u8,
            1 => drop(bytes.remove(at)),
            2 => bytes.insert(at, b"{}[]\",:0-9\\\xff\xc3"[dice.below(13)]),
            3 => bytes.truncate(at + 1),
            4 => bytes.extend_from_within(..at),
            _ => bytes[at] = b"\"{}[]0"[dice.below(6)],
        }
    }
    bytes.retain(|b| *b != b'\n');
    // A message that took another's id would be taken for its answer.
    if String::from_utf8_lossy(&bytes).contains("last") { Vec::new() } else { bytes }
}

#[tokio::test(flavor = "multi_thread")]
async fn mutated_messages_leave_the_server_answering() {
    let (near, far) = tokio::io::duplex(1 << 20);
    let (read, write) = tokio::io::split(far);
    let limits = Limits { message_bytes: 1 << 14, ..Limits::default() };
    let served = tokio::spawn(keruen_mcp::serve(tools(limits), read, write));
    let (read, mut write) = tokio::io::split(near);
    let mut lines = BufReader::new(read).lines();
    let mut send = hello().to_string().into_bytes();
    send.extend(b"\n{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}\n");
    let mut dice = Dice(7);
    for _ in 0..MESSAGES {
        send.extend(mutated(&mut dice));
        send.push(b'\n');
    }
    // A line longer than the bound, then the question that must be answered.
    send.extend(std::iter::repeat_n(b'x', 1 << 15));
    send.push(b'\n');
    send.extend(question("last").to_string().into_bytes());
    send.push(b'\n');
    tokio::spawn(async move {
        write.write_all(&send).await.unwrap();
        // Held open: an end of the stream would end the server before it answers.
        std::future::pending::<()>().await;
    });
    let mut answered = None;
    while let Ok(Some(line)) = lines.next_line().await {
        let message: Value = serde_json::from_str(&line).expect("what the server says is JSON");
        if message["id"] == "last" {
            answered = Some(message);
            break;
        }
    }
    let answered = answered.expect("the question behind the mutations is answered");
    assert_eq!(answered["result"]["structuredContent"]["ways"].as_array().unwrap().len(), 2, "{answered}");
    served.abort();
}

/// One HTTP request as bytes; the status of what comes back.
async fn status(address: &str, head: &str, body: &[u8]) -> u16 {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let request = format!("{head}Content-Length: {}\r\nConnection: close\r\n\r\n", body.len());
    stream.write_all(request.as_bytes()).await.unwrap();
    // A server that refuses by the head may close before it has read the body.
    let _ = stream.write_all(body).await;
    let mut start = [0; 12];
    stream.read_exact(&mut start).await.unwrap();
    String::from_utf8_lossy(&start)[9..12].parse().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn http_refuses_other_hosts_pages_and_floods() {
    let limits = Limits { message_bytes: 1 << 14, ..Limits::default() };
    let listening = listen(tools(limits), 0).await.unwrap();
    let address = listening.url().trim_start_matches("http://").trim_end_matches("/mcp").to_string();
    tokio::spawn(listening.run(Default::default()));
    let head = |host: &str, more: &str| {
        format!(
            "POST /mcp HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\n\
             Accept: application/json, text/event-stream\r\n{more}"
        )
    };
    let body = hello().to_string().into_bytes();
    assert_eq!(status(&address, &head(&address, ""), &body).await, 200);
    assert_eq!(status(&address, &head("evil.example", ""), &body).await, 403, "another host: rebinding");
    let page = "Origin: http://evil.example\r\n";
    assert_eq!(status(&address, &head(&address, page), &body).await, 403, "a page of a browser");
    let flood = vec![b' '; 1 << 16];
    assert_eq!(status(&address, &head(&address, ""), &flood).await, 413, "a body beyond the bound");
    let mut dice = Dice(11);
    for _ in 0..60 {
        let code = status(&address, &head(&address, ""), &mutated(&mut dice)).await;
        assert!((200..500).contains(&code), "{code}");
    }
    assert_eq!(status(&address, &head(&address, ""), &body).await, 200, "it still answers");
}
