//! Least-cost flows: by hand, against a slow simplex on arc flows, and against the certificate.

mod draw;
mod draws;
mod hand;
mod random;
mod slow;
mod tableau;
mod ties;
