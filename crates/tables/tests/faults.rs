//! Every fault that the reader can find, word for word.

mod common;

use common::{COVER, faults, load, load_bytes};
use keruen_tables::{ReadOptions, read_files};

const NODE: &str = "node_id,name,x_coord,y_coord,node_type,country";

fn node(rows: &str) -> Vec<String> {
    faults(&[("node.csv", &format!("{NODE}\n{rows}"))])
}

fn bytes(file: &[u8]) -> Vec<String> {
    load_bytes([("node.csv", file)].into_iter(), &ReadOptions::default()).faults.iter().map(|f| f.to_string()).collect()
}

#[test]
fn a_good_folder_has_none() {
    let loaded = load(&[
        ("node.csv", &format!("{NODE}\naktau,Aktau,51.2,43.6,port,KZ\n")),
        ("link.csv", "link_id,from_node_id,to_node_id,mode,length\n"),
    ]);
    assert_eq!(loaded.faults, []);
    let c = &loaded.corridor;
    let aktau = c.tables.node.iter().next().unwrap();
    assert_eq!(
        (c.strings.id(aktau.node_id), aktau.y_coord.0, c.tables.origin(keruen_model::TableKind::Node, 0)),
        ("aktau", 43.6, ("node.csv", 2))
    );
    let hashes: Vec<&str> = loaded.hashes.iter().map(|h| h.file.as_str()).collect();
    assert_eq!(hashes, ["corridor.toml", "node.csv", "link.csv"]);
    // sha256sum of the text of link.csv above.
    assert_eq!(loaded.hashes[2].sha256, "c3a3a44b43e3a66524922a782b6ffc2ccd4e03369f34262281c75352c20dd414");
}

#[test]
fn columns() {
    assert_eq!(
        faults(&[("node.csv", "node_id,nmae,x_coord,name,y_coord,y_coord,node_type,\n")]),
        [
            "node.csv:1: node.nmae: there is no such column; it was not read [unknown-column]; did you mean \"name\"?",
            "node.csv:1: node.y_coord: the column stands twice; the first was read [duplicate-column]; take one out",
            "node.csv:1: node: column 8 has no name [unknown-column]; name it, or take out the comma",
            "node.csv:1: node.country: this column must be there [missing-column]; add it: ISO 3166-1 alpha-2 code",
        ]
    );
    assert_eq!(
        faults(&[("water.csv", "water_id,region,date,zzz\n")]),
        [
            "water.csv:1: water.zzz: there is no such column; it was not read [unknown-column]; the columns are water_id, region, date, level, reference, note",
            "water.csv:1: water.level: this column must be there [missing-column]; add it: level in the Baltic system, in m",
        ]
    );
    assert_eq!(
        faults(&[("name.csv", "of,lang,text\nnode:a,en,A\n")]),
        ["name.csv:1: name.name_id: this column must be there [missing-column]; add it: stable id of the row"]
    );
    assert_eq!(
        faults(&[("node.csv", "node_id;name;x_coord\na;A;1\n")]),
        [
            "node.csv:1: node = \"node_id;name;x_coord\": the columns are separated by semicolons or tabs [separator]; save the file with commas"
        ]
    );
}

#[test]
fn cells() {
    assert_eq!(
        node(
            "aktau,Aktau,51.2,,port,KZ\n,No id,1,2,port,KZ\nb,B,nan,1e999,prot,KZ\nc,C,\"51,2\",43.6 deg,haven,KZ\nAlat port,Alat,1,2,port,AZ\n"
        ),
        [
            "node.csv:2: node:aktau.y_coord: this cell must not be empty [missing-cell]; write latitude, WGS 84, in deg",
            "node.csv:3: node.node_id: this cell must not be empty [missing-cell]; write stable name of the place",
            "node.csv:4: node:b.x_coord = \"nan\": wanted a number [bad-cell]",
            "node.csv:4: node:b.y_coord = \"1e999\": wanted a number [bad-cell]",
            "node.csv:4: node:b.node_type = \"prot\": is none of the allowed words [bad-cell]; did you mean \"port\"?",
            "node.csv:5: node:c.x_coord = \"51,2\": wanted a number [bad-cell]; write a decimal point, and no marks between thousands",
            "node.csv:5: node:c.y_coord = \"43.6 deg\": wanted a number [bad-cell]; write 43.6; the unit is deg",
            "node.csv:5: node:c.node_type = \"haven\": is none of the allowed words [bad-cell]; one of: rail, port, border, city, airport, field, mine, elevator, pipeline, landing, passage, market, converter, terminal",
            "node.csv:6: node.node_id = \"Alat port\": an id has letters, digits, '_', '.' and '-', and begins with a letter or digit [bad-cell]; for example \"Alat_port\"",
        ]
    );
}

