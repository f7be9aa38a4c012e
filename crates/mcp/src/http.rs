//! HTTP on the loopback address. Only this machine can ask, and no page of a browser can.

use crate::tools::Tools;
use rmcp::transport::streamable_http_server::session::local::LocalSessionManager;
use rmcp::transport::streamable_http_server::{StreamableHttpServerConfig, StreamableHttpService};
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

/// Where the tools stand under the address.
const PATH: &str = "/mcp";

/// A server that has its port and serves when it is run.
pub struct Listening {
    listener: TcpListener,
    tools: Tools,
    address: SocketAddr,
}

/// Takes a port of the loopback address; 0 takes any that is free.
pub async fn listen(tools: Tools, port: u16) -> std::io::Result<Listening> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
    let address = listener.local_addr()?;
    Ok(Listening { listener, tools, address })
}

impl Listening {
    /// What an assistant is given.
    pub fn url(&self) -> String {
        format!("http://{}{PATH}", self.address)
    }

    /// Serves until it is told to stop.
    pub async fn run(self, stop: CancellationToken) -> std::io::Result<()> {
        // The crate's own list of hosts is the loopback's; an origin of any kind means a browser, and none is let in.
        let config = StreamableHttpServerConfig::default()
            .with_max_request_body_bytes(self.tools.limits().message_bytes)
            .enforce_origin_validation()
            .with_cancellation_token(stop.child_token());
        let tools = self.tools;
        let service = StreamableHttpService::new(move || Ok(tools.clone()), Arc::new(LocalSessionManager::default()), config);
        let router = axum::Router::new().nest_service(PATH, service);
        axum::serve(self.listener, router).with_graceful_shutdown(stop.cancelled_owned()).await
    }
}
