//! The SHA-256 of a file, taken while it is read.

use super::TableHash;
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::io::{self, Read};
use std::path::Path;

/// Passes bytes on and hashes them.
pub(super) struct Hashing<R> {
    source: R,
    state: Sha256,
}

impl<R: Read> Hashing<R> {
    pub fn new(source: R) -> Self {
        Hashing { source, state: Sha256::new() }
    }

    /// The hash of the whole file: what was not asked for is read now.
    pub fn finish(mut self) -> io::Result<String> {
        io::copy(&mut self.source, &mut self.state)?;
        let mut out = String::with_capacity(64);
        for byte in self.state.finalize() {
            let _ = write!(out, "{byte:02x}");
        }
        Ok(out)
    }
}

impl<R: Read> Read for Hashing<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let n = self.source.read(into)?;
        self.state.update(&into[..n]);
        Ok(n)
    }
}

/// The hash of a file of a corridor that is no table: a study, a scenario.
///
/// # Errors
/// When it cannot be read.
pub fn hash_file(folder: &Path, name: &str) -> io::Result<TableHash> {
    let sha256 = Hashing::new(std::fs::File::open(folder.join(name))?).finish()?;
    Ok(TableHash { file: name.into(), sha256 })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// FIPS 180-2, appendix B.1.
    #[test]
    fn the_hash_of_abc_read_in_part() {
        let mut h = Hashing::new(&b"abc"[..]);
        h.read_exact(&mut [0; 1]).unwrap();
        assert_eq!(h.finish().unwrap(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