#[test]
fn cells_of_every_type() {
    let stop = "stop_id,service_id,sequence,node_id,via,dwell,departure\n\
                s1,f,1.5,a,l1;l 2,normal(3),25:61\ns2,f,2,a,,-3,7:00\n";
    let date = "water_id,region,date,level,reference\nw,caspian,2023-02-29,-29 m,yes\n";
    let any = "name_id,of,lang,text\nn1,aktau,en,A\nn2,nod:aktau,en,A\nn3,node:ak tau,en,A\n";
    let amount = "resource_id,name,kind,at,amount,unit,per\nr,R,berth,node:a,3 ships,ship,none\n";
    assert_eq!(
        faults(&[("stop.csv", stop), ("water.csv", date), ("name.csv", any), ("resource.csv", amount)]),
        [
            "name.csv:2: name:n1.of = \"aktau\": wanted table:id [bad-cell]",
            "name.csv:3: name:n2.of = \"nod:aktau\": is none of the allowed words [bad-cell]; did you mean \"node\"?",
            "name.csv:4: name:n3.of = \"node:ak tau\": an id has letters, digits, '_', '.' and '-', and begins with a letter or digit [bad-cell]",
            "resource.csv:2: resource:r.amount = \"3 ships\": wanted a number [bad-cell]; write 3; the unit stands in unit",
            "stop.csv:2: stop:s1.sequence = \"1.5\": wanted a whole number [bad-cell]",
            "stop.csv:2: stop:s1.via = \"l1;l 2\": an id has letters, digits, '_', '.' and '-', and begins with a letter or digit [bad-cell]",
            "stop.csv:2: stop:s1.dwell = \"normal(3)\": wanted a number or a distribution such as triangular(6,7,8), lognormal(p50=8,p90=20), uniform(2,4), exponential(mean=3), gamma(mean=36,shape=1.5) [bad-cell]",
            "stop.csv:2: stop:s1.departure = \"25:61\": wanted a clock time, as HH:MM [bad-cell]",
            "stop.csv:3: stop:s2.dwell = \"-3\": wanted a number or a distribution such as triangular(6,7,8), lognormal(p50=8,p90=20), uniform(2,4), exponential(mean=3), gamma(mean=36,shape=1.5) [bad-cell]",
            "water.csv:2: water:w.date = \"2023-02-29\": wanted a day that exists, as YYYY-MM-DD [bad-cell]",
            "water.csv:2: water:w.level = \"-29 m\": wanted a number [bad-cell]; write -29; the unit is m",
            "water.csv:2: water:w.reference = \"yes\": wanted 0 or 1 [bad-cell]",
        ]
    );
}

#[test]
fn rows() {
    assert_eq!(
        node("a,A,1,2,port\nb,B,1,2,port,KZ,x\n\n,,,,,\nc,C,1,2,port,KZ\nc,C again,1,2,port,KZ\n"),
        [
            "node.csv:2: node:a: the row has 5 cells, the header 6; it was left out [ragged-row]; a text with a comma stands in double quotes",
            "node.csv:3: node:b: the row has 7 cells, the header 6; it was left out [ragged-row]; a text with a comma stands in double quotes",
            "node.csv:7: node:c.node_id = \"c\": this id was used before, in node.csv line 6 [duplicate-id]; give each row of a table its own id",
        ]
    );
    let good = format!("{NODE}\nc,C,1,2,port,KZ\n");
    assert_eq!(
        faults(&[("node.x.csv", &good), ("node.csv", &good)]),
        [
            "node.x.csv:2: node:c.node_id = \"c\": this id was used before, in node.csv line 2 [duplicate-id]; give each row of a table its own id"
        ]
    );
    assert_eq!(
        node("a,A,1,2,port,KZ\n\"b\"x,B,1,2,port,KZ\n\"open,B\nc,C\n"),
        [
            "node.csv:3: node: text stands between a closing double quote and the next comma; the row was left out [quote]; write \"\" for a double quote inside a quoted cell",
            "node.csv:4: node: a double quote in this row is never closed; the rest of the file was not read [quote]; close it, or write \"\" for a double quote inside a quoted cell",
        ]
    );
}

