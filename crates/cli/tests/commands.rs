//! Every verb as a person types it: what it prints, where, and its exit code. Snapshots are made on the small corridor whose
//! answers are computed by hand, so that they change only when the program does.

use std::path::{Path, PathBuf};
use std::process::Command;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().expect("the workspace")
}

/// Runs the command at the root of the project and shows exit code, stdout and stderr.
fn run(args: &[&str]) -> String {
    let out = Command::new(env!("CARGO_BIN_EXE_keruen"))
        .args(args)
        .current_dir(root())
        .env("COLUMNS", "100")
        .env("NO_COLOR", "1")
        .output()
        .expect("it runs");
    let text = |b: &[u8]| String::from_utf8_lossy(b).replace(&root().display().to_string(), "ROOT");
    format!("exit {}\n--- stdout\n{}--- stderr\n{}", out.status.code().unwrap_or(-1), text(&out.stdout), text(&out.stderr))
}

/// A folder of this test's own under the build folder.
fn scratch(name: &str) -> PathBuf {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&dir);
    dir
}

const MINI: &str = "corridors/caspian-mini";

macro_rules! snapshot {
    ($($name:ident: $args:expr;)*) => {$(
        #[test]
        fn $name() {
            insta::assert_snapshot!(run(&$args));
        }
    )*};
}

snapshot! {
    without_arguments: [] as [&str; 0];
    version: ["--version"];
    unknown_verb: ["rout"];
    route_boxes: ["route", MINI, "Steppe", "Poti", "--quantity", "2"];
    route_boxes_full_with_why: ["route", MINI, "Steppe", "Poti", "--quantity", "2", "--full", "--why"];
    route_json: ["route", MINI, "Steppe", "Poti", "--quantity", "2", "--ways", "1", "--json"];
    route_wheat: ["route", MINI, "steppe", "tbilisi", "--cargo", "wheat", "-q", "600", "-u", "t"];
    route_by_a_close_spelling: ["route", MINI, "Stepe", "Potti"];
    route_under_a_scenario: ["route", MINI, "steppe", "poti", "-q", "2", "--scenario", "third-ferry"];
    route_keeps_away: ["route", MINI, "steppe", "poti", "-q", "2", "--avoid", "service:feeder-aktau-alat"];
    route_must_use: ["route", MINI, "steppe", "poti", "-q", "2", "--use", "service:feeder-aktau-alat"];
    class_7_is_refused_with_its_rule: ["route", MINI, "steppe", "poti", "--cargo", "uranium", "-q", "60", "-u", "t"];
    class_7_elsewhere_needs_a_permit: ["route", MINI, "steppe", "tbilisi", "--cargo", "uranium", "-q", "60", "-u", "t"];
    why_not_beaten: ["route", MINI, "steppe", "poti", "-q", "2", "--why-not", "outside-north"];
    why_not_refused: ["route", MINI, "steppe", "tbilisi", "--cargo", "uranium", "-q", "60", "-u", "t", "--why-not", "feeder-aktau-alat"];
    why_not_as_json: ["route", MINI, "steppe", "poti", "-q", "2", "--why-not", "service:outside-north", "--json"];
    why_not_of_nothing: ["route", MINI, "steppe", "poti", "--why-not", "service:feeder-aktau-alatt"];
    route_as_csv: ["route", MINI, "steppe", "poti", "-q", "2", "--ways", "1", "--csv", "-"];
    route_as_geojson: ["route", MINI, "steppe", "poti", "-q", "2", "--ways", "1", "--geojson", "-"];
    route_under_rules_of_ones_own: ["route", MINI, "steppe", "poti", "-q", "2", "--rules", "crates/cli/tests/inputs/sanctions.csv", "--why"];
    route_under_faulty_rules: ["route", MINI, "steppe", "poti", "--rules", "crates/cli/tests/inputs/faulty-rules.csv"];
    permits_asked_for_early: ["route", MINI, "steppe", "tbilisi", "--cargo", "uranium", "-q", "60", "-u", "t", "--permits-asked", "2025-05-15"];
    batch: ["route", MINI, "--batch", "crates/cli/tests/inputs/batch.csv"];
    batch_with_faults: ["route", MINI, "--batch", "crates/cli/tests/inputs/faulty-batch.csv"];
    flow: ["flow", MINI];
    simulate: ["simulate", MINI, "--year", "2025", "--replications", "10", "--threads", "2"];
    simulate_cheapest_json: ["simulate", MINI, "--cheapest", "--replications", "10", "--json"];
    simulate_another_year: ["simulate", MINI, "--year", "1950"];
    compare_with_simulate: ["compare", MINI, "base", "third-ferry", "storm-june", "--with", "simulate", "--replications", "5", "--threads", "2"];
    compare_with_simulate_as_csv: ["compare", MINI, "base", "storm-june", "--with", "simulate", "--replications", "5", "--csv", "-"];
    compare_over_draws_of_nothing: ["compare", MINI, "base", "storm-june", "--ranges", "4", "--lang", "kk"];
    compare_over_one_draw: ["compare", MINI, "base", "storm-june", "--ranges", "1"];
    flow_by_months: ["flow", MINI, "--months", "--top", "6"];
    flow_of_a_year_without_wishes: ["flow", MINI, "--year", "1999"];
    flow_steps_of_another_method: ["flow", MINI, "--method", "choice", "--steps", "2"];
    validate: ["validate", MINI];
    unknown_place: ["route", MINI, "steppe", "rotterdam"];
    unknown_cargo: ["route", MINI, "steppe", "poti", "--cargo", "whaet"];
    bad_day: ["route", MINI, "steppe", "poti", "--day", "2025-02-30"];
    bad_quantity: ["route", MINI, "steppe", "poti", "-q", "0"];
    bad_unit: ["route", MINI, "steppe", "poti", "--cargo", "wheat", "-u", "seat"];
    unknown_corridor: ["check", "trans-caspain"];
    check: ["check", MINI];
    sources: ["sources", MINI, "--top", "8"];
    explain_a_field: ["explain", "link:steppe-aktau.length", MINI];
    explain_a_read_figure: ["explain", "tariff:ferry-wagon.amount", MINI];
    explain_a_resource_at_a_facility: ["explain", "facility:kuryk-ferry.berth", MINI];
    explain_nothing: ["explain", "link:steppe-aktua.length", MINI];
    scenario_list: ["scenario", "list", "--corridor", MINI];
    scenario_show: ["scenario", "show", "third-ferry", "--corridor", MINI];
    scenario_diff: ["scenario", "diff", "base", "third-ferry", "--corridor", MINI];
    scenario_unknown: ["scenario", "show", "third-fery", "--corridor", MINI];
}

