//! A table as an Apache Parquet file: one row group, plain encoding, no compression, every column required. What a reader needs and no more,
//! so that no library of four hundred crates is built for a few thousand rows.
//!
//! ```text
//! "PAR1"  | a page a column: header, values |  footer: schema, row group, places of the columns | its length | "PAR1"
//! ```
//! Headers and the footer are in Thrift's compact protocol. Source: Apache Parquet format 2, files `parquet.thrift`, `Encodings.md`;
//! Apache Thrift, *Thrift Compact protocol encoding*.

/// Values of a column.
#[derive(Clone, Debug, PartialEq)]
pub enum Values {
    /// Text.
    Text(Vec<String>),
    /// Numbers; what is not known is NaN.
    Number(Vec<f64>),
}

/// A column.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// Name, with the unit where there is one.
    pub name: &'static str,
    /// Values, a row each.
    pub values: Values,
}

impl Values {
    fn len(&self) -> usize {
        match self {
            Values::Text(v) => v.len(),
            Values::Number(v) => v.len(),
        }
    }

    /// Physical type: DOUBLE or BYTE_ARRAY.
    fn kind(&self) -> i64 {
        if matches!(self, Values::Number(_)) { 5 } else { 6 }
    }

    fn plain(&self) -> Vec<u8> {
        match self {
            Values::Number(v) => v.iter().flat_map(|x| x.to_le_bytes()).collect(),
            Values::Text(v) => {
                v.iter().flat_map(|s| (s.len() as u32).to_le_bytes().into_iter().chain(s.bytes()).collect::<Vec<u8>>()).collect()
            }
        }
    }
}

const MAGIC: &[u8] = b"PAR1";
/// Types of the compact protocol.
const I32: u8 = 5;
const I64: u8 = 6;
const BINARY: u8 = 8;
const LIST: u8 = 9;
const STRUCT: u8 = 12;

/// Bytes of a struct in the compact protocol.
#[derive(Default)]
struct Thrift {
    out: Vec<u8>,
    /// Number of the field written last, of each open struct.
    last: Vec<i16>,
}

impl Thrift {
    fn varint(&mut self, mut x: u64) {
        while x >= 0x80 {
            self.out.push((x as u8 & 0x7f) | 0x80);
            x >>= 7;
        }
        self.out.push(x as u8);
    }

    fn zigzag(&mut self, x: i64) {
        self.varint(((x << 1) ^ (x >> 63)) as u64);
    }

    fn begin(&mut self) {
        self.last.push(0);
    }

    fn end(&mut self) {
        self.last.pop();
        self.out.push(0);
    }

    fn field(&mut self, id: i16, kind: u8) {
        // Fields come in order, at most 15 apart: the short form.
        let last = self.last.last_mut();
        let delta = last.map_or(id, |l| id - std::mem::replace(l, id));
        self.out.push((delta as u8) << 4 | kind);
    }

    fn i32(&mut self, id: i16, x: i64) {
        self.field(id, I32);
        self.zigzag(x);
    }

    fn i64(&mut self, id: i16, x: i64) {
        self.field(id, I64);
        self.zigzag(x);
    }

    fn text(&mut self, id: i16, s: &str) {
        self.field(id, BINARY);
        self.bytes(s);
    }

    fn bytes(&mut self, s: &str) {
        self.varint(s.len() as u64);
        self.out.extend(s.bytes());
    }

    fn list(&mut self, id: i16, kind: u8, len: usize) {
        self.field(id, LIST);
        if len < 15 {
            self.out.push((len as u8) << 4 | kind);
        } else {
            self.out.push(0xf0 | kind);
            self.varint(len as u64);
        }
    }
}

/// Where a column stands in the file.
struct Place {
    offset: usize,
    size: usize,
}

