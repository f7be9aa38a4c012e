//! What a hostile page, a broken client or a flood can do: nothing.

mod common;

use common::{Served, mini, serve};
use std::io::{Read, Write};
use std::net::Shutdown;

fn head(s: &Served, first: &str, more: &str) -> u16 {
    s.raw(format!("{first} HTTP/1.1\r\n{more}Connection: close\r\n\r\n").as_bytes()).status
}

#[test]
fn a_name_that_was_made_to_point_here_is_refused() {
    let s = serve(&mini("hostile-rebinding"), None);
    let port = s.at.port();
    assert_eq!(head(&s, "GET /api/corridor", &format!("Host: evil.example:{port}\r\n")), 421);
    assert_eq!(head(&s, "GET /api/corridor", "Host: 127.0.0.1:1\r\n"), 421);
    assert_eq!(head(&s, "GET /api/corridor", ""), 421);
    assert_eq!(head(&s, "GET /api/corridor", &format!("Host: localhost:{port}\r\n")), 200);
}

#[test]
fn another_page_may_not_ask() {
    let s = serve(&mini("hostile-origin"), None);
    let host = format!("Host: {}\r\n", s.at);
    assert_eq!(head(&s, "GET /api/corridor", &format!("{host}Origin: http://evil.example\r\n")), 403);
    assert_eq!(head(&s, "GET /api/corridor", &format!("{host}Origin: null\r\n")), 403);
    assert_eq!(head(&s, "GET /api/corridor", &format!("{host}Origin: https://{}\r\n", s.at)), 403);
    assert_eq!(head(&s, "GET /api/corridor", &format!("{host}Sec-Fetch-Site: cross-site\r\n")), 403);
    assert_eq!(head(&s, "GET /api/corridor", &format!("{host}Origin: http://{}\r\n", s.at)), 200);
    // A form can send text, never JSON.
    let form = format!("{host}Content-Type: text/plain\r\nContent-Length: 2\r\n");
    assert_eq!(s.raw(format!("POST /api/route HTTP/1.1\r\n{form}Connection: close\r\n\r\n{{}}").as_bytes()).status, 415);
}

#[test]
fn every_answer_forbids_inline_script_and_foreign_content() {
    let s = serve(&mini("hostile-policy"), None);
    for path in ["/", "/api/corridor", "/api/none", "/none"] {
        let a = s.get(path);
        assert!(a.head.contains("content-security-policy: default-src 'none'; script-src 'self'"), "{path}: {}", a.head);
        assert!(!a.head.contains("unsafe"), "{path}");
        assert!(a.head.contains("x-content-type-options: nosniff") && a.head.contains("x-frame-options: deny"), "{path}");
        assert!(!a.head.contains("access-control-allow-origin"), "{path}");
    }
    let page = s.get("/").body;
    assert!(!page.contains("<style") && !page.contains("onclick") && !page.contains("<script>"), "{page}");
}

#[test]
fn a_token_is_asked_for_and_kept_as_a_cookie() {
    let secret = "a-secret-of-more-than-sixteen";
    let s = serve(&mini("hostile-token"), Some(secret));
    assert_eq!(s.get("/").status, 401);
    assert_eq!(s.get("/api/corridor").status, 401);
    assert_eq!(s.get("/?token=a-secret-of-more-than-sixteem").status, 401);
    let welcome = s.get(&format!("/?token={secret}"));
    assert_eq!(welcome.status, 303);
    assert!(welcome.head.contains("httponly; samesite=strict"));
    let host = format!("Host: {}\r\n", s.at);
    assert_eq!(head(&s, "GET /api/corridor", &format!("{host}Cookie: keruen={secret}\r\n")), 200);
    assert_eq!(head(&s, "GET /api/corridor", &format!("{host}Authorization: Bearer {secret}\r\n")), 200);
    assert_eq!(s.get(&format!("/api/corridor?token={secret}")).status, 401);
}

