//! Folders on the disk: what is refused, and that a write changes all or nothing.

mod common;

use common::{COVER, Temp, difference, names};
use keruen_model::{Corridor, TableKind};
use keruen_tables::generate::{Size, generate};
use keruen_tables::{ReadOptions, read_files, read_folder, write_folder};
use std::fs;

fn small() -> Corridor {
    generate(Size { nodes: 12, links: 15, demands: 2, seed: 3 })
}

fn messages(path: &std::path::Path) -> Vec<String> {
    read_folder(path, &ReadOptions::default()).unwrap().faults.iter().map(|f| f.to_string()).collect()
}

#[test]
fn a_folder_that_was_not_there_is_made_and_reads_back() {
    let temp = Temp::new("new");
    let (path, corridor) = (temp.join("a/b"), small());
    let parts = write_folder(&corridor, &path).unwrap();
    let read = read_folder(&path, &ReadOptions::default()).unwrap();
    assert_eq!((read.faults, difference(&corridor, &read.corridor)), (vec![], None));
    assert_eq!(read.parts, parts);
    assert_eq!(names(&temp.join("a")), ["b"]);
    let package: serde_json::Value = serde_json::from_slice(&fs::read(path.join("datapackage.json")).unwrap()).unwrap();
    let files: Vec<&str> = package["resources"].as_array().unwrap().iter().map(|r| r["path"].as_str().unwrap()).collect();
    assert_eq!(files, parts.iter().map(|p| p.file.as_str()).collect::<Vec<_>>());
}

#[test]
fn reading_from_disk_and_from_memory_is_the_same() {
    let temp = Temp::new("same");
    write_folder(&small(), &temp.0).unwrap();
    let files: Vec<(String, Vec<u8>)> =
        names(&temp.0).into_iter().map(|n| (n.clone(), fs::read(temp.join(&n)).unwrap())).collect();
    let options = ReadOptions::default();
    assert_eq!(read_folder(&temp.0, &options).unwrap(), read_files(files, &options).unwrap());
}

#[test]
fn a_write_replaces_tables_and_leaves_the_rest() {
    let temp = Temp::new("replace");
    let cover = format!("# a comment\n{}", COVER);
    fs::write(temp.join("corridor.toml"), &cover).unwrap();
    fs::write(temp.join("node.old.csv"), "node_id\nx\n").unwrap();
    fs::write(temp.join("README.md"), "mine").unwrap();
    fs::create_dir(temp.join("scenarios")).unwrap();
    let mut corridor = small();
    write_folder(&corridor, &temp.0).unwrap();
    let there = names(&temp.0);
    assert!(!there.contains(&"node.old.csv".to_string()), "{there:?}");
    assert!(there.contains(&"scenarios".to_string()) && !there.iter().any(|n| n.starts_with('.')), "{there:?}");
    assert_eq!(fs::read_to_string(temp.join("README.md")).unwrap(), "mine");
    // The cover said something else, so it is new; written again it stays, comments and all.
    let said = fs::read_to_string(temp.join("corridor.toml")).unwrap();
    fs::write(temp.join("corridor.toml"), format!("# mine\n{said}")).unwrap();
    corridor.tables.remove(TableKind::Demand, 0);
    write_folder(&corridor, &temp.0).unwrap();
    assert!(fs::read_to_string(temp.join("corridor.toml")).unwrap().starts_with("# mine\n"));
    assert_eq!(difference(&read_folder(&temp.0, &ReadOptions::default()).unwrap().corridor, &corridor), None);
}

/// A folder of the name of a table cannot be replaced: by then old tables have been moved, and must come back.
#[test]
fn a_write_that_fails_in_the_middle_changes_nothing() {
    let temp = Temp::new("fail");
    write_folder(&small(), &temp.0).unwrap();
    fs::remove_file(temp.join("use.csv")).unwrap();
    fs::create_dir(temp.join("use.csv")).unwrap();
    let before: Vec<(String, Option<Vec<u8>>)> =
        names(&temp.0).into_iter().map(|n| (n.clone(), fs::read(temp.join(&n)).ok())).collect();
    let other = generate(Size { nodes: 30, links: 40, demands: 2, seed: 4 });
    let error = write_folder(&other, &temp.0).unwrap_err().to_string();
    assert_eq!(error, format!("{}: something of this name is in the way; nothing was changed", temp.join("use.csv").display()));
    let after: Vec<(String, Option<Vec<u8>>)> =
        names(&temp.0).into_iter().map(|n| (n.clone(), fs::read(temp.join(&n)).ok())).collect();
    assert_eq!(before, after);
}

#[test]
fn an_interrupted_write_is_reported() {
    let temp = Temp::new("interrupted");
    fs::write(temp.join("corridor.toml"), COVER).unwrap();
    fs::create_dir(temp.join(".keruen-write-7")).unwrap();
    assert_eq!(
        messages(&temp.0),
        [
            ".keruen-write-7:1: : a write into this folder did not end [interrupted-write]; move what you need out of .keruen-write-7, then delete it"
        ]
    );
}

#[test]
fn a_file_is_no_folder() {
    let temp = Temp::new("nofolder");
    let path = temp.join("x");
    fs::write(&path, "").unwrap();
    let said = |p: &std::path::Path| read_folder(p, &ReadOptions::default()).unwrap_err().to_string();
    assert_eq!(said(&path), format!("{}: is a file; give the folder that holds corridor.toml", path.display()));
    assert_eq!(
        said(&temp.join("y")),
        format!("{}: there is no such file or folder; check the spelling", temp.join("y").display())
    );
    assert_eq!(said(&temp.0), format!("{}: has no corridor.toml; give the folder that holds it, or add it", temp.0.display()));
    assert_eq!(write_folder(&small(), &path).unwrap_err().to_string(), format!("{}: is a file; give a folder", path.display()));
    assert_eq!(names(&temp.0), ["x"]);
}

#[cfg(unix)]
#[test]
fn links_and_folders_in_the_place_of_tables_are_refused() {
    let temp = Temp::new("links");
    fs::write(temp.join("corridor.toml"), COVER).unwrap();
    fs::write(temp.join("secret"), "node_id\nsecret\n").unwrap();
    std::os::unix::fs::symlink(temp.join("secret"), temp.join("node.csv")).unwrap();
    fs::create_dir(temp.join("link.csv")).unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(temp.join("use.csv")).unwrap();
    assert_eq!(
        messages(&temp.0),
        [
            "link.csv:1: link: this is a folder [not-a-file]; a table is a file; rename the folder",
            "node.csv:1: node: the file is a link, and links are not followed [not-a-file]; copy the file here",
            "use.csv:1: use: this is a device or a pipe [not-a-file]; copy its content into a file",
        ]
    );
    assert_eq!(read_folder(&temp.0, &ReadOptions::default()).unwrap().corridor.strings.find("secret"), None);
    fs::remove_file(temp.join("corridor.toml")).unwrap();
    std::os::unix::fs::symlink(temp.join("secret"), temp.join("corridor.toml")).unwrap();
    let error = read_folder(&temp.0, &ReadOptions::default()).unwrap_err().to_string();
    assert_eq!(error, format!("{}: has no corridor.toml; give the folder that holds it, or add it", temp.0.display()));
}

#[test]
fn files_in_sub_folders_in_memory_are_left_alone() {
    let files: [(&str, &[u8]); 3] = [("corridor.toml", COVER.as_bytes()), ("../node.csv", b"x"), ("scenarios\\link.csv", b"x")];
    let read = read_files(files, &ReadOptions::default()).unwrap();
    assert_eq!((read.faults, read.hashes.len()), (vec![], 1));
}