#[test]
fn a_study_writes_a_report_that_needs_nothing_else() {
    let out = scratch("study");
    let said = run(&["study", MINI, "--out", &out.display().to_string()]);
    assert!(said.starts_with("exit 0"), "{said}");
    let page = std::fs::read_to_string(out.join("worked-example/report.html")).expect("a report");
    assert!(page.contains("<svg"), "a map or chart");
    for outside in ["<script", "src=\"http", "@import", "url("] {
        assert!(!page.contains(outside), "the page asks for {outside}");
    }
    for file in ["manifest.json", "answers.json"] {
        assert!(out.join("worked-example").join(file).is_file(), "{file}");
    }
}

#[test]
fn the_same_study_gives_the_same_bytes_on_any_number_of_threads() {
    let bytes = |threads: &str| {
        let out = scratch(&format!("threads-{threads}"));
        let said = run(&["study", MINI, "--threads", threads, "--out", &out.display().to_string()]);
        assert!(said.starts_with("exit 0"), "{said}");
        ["report.html", "manifest.json", "answers.json"].map(|f| std::fs::read(out.join("worked-example").join(f)).expect(f))
    };
    let one = bytes("1");
    assert_eq!(bytes("2"), one);
    assert_eq!(bytes("4"), one);
}

#[test]
fn a_batch_gives_the_same_bytes_on_any_number_of_threads() {
    let bytes = |threads: &str| {
        let out = scratch(&format!("batch-{threads}.csv"));
        let said = run(&[
            "route",
            MINI,
            "--batch",
            "crates/cli/tests/inputs/batch.csv",
            "--threads",
            threads,
            "--out",
            &out.display().to_string(),
        ]);
        assert!(said.starts_with("exit 0"), "{said}");
        std::fs::read(&out).expect("answers")
    };
    let one = bytes("1");
    assert!(one.len() > 200);
    assert_eq!(bytes("4"), one);
}

#[test]
fn a_page_of_a_cost_sheet_needs_nothing_else() {
    let out = scratch("sheet.html");
    let said = run(&["route", MINI, "steppe", "poti", "-q", "2", "--html", &out.display().to_string()]);
    assert!(said.starts_with("exit 0"), "{said}");
    let page = std::fs::read_to_string(&out).expect("a page");
    for inside in ["<svg", "ferry: wagon", "SMGS waybill", "well-to-wheel", "indicative cost sheet"] {
        assert!(page.contains(inside), "{inside} is missing");
    }
    for outside in ["<script", "src=\"http", "@import", "url("] {
        assert!(!page.contains(outside), "the page asks for {outside}");
    }
}

#[test]
fn a_new_corridor_answers_every_verb_at_once() {
    let dir = scratch("new-corridor");
    let name = dir.display().to_string();
    assert!(run(&["new", &name]).starts_with("exit 0"));
    for args in [
        vec!["check", &name],
        vec!["route", &name, "Aktau", "Poti", "-q", "2"],
        vec!["sources", &name],
        vec!["scenario", "list", "--corridor", &name],
        vec!["explain", "link:steppe-aktau", &name],
    ] {
        let said = run(&args);
        assert!(said.starts_with("exit 0"), "{args:?}: {said}");
    }
    let out = scratch("new-study").display().to_string();
    assert!(run(&["study", &name, "--out", &out]).starts_with("exit 0"));
    assert!(run(&["new", &name]).starts_with("exit 2"), "a folder that is there is never touched");
}

