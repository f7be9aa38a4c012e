//! Shortest paths from one node (or several) to all others, or into one from all others.
//!
//! Question: what is the least cost of a way to every node, and which arcs does it take?
//!
//! ```text
//! dist(v) = min over arcs (u, v) of dist(u) + cost(u, v)        state[v] = (epoch, dist(v)), via[v] = the slot that gave it
//! bucket(d) = d >> width                                        buckets are emptied in ascending order
//! ```
//! Nodes wait in a ring of buckets, each some usual arc costs wide. Within a bucket they are scanned first in, first out, and
//! scanned again when they improve (a label-correcting step inside a label-setting order): about 1 scan in 20 is a repetition
//! on a road network, and the list of what comes next is known early enough to prefetch it. Costs can be made up for which
//! repetitions get out of hand; after one and a half scans a node the rest is done by a heap, so the worst case stays that of
//! Dijkstra's algorithm. Dead ends are given a distance but never wait. An epoch that counts down makes states of earlier
//! searches look infinitely far: reset costs nothing.
//!
//! Assumptions: costs as in [`super`]. Sources: Dijkstra 1959; Dial 1969 (buckets); Meyer and Sanders 2003 (wide buckets with
//! repetition). Ours differs in that the bucket is worked off by one thread with prefetching, and in the fall-back to a heap.
//! Measured against a binary, a 4-ary and a radix heap and buckets with a heap inside: see `bench/README.md`.

mod batch;
mod buckets;
mod search;
mod tree;

pub use batch::each_source;
pub use search::{PathWorkspace, Stop};
pub use tree::Tree;

pub(crate) use search::Until;
