/// Files of a folder from one input: `\x1E` name `\x1F` content, one after the other.
pub fn files(data: &[u8]) -> Vec<(String, Vec<u8>)> {
    let file = |part: &[u8]| {
        let end = part.iter().position(|&b| b == 0x1F)?;
        Some((String::from_utf8_lossy(&part[..end]).into_owned(), part[end + 1..].to_vec()))
    };
    data.split(|&b| b == 0x1E).filter_map(file).collect()
}
