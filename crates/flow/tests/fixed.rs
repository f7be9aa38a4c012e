//! What must be and cannot be, by name.
//!
//! ```text
//! Alat == 182.5 paths each way ==> Tbilisi:  boxes, wheat of three rows; without the north 260 hoppers too many
//! ```

#![allow(clippy::unwrap_used, reason = "tests")]

use keruen_certify::certify_flow;
use keruen_flow::corridor::{Fixed, Flow, FlowError, FlowQuestion};
use keruen_model::Corridor;
use keruen_results::Silent;
use keruen_tables::{ReadOptions, read_folder};
use std::path::Path;

fn mini() -> Corridor {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corridors/caspian-mini");
    read_folder(&folder, &ReadOptions::default()).unwrap().corridor
}

fn ask(corridor: &Corridor, wishes: &[&str], at_least: &[(&str, f64)]) -> Result<keruen_results::flow::FlowAnswer, FlowError> {
    let fixed = Fixed {
        wishes: wishes.iter().map(ToString::to_string).collect(),
        at_least: at_least.iter().map(|x| (x.0.to_string(), x.1)).collect(),
    };
    let mut flow = Flow::new(corridor, FlowQuestion { fixed, ..FlowQuestion::of(2025) })?;
    let (answer, proof) = flow.proven(&Silent)?;
    let verdict = certify_flow(corridor, &answer, &proof);
    assert!(verdict.holds(), "{:?}", verdict.flaws);
    Ok(answer)
}

/// Least cost uses all 182.5 paths to Tbilisi, so that 100 of them change nothing; an hour more of the ferries is sailed empty.
#[test]
fn what_must_be_used_is_used() {
    let corridor = mini();
    let free = ask(&corridor, &[], &[]).unwrap();
    let used = |a: &keruen_results::flow::FlowAnswer, l: &str| a.limits.iter().find(|x| x.limit == l).map_or(0.0, |x| x.used);
    let limit = "alat-tbilisi.path back";
    assert_eq!(used(&free, limit), 0.0);
    let paths = "alat-tbilisi.path forth";
    let same = ask(&corridor, &["boxes"], &[(paths, 100.0)]).unwrap();
    assert!((used(&same, paths) - used(&free, paths)).abs() < 1e-6);
    let ferry = "rail-ferries.time";
    let more = ask(&corridor, &[], &[(ferry, used(&free, ferry) + 60.0)]).unwrap();
    assert!(used(&more, ferry) >= used(&free, ferry) + 60.0 - 1e-6);
    assert!(more.totals.generalised_usd >= free.totals.generalised_usd - 1e-6);
}

/// Nothing goes back over Alat - Tbilisi, so that no path of it can be used.
#[test]
fn what_contradicts_is_named() {
    let corridor = mini();
    let Err(FlowError::Conflict(what)) = ask(&corridor, &[], &[("alat-tbilisi.path back", 1.0)]) else { panic!("no conflict") };
    assert_eq!(what.len(), 1, "{what:?}");
    assert!(what[0].contains("alat-tbilisi.path back"), "{what:?}");
    let Err(FlowError::Conflict(what)) = ask(&corridor, &[], &[("alat-tbilisi.path forth", 1e9)]) else { panic!("no conflict") };
    assert!(what[0].contains("alat-tbilisi.path forth"));
    assert!(matches!(ask(&corridor, &[], &[("feeder.allotment forth", 1.0)]), Err(FlowError::Brought(_))));
    assert!(matches!(ask(&corridor, &["nobody"], &[]), Err(FlowError::NoWish(_))));
    assert!(matches!(ask(&corridor, &[], &[("nothing", 1.0)]), Err(FlowError::NoLimit(_))));
}
