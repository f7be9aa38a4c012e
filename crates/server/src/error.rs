//! What can go wrong while the server starts.

use std::fmt;
use std::net::SocketAddr;
use std::path::PathBuf;

/// Why the server cannot serve. What goes wrong with one question is told to its asker, see [`crate::api`].
#[derive(Debug)]
pub enum ServeError {
    /// The address cannot be listened at.
    Listen(SocketAddr, std::io::Error),
    /// Other machines would be let in without a token.
    NoToken(SocketAddr),
    /// A token that can be guessed.
    ShortToken,
    /// The folder of answers cannot be used.
    Store(PathBuf, std::io::Error),
    /// The threads cannot be made.
    Threads(std::io::Error),
}

impl fmt::Display for ServeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ServeError::Listen(at, e) => write!(f, "cannot listen at {at}: {e}; --port 0 takes a free port"),
            ServeError::NoToken(at) => {
                write!(f, "{at} lets other machines in; give them a secret with --token, or leave --listen away")
            }
            ServeError::ShortToken => f.write_str("a token of fewer than 16 characters can be guessed; take a longer one"),
            ServeError::Store(path, e) => {
                write!(f, "cannot keep answers in {}: {e}; --store names another folder", path.display())
            }
            ServeError::Threads(e) => write!(f, "cannot start a thread: {e}"),
        }
    }
}

impl std::error::Error for ServeError {}