#[test]
fn no_path_leads_out_of_the_page_or_the_base_map() {
    let s = serve(&mini("hostile-paths"), None);
    for path in [
        "/../Cargo.toml",
        "/%2e%2e/Cargo.toml",
        "/assets/../../Cargo.toml",
        "/..%2f..%2fetc/passwd",
        "//etc/passwd",
        "/C:/x",
        "/api/base/../corridor.toml",
        "/api/base/..%2fcorridor.toml",
        "/api/base/%2e%2e%2fnode.csv",
        "/api/base/world",
        "/api/answers/..%2f..%2fcorridor",
        "/api/answers/running",
        "/api/scenarios/..%2f..%2fcorridor",
    ] {
        let status = s.get(path).status;
        assert!(status == 404 || status == 400, "{path}: {status}");
    }
}

#[test]
fn large_bodies_are_turned_away() {
    let s = serve(&mini("hostile-bodies"), None);
    let question = format!(r#"{{"from": "{}", "to": "poti"}}"#, "x".repeat(300 << 10));
    assert_eq!(s.post("/api/route", &question).status, 413);
    let deep = format!(r#"{{"from": {}"#, "[".repeat(100_000));
    assert_eq!(s.post("/api/route", &deep).status, 400);
    let names = vec!["x"; 10_000];
    let flood = serde_json::json!({"from": "steppe", "to": "poti", "scenario": names}).to_string();
    assert_eq!(s.post("/api/route", &flood).status, 400);
    let changes = vec![serde_json::json!({"table": "demand", "id": "x", "field": "amount", "scale": 1.0}); 1_000];
    let draft = serde_json::json!({"id": "flood", "name": "x", "changes": changes}).to_string();
    assert_eq!(s.post("/api/scenarios", &draft).status, 400);
    // A head without end is cut off.
    let endless = format!("GET / HTTP/1.1\r\nHost: {}\r\nX: {}\r\n\r\n", s.at, "x".repeat(200 << 10));
    let status = s.raw(endless.as_bytes()).status;
    assert!(status == 431 || status == 0, "{status}");
    assert_eq!(s.get("/api/corridor").status, 200);
}

/// Clients that stop halfway, close one side or send nonsense cost a connection, never an answer to others.
#[test]
fn broken_clients_do_not_stop_the_others() {
    let s = serve(&mini("hostile-clients"), None);
    let mut held = Vec::new();
    for part in ["", "GET", "GET / HTTP/1.1\r\nHost:", "POST /api/route HTTP/1.1\r\nContent-Length: 100\r\n\r\n{"] {
        for _ in 0..20 {
            let mut c = s.connect();
            c.write_all(part.as_bytes()).unwrap();
            held.push(c);
        }
    }
    for c in held.iter().take(40) {
        c.shutdown(Shutdown::Write).unwrap();
    }
    for nonsense in [&b"\x16\x03\x01\x02\x00\x01"[..], b"\r\n\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", &[0xff; 4096]] {
        let status = s.raw(nonsense).status;
        assert!(status == 400 || status == 0, "{status}");
    }
    assert_eq!(s.get("/api/corridor").status, 200);
    assert_eq!(s.post("/api/route", r#"{"from": "steppe", "to": "poti"}"#).status, 200);
}

/// A client that asks and goes: the server notices, and the next one is answered.
#[test]
fn a_client_that_goes_before_the_answer_is_forgotten() {
    let s = serve(&mini("hostile-gone"), None);
    for i in 0..30 {
        let mut c = s.connect();
        let body = format!(r#"{{"from": "steppe", "to": "poti", "quantity": {}}}"#, i + 1);
        let head = format!(
            "POST /api/route HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\r\n",
            s.at,
            body.len()
        );
        c.write_all(head.as_bytes()).unwrap();
        c.write_all(body.as_bytes()).unwrap();
        drop(c);
    }
    assert_eq!(s.post("/api/route", r#"{"from": "steppe", "to": "poti"}"#).status, 200);
}

/// Two questions in one breath on one connection are answered in order.
#[test]
fn pipelined_questions_are_answered_in_order() {
    let s = serve(&mini("hostile-pipeline"), None);
    let one = |path: &str, more: &str| format!("GET {path} HTTP/1.1\r\nHost: {}\r\n{more}\r\n", s.at);
    let mut c = s.connect();
    c.write_all((one("/api/corridor", "") + &one("/api/none", "Connection: close\r\n")).as_bytes()).unwrap();
    let mut text = String::new();
    c.read_to_string(&mut text).unwrap();
    let ok = text.find("HTTP/1.1 200").unwrap();
    let missing = text.find("HTTP/1.1 404").unwrap();
    assert!(ok < missing);
}