/// The bytes of a file. Columns that are shorter than the first are an error of the caller; rows are those of the shortest.
pub fn parquet(columns: &[Column]) -> Vec<u8> {
    let rows = columns.iter().map(|c| c.values.len()).min().unwrap_or(0);
    let mut out = MAGIC.to_vec();
    let mut places = Vec::new();
    for c in columns {
        let data = c.values.plain();
        let offset = out.len();
        out.extend(page_header(rows, data.len()));
        out.extend(data);
        places.push(Place { offset, size: out.len() - offset });
    }
    let footer = footer(columns, rows, &places);
    out.extend(&footer);
    out.extend((footer.len() as u32).to_le_bytes());
    out.extend(MAGIC);
    out
}

/// A data page, plain, levels (there are none) in RLE.
fn page_header(rows: usize, size: usize) -> Vec<u8> {
    let mut t = Thrift::default();
    t.begin();
    t.i32(1, 0);
    t.i32(2, size as i64);
    t.i32(3, size as i64);
    t.field(5, STRUCT);
    t.begin();
    t.i32(1, rows as i64);
    t.i32(2, 0);
    t.i32(3, 3);
    t.i32(4, 3);
    t.end();
    t.end();
    t.out
}

fn footer(columns: &[Column], rows: usize, places: &[Place]) -> Vec<u8> {
    let mut t = Thrift::default();
    t.begin();
    t.i32(1, 1);
    t.list(2, STRUCT, columns.len() + 1);
    t.begin();
    t.text(4, "schema");
    t.i32(5, columns.len() as i64);
    t.end();
    for c in columns {
        t.begin();
        t.i32(1, c.values.kind());
        t.i32(3, 0);
        t.text(4, c.name);
        if matches!(c.values, Values::Text(_)) {
            t.i32(6, 0);
        }
        t.end();
    }
    t.i64(3, rows as i64);
    t.list(4, STRUCT, 1);
    row_group(&mut t, columns, rows, places);
    t.text(6, concat!("keruen ", env!("CARGO_PKG_VERSION")));
    t.end();
    t.out
}

fn row_group(t: &mut Thrift, columns: &[Column], rows: usize, places: &[Place]) {
    t.begin();
    t.list(1, STRUCT, columns.len());
    for (c, p) in columns.iter().zip(places) {
        t.begin();
        t.i64(2, p.offset as i64);
        t.field(3, STRUCT);
        t.begin();
        t.i32(1, c.values.kind());
        t.list(2, I32, 1);
        t.zigzag(0);
        t.list(3, BINARY, 1);
        t.bytes(c.name);
        t.i32(4, 0);
        t.i64(5, rows as i64);
        t.i64(6, p.size as i64);
        t.i64(7, p.size as i64);
        t.i64(9, p.offset as i64);
        t.end();
        t.end();
    }
    t.i64(2, places.iter().map(|p| p.size as i64).sum());
    t.i64(3, rows as i64);
    t.end();
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The bytes that another reader was seen to read: magic at both ends, the footer's length, names and values in between.
    #[test]
    fn a_small_file() {
        let columns = [
            Column { name: "what", values: Values::Text(vec!["a".into(), "bc".into()]) },
            Column { name: "t", values: Values::Number(vec![1.5, -2.0]) },
        ];
        let file = parquet(&columns);
        assert_eq!((&file[..4], &file[file.len() - 4..]), (MAGIC, MAGIC));
        let size = u32::from_le_bytes(file[file.len() - 8..file.len() - 4].try_into().unwrap_or_default()) as usize;
        assert_eq!(file[file.len() - 8 - size..][..3], [0x15, 0x02, 0x19]);
        let values = [1.5_f64.to_le_bytes(), (-2.0_f64).to_le_bytes()].concat();
        assert!(file.windows(16).any(|w| w == values));
        assert!(file.windows(11).any(|w| w == [1, 0, 0, 0, b'a', 2, 0, 0, 0, b'b', b'c']));
        assert_eq!(parquet(&columns), file);
    }
}