#[test]
fn the_reference_is_made_from_the_schema_and_the_flags() {
    for what in ["man", "bash", "zsh", "fish", "powershell"] {
        let said = run(&["reference", what]);
        assert!(said.starts_with("exit 0") && said.len() > 500, "{what}: {said}");
        assert!(run(&["reference", "man", "route"]).contains(".TH keruen-route 1"));
        assert!(run(&["reference", "man", "rout"]).contains("there is no verb"));
    }
}

#[test]
fn what_a_facility_has_is_explained_in_the_plural_too() {
    let said = run(&["explain", "facility:aktau-ferry.berths"]);
    assert!(said.starts_with("exit 0") && said.contains("resource:aktau-ferry.berth.amount"), "{said}");
}

#[test]
fn a_place_that_is_not_open_is_told_from_one_that_is_not_known() {
    let said = run(&["route", "trans-caspian", "Altynkol", "landing-buzovna"]);
    assert!(said.starts_with("exit 2") && said.contains("status proposed"), "{said}");
}

#[test]
fn a_side_of_a_comparison_may_be_a_file() {
    let side = "corridors/caspian-mini/scenarios/third-ferry.toml";
    let by_file = run(&["compare", MINI, "base", side, "--months", "--json"]);
    assert_eq!(by_file, run(&["compare", MINI, "base", "third-ferry", "--months", "--json"]));
}

#[test]
fn reference_pages_checked_in_are_those_of_the_program() {
    for what in ["tables", "rules", "repairs", "flags"] {
        let page = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../../docs/reference/{what}.md"));
        let held = std::fs::read_to_string(page).expect("a reference page");
        assert!(run(&["reference", what]).contains(&held), "run `keruen reference {what} > docs/reference/{what}.md`");
    }
}

#[test]
fn the_bundled_corridor_answers() {
    let said = run(&["route", "trans-caspian", "Khorgos", "Poti", "--cargo", "container-40"]);
    assert!(said.starts_with("exit 0"), "{said}");
    assert!(said.contains("indicative cost sheet"), "{said}");
}

/// ```text
///   zone 1 --10 km--> 3 --5 km--> zone 2 --12 km--> zone 1
/// ```
#[test]
fn a_timetable_goes_out_and_comes_in() {
    let dir = scratch("gtfs");
    std::fs::create_dir_all(&dir).expect("a folder for the test");
    let path = |name: &str| dir.join(name).display().to_string();
    let told = run(&["export", MINI, "gtfs", &path("feed")]);
    assert!(told.starts_with("exit 0"), "{told}");
    assert!(told.contains("a clock would be made up): ferry-kuryk-alat"), "{told}");
    let repeated = std::fs::read_to_string(dir.join("feed/frequencies.txt")).expect("a headway was written");
    assert!(repeated.contains("feeder-aktau-alat,00:00:00,72:00:00,259200,0"), "{repeated}");
    let told = run(&["import", "gtfs", &path("feed"), &path("again")]);
    assert!(told.starts_with("exit 0") && !told.contains("mended"), "{told}");
    let checked = run(&["check", &path("again")]);
    assert!(checked.starts_with("exit 0"), "{checked}");
    let services = std::fs::read_to_string(dir.join("again/service.csv")).expect("services were written");
    assert!(services.contains("headway") && services.contains("72"), "{services}");
}

#[test]
fn import_tntp() {
    let dir = scratch("import-tntp");
    std::fs::create_dir_all(&dir).expect("a folder for the test");
    let head = "<NUMBER OF ZONES> 2\n<NUMBER OF NODES> 3\n<FIRST THRU NODE> 1\n<NUMBER OF LINKS> 3\n<END OF METADATA>\n";
    let links = "1 3 900 10 6 0.15 4 0 0 1 ;\n3 2 400 5 4 0.15 4 0 0 1 ;\n2 1 400 12 9 0.15 4 0 0 1 ;\n";
    let trips = "<NUMBER OF ZONES> 2\n<END OF METADATA>\nOrigin 1\n 2 : 70.5;\n";
    let path = |name: &str| dir.join(name).display().to_string();
    std::fs::write(path("tiny_net.tntp"), format!("{head}{links}")).expect("written");
    std::fs::write(path("tiny_trips.tntp"), trips).expect("written");
    let told = run(&["import", "tntp", &path("tiny_net.tntp"), "--trips", &path("tiny_trips.tntp"), &path("tiny")]);
    assert!(told.starts_with("exit 0"), "{told}");
    let checked = run(&["check", &path("tiny")]);
    assert!(checked.starts_with("exit 0"), "{checked}");
    let demand = std::fs::read_to_string(dir.join("tiny/demand.csv")).expect("demand was written");
    assert!(demand.contains("d1-2") && demand.contains("70.5"), "{demand}");
}
