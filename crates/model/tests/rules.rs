//! Every rule of validation has an example that breaks it, with its exact message.

mod common;

use common::{TINY, add, change, corridor};
use keruen_model::validate::{RULES, validate};
use keruen_model::{Corridor, TableKind};

fn messages(c: &Corridor) -> Vec<String> {
    validate(c).iter().map(ToString::to_string).collect()
}

/// The tiny corridor with cells changed and rows added breaks exactly this rule, with exactly these words.
fn breaks(changes: &[&str], rows: &[&str], wanted: &[&str]) {
    let mut c = corridor(TINY);
    for ch in changes {
        change(&mut c, ch);
    }
    for r in rows {
        add(&mut c, r);
    }
    assert_eq!(messages(&c), wanted, "{changes:?} {rows:?}");
}

#[test]
fn the_tiny_corridor_keeps_every_rule() {
    assert_eq!(messages(&corridor(TINY)), Vec::<String>::new());
}

#[test]
fn every_rule_has_a_name_of_its_own() {
    let mut names: Vec<&str> = RULES.iter().map(|r| r.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), RULES.len());
}

#[test]
fn dangling_id() {
    breaks(
        &["link:aktau-alat.to_node_id=alta"],
        &[],
        &[
            r#"link:aktau-alat.to_node_id = "alta": there is no node "alta" [dangling-id]; did you mean "alat"?"#,
            r#"stop:ferry-2.via = "aktau-alat": the links do not lead from the stop before to this one [service-stops]"#,
        ],
    );
    breaks(
        &["resource:aktau-ferry.berths.at=facility:nowhere-at-all"],
        &[],
        &[
            r#"resource:aktau-ferry.berths.at = "facility:nowhere-at-all": there is no facility "nowhere-at-all" [dangling-id]; add it to facility.csv or correct the id"#,
        ],
    );
}