#[test]
fn files() {
    assert_eq!(
        faults(&[
            ("nodes.csv", ""),
            ("Link.csv", ""),
            ("zzz-zzz.csv", ""),
            ("node.csv", ""),
            ("link.csv", "\n\n"),
            ("notes.txt", "\0")
        ]),
        [
            "Link.csv:1: : no table has this name [unknown-file]; did you mean link.csv or link.PART.csv?",
            "nodes.csv:1: : no table has this name [unknown-file]; did you mean node.csv or node.PART.csv?",
            "zzz-zzz.csv:1: : no table has this name [unknown-file]; the tables are node, name, operator, link, facility, operation, resource, use, vehicle, fleet, equipment, fit, service, stop, cargo, tariff, fx, emission, supply, market, demand, profile, closure, water, state, rule, permit, counter, count, observation, source, fact, citation",
            "node.csv:1: node: the file is empty [empty-file]; begin with the line node_id,name,x_coord,y_coord,node_type,country, or delete the file",
            "link.csv:1: link: the file is empty [empty-file]; begin with the line link_id,from_node_id,to_node_id,mode,length, or delete the file",
        ]
    );
}

#[test]
fn encodings() {
    let latin = [NODE.as_bytes(), b"\na,A,1,2,port,KZ\nb,Mogil\xEBv,1,2,port,KZ\nc,C\0,1,2,port,KZ\n"].concat();
    assert_eq!(
        bytes(&latin),
        [
            "node.csv:3: node: byte 0xEB at 70 of the file is not UTF-8; the row was left out [encoding]; save the file as UTF-8",
            "node.csv:4: node: a zero byte stands at 88 of the file; the row was left out [encoding]; save the file as UTF-8 text",
        ]
    );
    assert_eq!((latin[70], latin[88]), (0xEB, 0));
    assert_eq!(bytes(b"\xFF\xFEn\0o\0"), ["node.csv:1: node: the file is UTF-16 [encoding]; save it as UTF-8"]);
    assert_eq!(
        bytes(b"PK\x03\x04..."),
        ["node.csv:1: node: the file is a spreadsheet or an archive, not text [encoding]; save the sheet as CSV, UTF-8"]
    );
    assert_eq!(bytes(b"\x1F\x8B..."), ["node.csv:1: node: the file is compressed [encoding]; unpack it"]);
    let marked = [b"\xEF\xBB\xBF", NODE.as_bytes(), b"\r\na,A,1,2,port,KZ\r\n"].concat();
    assert_eq!(bytes(&marked), [""; 0]);
}

#[test]
fn limits() {
    let options = ReadOptions { row_bytes: 60, file_bytes: 150, rows: 3, faults_per_file: 2, ..ReadOptions::default() };
    let read = |file: &str| -> Vec<String> {
        load_bytes([("node.csv", file.as_bytes())].into_iter(), &options).faults.iter().map(|f| f.to_string()).collect()
    };
    assert_eq!(
        read(&format!("{NODE}\n{}\n", "x".repeat(90))),
        [
            "node.csv:2: node: a row longer than 60 bytes begins here; the rest of the file was not read [too-long]; look for a double quote without its end"
        ]
    );
    assert_eq!(
        read(&"x".repeat(151)),
        [
            "node.csv:1: node: 151 bytes are more than 150; the file was not read [too-large]; split the table into parts, or raise the limit"
        ]
    );
    assert_eq!(
        read(&format!("{NODE}\na,A,1,2,port,KZ\nb,A,1,2,port,KZ\nc,A,1,2,port,KZ\nd,A,1,2,port,KZ\ne,A,1,2,port,KZ\n")),
        [
            "node.csv:5: node: the tables have more rows than allowed; the rest was not read [too-many-rows]; raise the limit, or leave rows out"
        ]
    );
    assert_eq!(
        read(&format!("{NODE}\na\nb\nc\n")),
        [
            "node.csv:2: node:a: the row has 1 cell, the header 6; it was left out [ragged-row]; a text with a comma stands in double quotes",
            "node.csv:3: node:b: the row has 1 cell, the header 6; it was left out [ragged-row]; a text with a comma stands in double quotes",
            "node.csv:1: node: and 1 more fault in this file [more]; correct those above first",
        ]
    );
}

#[test]
fn whole_folders() {
    let read =
        |files: &[(&str, &[u8])], options: &ReadOptions| read_files(files.iter().copied(), options).unwrap_err().to_string();
    assert_eq!(read(&[("node.csv", b"")], &ReadOptions::default()), "corridor.toml is missing; add it");
    let two = [("corridor.toml", COVER.as_bytes()), ("node.csv", b"a".as_slice()), ("link.csv", b"b")];
    assert_eq!(read(&two, &ReadOptions { files: 1, ..ReadOptions::default() }), "2 files are more than 1; join parts of a table");
    assert_eq!(
        read(&two, &ReadOptions { folder_bytes: 1, ..ReadOptions::default() }),
        "all tables: 2 bytes are more than 1; split it, or raise the limit"
    );
    let parts: Vec<String> = (0..251).map(|i| format!("node.{i}.csv")).collect();
    let many: Vec<(&str, &[u8])> = parts.iter().map(|n| (n.as_str(), b"".as_slice())).collect();
    assert_eq!(read(&many, &ReadOptions::default()), "251 files are more than 250; join parts of a table");
}

