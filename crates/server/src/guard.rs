//! Who may ask: checks every request before anything else sees it, and says to the browser what a page of ours may do.
//!
//! | attack | what stops it |
//! |---|---|
//! | a web page whose name is made to point here (rebinding) | `Host` must be the address we listen at |
//! | another page sends requests here | `Origin` must be our own; questions are JSON, which no form can send |
//! | another page frames ours, or runs script in it | content security policy: nothing inline, nothing from elsewhere |
//! | another machine | loopback only; with `--listen`, a token of at least 16 characters |

use crate::api::fault::Fault;
use axum::extract::{Request, State};
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

/// Cookie that holds the token once it was given in the address.
const COOKIE: &str = "keruen";
/// Least length of a token; shorter ones can be guessed.
pub const TOKEN: usize = 16;

/// Nothing inline, nothing from elsewhere. The map's worker is a file of ours; it draws images that it makes itself.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:; \
                      connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// What is let in.
#[derive(Debug)]
pub struct Guard {
    /// Where we listen.
    pub at: SocketAddr,
    /// Secret that others must show.
    pub token: Option<String>,
}

/// Checks a request, asks for the answer, and adds the headers that every answer has.
pub async fn guard(State(guard): State<Arc<Guard>>, request: Request, next: Next) -> Response {
    let mut response = match guard.check(&request) {
        Ok(None) => next.run(request).await,
        Ok(Some(welcome)) => welcome,
        Err(fault) => fault.into_response(),
    };
    let headers = response.headers_mut();
    let fixed: [(HeaderName, &'static str); 5] = [
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::REFERRER_POLICY, "no-referrer"),
        (header::X_FRAME_OPTIONS, "DENY"),
        (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    ];
    for (name, value) in fixed {
        // The minutes bring their own policy, which lets no script run at all.
        headers.entry(name).or_insert(HeaderValue::from_static(value));
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}

impl Guard {
    /// Lets a request through, or answers it: with a fault, or with a cookie for the token in the address.
    fn check(&self, request: &Request) -> Result<Option<Response>, Fault> {
        let headers = request.headers();
        let host = text(headers, header::HOST).or(request.uri().authority().map(|a| a.as_str()));
        let host = host.filter(|h| self.is_ours(h)).ok_or_else(|| {
            Fault::new(
                StatusCode::MISDIRECTED_REQUEST,
                "this address is not ours",
                "open the address that `keruen serve` printed",
            )
        })?;
        if let Some(origin) = text(headers, header::ORIGIN)
            && origin.strip_prefix("http://") != Some(host)
        {
            return Err(Fault::new(StatusCode::FORBIDDEN, "another page asks", "only the page of Keruen itself may ask"));
        }
        if text(headers, HeaderName::from_static("sec-fetch-site")).is_some_and(|s| s == "cross-site")
            && !(request.method() == Method::GET && request.uri().path() == "/")
        {
            return Err(Fault::new(StatusCode::FORBIDDEN, "another page asks", "only the page of Keruen itself may ask"));
        }
        self.token.as_ref().map_or(Ok(None), |token| admit(token, request))
    }

    /// Loopback names and the address listened at, each with the port; listening everywhere, any address that is no name.
    fn is_ours(&self, host: &str) -> bool {
        let (name, port) = split(host);
        if port != self.at.port() {
            return false;
        }
        let name = name.trim_start_matches('[').trim_end_matches(']');
        match name.parse::<IpAddr>() {
            Ok(ip) => ip == self.at.ip() || ip.is_loopback() && self.at.ip().is_loopback() || self.at.ip().is_unspecified(),
            Err(_) => name.eq_ignore_ascii_case("localhost"),
        }
    }
}

/// Name and port; a name without a port has that of http.
fn split(host: &str) -> (&str, u16) {
    match host.rsplit_once(':') {
        Some((name, port)) if !name.is_empty() && (!name.contains(':') || name.ends_with(']')) => {
            (name, port.parse().unwrap_or(0))
        }
        _ => (host, 80),
    }
}

/// The token may come as a bearer, as a cookie, or once in the address of the page, which sets the cookie.
fn admit(token: &str, request: &Request) -> Result<Option<Response>, Fault> {
    let headers = request.headers();
    let bearer = text(headers, header::AUTHORIZATION).and_then(|a| a.strip_prefix("Bearer "));
    let cookies = text(headers, header::COOKIE).unwrap_or_default();
    let cookie = cookies.split(';').filter_map(|c| c.trim().split_once('=')).find(|c| c.0 == COOKIE).map(|c| c.1);
    if [bearer, cookie].into_iter().flatten().any(|given| equal(given, token)) {
        return Ok(None);
    }
    let query = request.uri().query().unwrap_or_default();
    let given = query.split('&').filter_map(|p| p.split_once('=')).find(|p| p.0 == "token").map(|p| p.1);
    if request.uri().path() == "/" && given.is_some_and(|g| equal(g, token)) {
        let cookie = format!("{COOKIE}={token}; HttpOnly; SameSite=Strict; Path=/");
        return Ok(Some((StatusCode::SEE_OTHER, [(header::SET_COOKIE, cookie), (header::LOCATION, "/".into())]).into_response()));
    }
    Err(Fault::new(StatusCode::UNAUTHORIZED, "a token is needed", "open the whole address that `keruen serve` printed"))
}

/// Takes the same time whichever byte differs.
fn equal(a: &str, b: &str) -> bool {
    a.len() == b.len() && a.bytes().zip(b.bytes()).fold(0, |d, (x, y)| d | (x ^ y)) == 0
}

fn text(headers: &HeaderMap, name: HeaderName) -> Option<&str> {
    headers.get(name).and_then(|v| v.to_str().ok())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ours(at: &str, host: &str) -> bool {
        Guard { at: at.parse().unwrap(), token: None }.is_ours(host)
    }

    #[test]
    fn only_the_address_listened_at_is_ours() {
        for host in ["127.0.0.1:7400", "localhost:7400", "LOCALHOST:7400", "[::1]:7400", "127.0.0.2:7400"] {
            assert!(ours("127.0.0.1:7400", host), "{host}");
        }
        for host in
            ["127.0.0.1", "127.0.0.1:80", "evil.example:7400", "localhost.evil.example:7400", "10.0.0.1:7400", "", ":7400"]
        {
            assert!(!ours("127.0.0.1:7400", host), "{host}");
        }
        assert!(ours("10.0.0.1:7400", "10.0.0.1:7400"));
        assert!(!ours("10.0.0.1:7400", "10.0.0.2:7400"));
        assert!(ours("0.0.0.0:7400", "10.0.0.2:7400"));
        assert!(!ours("0.0.0.0:7400", "evil.example:7400"));
    }
}
