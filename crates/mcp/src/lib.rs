//! Which answers may an assistant have? One corridor, given at the start, behind eight tools of the Model Context Protocol: all of
//! them read, none writes, and none opens a file or a connection of its own. A figure is the figure of the command's `--json`; every
//! answer carries its units, and the publications that it rests on with their links.
//!
//! ```text
//! assistant -> stdio | loopback HTTP -> tools -> Desk (corridor, scenarios) -> route | flow | simulate | sources
//!                                          `- limits: time, size, runs at once
//! ```
//!
//! Protocol: 2026-07-28, which has no session and no handshake, and the older 2025-11-25, 2025-06-18, 2025-03-26 and 2024-11-05
//! with theirs, as crate `rmcp` 3.11 speaks them. Specification: <https://modelcontextprotocol.io/specification>.
//!
//! Assumption: whoever may start the program may read the whole corridor. HTTP listens on the loopback address only and refuses
//! requests for another host or from a page of another origin, so that no web page can ask.

mod answer;
mod compare;
mod desk;
mod flow;
mod http;
mod limits;
mod lookup;
mod route;
mod simulate;
mod tools;
mod watch;
mod wish;

pub use desk::Desk;
pub use http::{Listening, listen};
pub use limits::Limits;
pub use tools::Tools;

use rmcp::ServiceExt;
use rmcp::transport::async_rw::AsyncRwTransport;

/// Serves one assistant over a pair of streams (the standard ones of `keruen mcp`) until it leaves.
pub async fn serve<R, W>(tools: Tools, read: R, write: W) -> std::io::Result<()>
where
    R: tokio::io::AsyncRead + Send + Unpin + 'static,
    W: tokio::io::AsyncWrite + Send + Unpin + 'static,
{
    let longest = tools.limits().message_bytes;
    let transport = AsyncRwTransport::new_server(read, write).with_max_line_length(longest);
    // Who leaves before saying hello has nothing to be told.
    let Ok(service) = tools.serve(transport).await else { return Ok(()) };
    service.waiting().await.map(|_| ()).map_err(std::io::Error::other)
}