#[test]
fn covers() {
    let read = |cover: &[u8]| -> Vec<String> {
        read_files([("corridor.toml", cover)], &ReadOptions::default()).unwrap().faults.iter().map(|f| f.to_string()).collect()
    };
    assert_eq!(read(COVER.as_bytes()), [""; 0]);
    assert_eq!(
        read(COVER.replace("title", "titel").as_bytes()),
        [
            "corridor.toml:2: corridor: unknown field `titel`, expected one of `id`, `title`, `description`, `as_of`, `currency`, `price_year`, `licence`, `citations_required`, `credits` [cover]; see the reference page of corridor.toml"
        ]
    );
    assert_eq!(
        read(b"id = \"a b\"\ntitle = \"x\"\n as_of = \"2025-02-30\"\ncurrency = \"usd\"\nprice_year = 2025\n"),
        [
            "corridor.toml:1: corridor.id = \"a b\": an id has letters, digits, '_', '.' and '-' [cover]",
            "corridor.toml:3: corridor.as_of = \"2025-02-30\": wanted a day that exists, as YYYY-MM-DD [cover]",
            "corridor.toml:4: corridor.currency = \"usd\": wanted a code of three capital letters, as USD [cover]",
        ]
    );
    assert_eq!(
        read(b"id = \"a\"\nb = \xFF"),
        ["corridor.toml:2: corridor: byte 0xFF at 13 of the file is not UTF-8 [encoding]; save the file as UTF-8"]
    );
    assert_eq!(read(b"id = \n").len(), 1);
}

/// Symbols are numbered in the order of the schema, so the order of columns does not matter.
#[test]
fn columns_in_another_order_make_an_equal_corridor() {
    let a = load(&[("node.csv", "node_id,name,x_coord,y_coord,node_type,country,note\na,A,1,2,port,KZ,n\nb,B,3,4,city,AZ,\n")]);
    let b = load(&[("node.csv", "country,note,y_coord,x_coord,name,node_id,node_type\nKZ,n,2,1,A,a,port\nAZ,,4,3,B,b,city\n")]);
    assert_eq!(a.corridor, b.corridor);
    assert_eq!((a.faults, b.faults), (vec![], vec![]));
}

/// Everything that reading gives, on 1, 2 and 4 threads: symbols too, which are numbered in the order of the files.
#[test]
fn neither_corridor_nor_faults_depend_on_the_number_of_threads() {
    let good: String = (0..50).map(|i| format!("n{i},Place {i},1,2,port,KZ\n")).collect();
    let links: String = (0..49).map(|i| format!("l{i},n{i},n{},rail,{i}\n", i + 1)).collect();
    let head = "link_id,from_node_id,to_node_id,mode,length\n";
    let files = [
        ("node.csv", format!("{NODE}\n{good}")),
        ("node.more.csv", format!("{NODE}\nm1,M,1,2,port,KZ\nm2,M,x,2,port,KZ\n")),
        ("link.csv", format!("{head}{links}")),
        ("link.more.csv", format!("{head}k1,n1,n2,rail,7\nk2,n1\nk3,n2,m1,sea,8\n")),
    ];
    let twice = ("node.zz.csv", format!("{NODE}\nz,Z,1,2,port,KZ\nn7,Again,1,2,port,KZ\nm1,Again,1,2,port,KZ\n"));
    let read = |files: &[(&str, String)], rows: u64, threads: usize| {
        let options = ReadOptions { rows, threads: std::num::NonZeroUsize::new(threads), ..ReadOptions::default() };
        load_bytes(files.iter().map(|(n, t)| (*n, t.as_bytes())), &options)
    };
    for (files, rows, faults) in [
        (files.to_vec(), 1_000, 2),
        ([&files[..], &[twice]].concat(), 1_000, 4),
        (files.to_vec(), 60, 3),
        (files.to_vec(), 50, 3),
    ] {
        let one = read(&files, rows, 1);
        assert_eq!(one.faults.len(), faults, "{:?}", one.faults);
        for threads in [2, 4] {
            let more = read(&files, rows, threads);
            assert_eq!(more, one, "{threads} threads");
            assert_eq!(more.corridor.strings.len(), one.corridor.strings.len());
            for row in 0..one.corridor.tables.len(keruen_model::TableKind::Node) {
                let at = |c: &keruen_model::Corridor| {
                    let (file, line) = c.tables.origin(keruen_model::TableKind::Node, row);
                    (
                        file.to_string(),
                        line,
                        c.tables.position(keruen_model::TableKind::Node, c.tables.node.rows()[row].node_id.sym()),
                    )
                };
                assert_eq!(at(&more.corridor), at(&one.corridor));
            }
        }
    }
}
