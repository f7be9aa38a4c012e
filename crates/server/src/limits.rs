//! Every limit of the server, in one place.

use std::time::Duration;

/// Bytes of a question. The largest sensible one, a scenario of a thousand changes, has a fifth of it.
pub const BODY: usize = 256 << 10;
/// Bytes of a request's head.
pub const HEAD: usize = 64 << 10;
/// Connections at one time; a browser opens six.
pub const CONNECTIONS: usize = 256;
/// How long a client may take to send a head, or a body: a slow line sends 256 KiB in it, a stalled one is let go.
pub const SEND: Duration = Duration::from_secs(10);
/// How long a client may take to accept the next bytes of an answer.
pub const TAKE: Duration = Duration::from_secs(20);
/// How long a question at the desk may take. Longer ones are jobs.
pub const ANSWER: Duration = Duration::from_secs(30);
/// Questions waiting at the desk; at 20 ms each the last waits some three seconds on two cores.
pub const WAITING: usize = 256;
/// Jobs waiting.
pub const JOBS: usize = 16;
/// Jobs remembered, done or not.
pub const JOBS_KEPT: usize = 128;
/// Corridors under scenarios and a day that a desk keeps; each holds some 10 MB.
pub const STACKS: usize = 12;
/// Scenarios stacked in one question, names in one list.
pub const NAMES: usize = 32;
/// Scenarios of a corridor, files included.
pub const SCENARIOS: usize = 500;
/// Changes of a scenario made in the page.
pub const CHANGES: usize = 200;
/// Bytes of answers kept in memory.
pub const MEMORY: usize = 64 << 20;
/// Bytes of answers kept on disk; the oldest go.
pub const DISK: u64 = 1 << 30;
/// Texts of one question for their form in a language.
pub const TEXTS: usize = 4000;
/// Bytes of such a text; the longest reason of an engine has a fifth of it.
pub const TEXT: usize = 4000;
/// Rows of a page of figures.
pub const PAGE: usize = 100;