#[test]
fn out_of_range() {
    breaks(&["node:aktau.y_coord=91"], &[], &[r#"node:aktau.y_coord = "91": latitude goes from -90 to 90 [out-of-range]"#]);
    breaks(
        &["fleet:ferries.availability=1.2"],
        &[],
        &[r#"fleet:ferries.availability = "1.2": a share goes from 0 to 1 [out-of-range]"#],
    );
    breaks(&["link:aktau-alat.length=-3"], &[], &[r#"link:aktau-alat.length = "-3": this cannot be negative [out-of-range]"#]);
    breaks(&["closure:c1.month=13"], &[], &[r#"closure:c1.month = "13": a month goes from 1 to 12 [out-of-range]"#]);
    breaks(
        &["link:beineu-aktau.free_speed=0"],
        &[],
        &[r#"link:beineu-aktau.free_speed = "0": a speed is above zero [out-of-range]"#],
    );
    breaks(&["demand:d1.year=25"], &[], &[r#"demand:d1.year = "25": a year goes from 1990 to 2100 [out-of-range]"#]);
}

#[test]
fn bad_country() {
    breaks(
        &["node:aktau.country=Kazakhstan"],
        &[],
        &[r#"node:aktau.country = "Kazakhstan": a country is two capital letters, as KZ [bad-country]"#],
    );
}

#[test]
fn row_shape() {
    breaks(
        &["operation:roll-on.facility_kind=yard"],
        &[],
        &[r#"operation:roll-on.facility_id = "aktau-ferry": an operation has either facility_id or facility_kind [row-shape]"#],
    );
    breaks(
        &["operation:roll-on.kind=border"],
        &[],
        &["operation:roll-on.to_country: a border operation names from_country and to_country [row-shape]"],
    );
    breaks(
        &["operation:roll-on.time_per_unit=1"],
        &[],
        &["operation:roll-on.time_unit: time_per_unit and time_unit stand together [row-shape]"],
    );
    breaks(
        &["service:ferry.departure=headway"],
        &[],
        &["service:ferry.headway: a service that runs by headway needs one [row-shape]"],
    );
    breaks(&["service:ferry.at_most=0.5"], &[], &[r#"service:ferry.at_least = "0.6": at_least is above at_most [row-shape]"#]);
    breaks(
        &["vehicle:rail-ferry.places=50"],
        &[],
        &["vehicle:rail-ferry.place_unit: places and place_unit stand together [row-shape]"],
    );
    breaks(
        &["resource:aktau-ferry.berths.ban_above=50"],
        &[],
        &["resource:aktau-ferry.berths.ban_below: ban_above and ban_below stand together [row-shape]"],
    );
}

#[test]
fn island() {
    breaks(
        &[],
        &["node:node_id=poti|name=Poti|x_coord=41.7|y_coord=42.1|node_type=port|country=GE"],
        &["node:poti: no link and no service calls here [island]; join it, or take it out"],
    );
}

#[test]
fn unreachable_demand() {
    breaks(
        &[
            "link:aktau-alat.directed=1",
            "service:ferry.both_ways=0",
            "demand:d1.origin_node_id=alat",
            "demand:d1.destination_node_id=beineu",
        ],
        &[],
        &[
            r#"demand:d1.destination_node_id = "beineu": no chain of links and services leads there from the origin [unreachable-demand]"#,
        ],
    );
}

#[test]
fn gauge_break() {
    breaks(
        &[],
        &[
            "node:node_id=jinghe|name=Jinghe|x_coord=83|y_coord=44.6|node_type=rail|country=CN",
            "link:link_id=jinghe-beineu|from_node_id=jinghe|to_node_id=beineu|mode=rail|length=10|gauge=1435",
        ],
        &[
            "node:beineu: railways of 1520 and 1435 mm meet here and no operation changes between them [gauge-break]; add a gauge_change operation, or load and unload at a terminal here",
        ],
    );
}

#[test]
fn service_vehicle() {
    breaks(
        &["vehicle:rail-ferry.mode=rail"],
        &[],
        &[r#"service:ferry.fleet = "ferries": vehicle "rail-ferry" runs on rail, the service on sea [service-vehicle]"#],
    );
}

#[test]
fn service_stops() {
    let mut c = corridor(TINY);
    let stop = c.strings.find("ferry-2").and_then(|s| c.tables.position(TableKind::Stop, s)).unwrap();
    c.tables.remove(TableKind::Stop, stop);
    assert_eq!(messages(&c), ["service:ferry: has 1 stops [service-stops]; add its stops to stop.csv"]);
    breaks(
        &["stop:ferry-2.node_id=beineu"],
        &[],
        &[r#"stop:ferry-2.via = "aktau-alat": the links do not lead from the stop before to this one [service-stops]"#],
    );
}

#[test]
fn unused_resource() {
    breaks(
        &[],
        &["resource:resource_id=tug|name=Tug|kind=slot|at=node:aktau|amount=1|unit=slot|per=day"],
        &["resource:tug: nobody uses this resource [unused-resource]; add a row to use.csv, or take the resource out"],
    );
}

#[test]
fn date_order_and_gap() {
    breaks(
        &["closure:c1.valid_from=2025-01-01"],
        &[],
        &[r#"closure:c1.valid_to = "2024-12-31": the row ends before it begins (2025-01-01) [date-order]"#],
    );
    breaks(
        &[],
        &["closure:closure_id=c2|region=east|month=1|share=0.3|spell=24|valid_from=2025-01-03"],
        &[
            r#"closure:c2.valid_from = "2025-01-03": 2025-01-01 to 2025-01-02 is left out after row "c1" [date-gap]; let one row end the day before the next begins"#,
        ],
    );
}

#[test]
fn unit_mismatch() {
    breaks(
        &["demand:d1.unit=TEU"],
        &[],
        &[r#"demand:d1.unit = "TEU": demand cannot be counted in TEU; cargo "wheat" is counted in t [unit-mismatch]"#],
    );
    breaks(
        &["tariff:rail.scope=operation"],
        &[],
        &[r#"tariff:rail.per = "wagon_km": a price by distance does not fit the scope operation [unit-mismatch]"#],
    );
}

#[test]
fn money() {
    breaks(
        &["tariff:rail.currency=tenge"],
        &[],
        &[r#"tariff:rail.currency = "tenge": a currency is a code of three capital letters, as USD [money]"#],
    );
    breaks(&["tariff:rail.currency=KZT"], &[], &[r#"tariff:rail.currency = "KZT": KZT has no rate [money]; add it to fx.csv"#]);
}

#[test]
fn profile_sum() {
    breaks(
        &["profile:flat.m12=0.5"],
        &[],
        &["profile:flat: the twelve shares add up to 1.480000 [profile-sum]; divide each share by that sum"],
    );
}

#[test]
fn citation_shape() {
    breaks(
        &["citation:c1.fact="],
        &[],
        &[
            "citation:c1.fact: `read` names the fact it was read in [citation-shape]",
            "citation:c1.fact: link:beineu-aktau.length = 100 does not stand in the facts it was read in [citation-value]; correct the value, or call it computed and show the arithmetic",
        ],
    );
    breaks(
        &["citation:c1.method=assumed", "citation:c1.low=90", "citation:c1.high=110"],
        &[],
        &["citation:c1.reason: `assumed` gives its reason [citation-shape]"],
    );
    breaks(
        &["citation:c1.method=proxy", "citation:c1.reason=like the next line"],
        &[],
        &["citation:c1.low: `proxy` gives low and high [citation-shape]"],
    );
    breaks(&["citation:c1.row=beinue"], &[], &[r#"citation:c1.row = "beinue": link has no such row [citation-shape]"#]);
}

#[test]
fn citation_value() {
    breaks(
        &["citation:c1.low=110", "citation:c1.high=120"],
        &[],
        &[r#"citation:c1.low = "110": link:beineu-aktau.length = 100 lies outside 110 to 120 [citation-value]"#],
    );
    breaks(
        &["link:beineu-aktau.length=133"],
        &[],
        &[
            r#"citation:c1.fact = "F1": link:beineu-aktau.length = 133 does not stand in the facts it was read in [citation-value]; correct the value, or call it computed and show the arithmetic"#,
        ],
    );
}

#[test]
fn uncited() {
    let mut c = corridor(TINY);
    c.meta.citations_required = true;
    let found = messages(&c);
    let wanted = r#"link:beineu-aktau.free_speed = "50": this figure has no citation [uncited]; add a row to citation.csv: read, computed, proxy or assumed"#;
    assert!(found.iter().any(|m| m == wanted), "{found:?}");
    assert!(!found.iter().any(|m| m.contains("beineu-aktau.length")), "a cited figure is not reported");
}
