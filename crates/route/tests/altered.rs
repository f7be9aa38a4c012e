//! The worked example with one or two rows otherwise: the engine answers by the new rows, and the certifier agrees with it.
//! Each case is a rule of the schema that the plain example does not try.

#![allow(clippy::unwrap_used, reason = "tests")]

mod common;

use common::{add, change, examined, mini};
use keruen_model::Corridor;
use keruen_results::route::RouteAnswer;

const BOXES: &str = "2 container-40 steppe poti 2025-06-01";
const WHEAT: &str = "600 wheat steppe poti 2025-06-01";

/// Alterations: cells as `table:id.field=value`, rows as `+table:field=value|...`, joined by ` & `.
/// The way round by the north is shut: it is for the flow question.
fn altered(alterations: &str) -> Corridor {
    let mut c = mini();
    change(&mut c, "service:outside-north.status=closed");
    for a in alterations.split(" & ") {
        match a.strip_prefix('+') {
            Some(row) => add(&mut c, row),
            None => change(&mut c, a),
        }
    }
    c
}

fn ask(words: &str, alterations: &str) -> Result<RouteAnswer, String> {
    let c = altered(alterations);
    let (answer, found) = examined(&c, &common::consignment(&c, words));
    if found.is_empty() { Ok(answer) } else { Err(format!("{alterations}\n{found}")) }
}

fn price(rest: &str) -> String {
    format!("+tariff:tariff_id=new|name=new|currency=USD|price_year=2025|{rest}")
}

/// Dollars of the ways, cheapest first.
fn dollars(a: &RouteAnswer) -> Vec<i64> {
    let mut out: Vec<i64> = a.ways.iter().map(|w| w.totals.cost.amount.round() as i64).collect();
    out.sort_unstable();
    out
}

/// Hours of the ways, fastest first.
fn hours(a: &RouteAnswer) -> Vec<f64> {
    let mut out: Vec<f64> = a.ways.iter().map(|w| (w.totals.hours.p50 * 1000.0).round() / 1000.0).collect();
    out.sort_unstable_by(f64::total_cmp);
    out
}

/// What is asked, altered, and the dollars of the ways that are left.
fn costs(cases: &[(&str, String, &[i64])]) {
    let mut wrong = String::new();
    for (words, alterations, wanted) in cases {
        match ask(words, alterations) {
            Ok(a) if dollars(&a) == *wanted => {}
            Ok(a) => wrong += &format!("{alterations}\n  {:?} USD, should be {wanted:?}\n", dollars(&a)),
            Err(found) => wrong += &found,
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

#[test]
fn what_is_closed_is_not_ridden() {
    costs(&[
        (BOXES, "link:tbilisi-poti.status=closed".into(), &[]),
        (BOXES, "link:steppe-aktau.status=closed".into(), &[3100]),
        // A service does not sail over a closed link, nor does the way become shorter by it.
        (BOXES, "link:aktau-alat.status=closed".into(), &[3100]),
        (BOXES, "link:kuryk-alat.valid_to=2025-05-31".into(), &[2900]),
        (BOXES, "service:feeder-aktau-alat.status=closed".into(), &[3100]),
        (BOXES, "facility:aktau-terminal.status=closed".into(), &[3100]),
        (BOXES, "operation:ferry-roll-off.valid_from=2025-06-02".into(), &[2900]),
        (BOXES, "node:kuryk_port.status=closed".into(), &[2900]),
        (
            BOXES,
            "link:steppe-aktau.directed=1 & link:steppe-aktau.from_node_id=aktau_port & link:steppe-aktau.to_node_id=steppe"
                .into(),
            &[3100],
        ),
        (BOXES, "link:steppe-kuryk.gauge=1435".into(), &[2900]),
    ]);
}

#[test]
fn what_does_not_fit_is_not_carried() {
    costs(&[
        (BOXES, "service:feeder-aktau-alat.cargo=wheat".into(), &[3100]),
        (BOXES, "service:ferry-kuryk-alat.equipment=hopper".into(), &[2900]),
        // Table fit says what goes on board.
        (BOXES, "fit:box-40-feeder.carried=equipment:hopper".into(), &[3100]),
        (BOXES, "fit:platform-ferry.carried=equipment:hopper".into(), &[2900]),
        // A ship is worked where it calls.
        (BOXES, "stop:feeder-1.facility_id=kuryk-ferry & operation:aktau-load-box.service=".into(), &[3100]),
        (BOXES, "stop:feeder-2.facility_id=alat-ferry & operation:alat-transfer-box.service=".into(), &[3100]),
        // A train by timetable keeps to its gauge.
        (
            BOXES,
            "+service:service_id=train|name=train|mode=rail|loading=rail|departure=headway|headway=2 \
             & +stop:stop_id=train-1|service_id=train|sequence=1|node_id=steppe & +stop:stop_id=train-2|service_id=train|sequence=2|node_id=kuryk_port|via=narrow \
             & +link:link_id=narrow|from_node_id=steppe|to_node_id=kuryk_port|mode=rail|length=100|gauge=1067|free_speed=100 \
             & +tariff:tariff_id=train|name=train|scope=service|at=service:train|amount=1|currency=USD|price_year=2025|per=container".into(),
            &[2900, 3100],
        ),
    ]);
}

#[test]
fn borders_are_not_skipped() {
    costs(&[
        (BOXES, "operation:alat-border-az.status=closed".into(), &[]),
        (BOXES, "operation:alat-border-az.from_country=ZZ".into(), &[2900, 3100]),
        // Cleared ahead at the last place before the line: the post may be a whole line away,
        (BOXES, "operation:tbilisi-border-ge.facility_id=alat-border".into(), &[2900, 3100]),
        // or a station before it.
        (
            BOXES,
            "link:alat-tbilisi.to_node_id=line & link:alat-tbilisi.length=250 & +node:node_id=line|name=line|country=AZ \
             & +link:link_id=line-tbilisi|from_node_id=line|to_node_id=tbilisi|mode=rail|length=250|gauge=1520|free_speed=50|operator_id=ady|traction=electric_ac \
             & facility:tbilisi-border.node_id=line".into(),
            &[2900, 3100],
        ),
        // AZ - AM - AZ without a border of AM: not even for a short cut.
        (
            BOXES,
            "+node:node_id=am|name=am|country=AM & +node:node_id=west|name=west|country=AZ & link:alat-tbilisi.from_node_id=west \
             & +link:link_id=into|from_node_id=alat_port|to_node_id=am|mode=rail|length=10|gauge=1520|free_speed=50|operator_id=ady \
             & +link:link_id=out|from_node_id=am|to_node_id=west|mode=rail|length=10|gauge=1520|free_speed=50|operator_id=ady".into(),
            &[],
        ),
    ]);
}

#[test]
fn the_narrowest_price_holds() {
    let km = "scope=link|per=container_km|amount=1|";
    costs(&[
        (BOXES, price(&format!("{km}at=link:alat-tbilisi")), &[3300, 3500]),
        (BOXES, price(&format!("{km}at=node:alat_port|mode=rail")), &[3300, 3500]),
        (BOXES, price(&format!("{km}operator_id=ady|mode=rail|equipment=box-40|cargo=container-40")), &[3300, 3500]),
        (BOXES, price(&format!("{km}country=AZ|mode=rail|equipment=box-40|cargo=container-40")), &[2900, 3100]),
        (BOXES, price(&format!("{km}mode=rail|equipment=box-40|cargo=container-40|loading=rail")), &[2900, 3100]),
        // Ends beat the operator; a row of one end beats nothing that names both.
        (BOXES, price(&format!("{km}from_node_id=tbilisi|to_node_id=alat_port")), &[3300, 3500]),
        (BOXES, price(&format!("{km}from_node_id=tbilisi|to_node_id=alat_port|both_ways=0")), &[2900, 3100]),
        // Beside a row the operator says who asks; the cargo makes the row narrower.
        (
            BOXES,
            format!(
                "{} & +tariff:tariff_id=mine|name=mine|currency=USD|price_year=2025|{km}at=link:alat-tbilisi|operator_id=ady|amount=2",
                price(&format!("{km}at=link:alat-tbilisi|cargo=container-40"))
            ),
            &[3300, 3500],
        ),
        // Two goods fields beat one, whichever they are.
        (
            BOXES,
            format!(
                "{} & +tariff:tariff_id=mine|name=mine|currency=USD|price_year=2025|{km}operator_id=ady|mode=rail|cargo=container-40|amount=2",
                price(&format!("{km}operator_id=ady|mode=rail|equipment=box-40|loading=rail"))
            ),
            &[3300, 3500],
        ),
        // Equally narrow rows add up, so do items; a share is of its own item alone.
        (BOXES, price(&format!("{km}operator_id=ady|mode=rail|equipment=platform")), &[3900, 4100]),
        (BOXES, price(&format!("{km}item=toll|operator_id=ady")), &[3900, 4100]),
        (
            BOXES,
            format!(
                "{} & +tariff:tariff_id=half|name=half|scope=link|operator_id=ady|item=toll|amount=0.5|currency=USD|price_year=2025|per=share",
                price(&format!("{km}item=toll|operator_id=ady"))
            ),
            &[4400, 4600],
        ),
        (BOXES, price("scope=link|operator_id=ady|item=toll|per=wagon|amount=10|minimum=25"), &[2925, 3125]),
        (BOXES, price("scope=link|operator_id=ady|item=toll|per=t|amount=1|from_quantity=40"), &[2940, 3140]),
        (BOXES, price("scope=link|operator_id=ady|item=toll|per=t|amount=1|to_quantity=40"), &[2900, 3100]),
        (BOXES, price("scope=link|operator_id=ady|item=toll|per=consignment|amount=1|from_km=500"), &[2901, 3101]),
        (BOXES, price("scope=link|operator_id=ady|item=toll|per=consignment|amount=1|to_km=500"), &[2900, 3100]),
        (BOXES, price("scope=link|mode=rail|per=teu_km|item=toll|amount=0.1|empty=1"), &[2900, 3100]),
        (BOXES, price("scope=storage|at=facility:aktau-terminal|per=teu_day|amount=24|free_days=1"), &[2972, 3100]),
        // The country of a price is that of the operator; without one, that of the place where it starts.
        (
            BOXES,
            price(
                "scope=service|item=toll|country=KZ|at=service:feeder-aktau-alat|per=consignment|amount=7 & service:feeder-aktau-alat.operator_id=",
            ),
            &[2907, 3100],
        ),
        (BOXES, "tariff:gr-box-40.currency=USD & fx:gel-2025.usd=9".into(), &[3620, 3820]),
    ]);
}

#[test]
fn subsidies_and_duties_are_met_once_where_they_say() {
    let on = |rest: &str| price(&format!("currency=USD|per=consignment|{rest}"));
    costs(&[
        (BOXES, on("scope=subsidy|item=help|amount=-5|at=link:alat-tbilisi;link:tbilisi-poti"), &[2895, 3095]),
        (BOXES, on("scope=duty|item=customs|amount=5|from_node_id=steppe|to_node_id=poti"), &[2905, 3105]),
        (BOXES, on("scope=duty|item=customs|amount=5|from_node_id=poti|to_node_id=steppe"), &[2905, 3105]),
        (BOXES, on("scope=duty|item=customs|amount=5|from_node_id=poti|to_node_id=steppe|both_ways=0"), &[2900, 3100]),
        (BOXES, on("scope=duty|item=customs|amount=5|from_node_id=steppe"), &[2900, 3100]),
        // On a row, and only for consignments between these ends.
        (BOXES, on("scope=duty|item=customs|amount=5|at=link:tbilisi-poti|from_node_id=steppe|to_node_id=poti"), &[2905, 3105]),
        (BOXES, on("scope=duty|item=customs|amount=5|at=link:tbilisi-poti|from_node_id=steppe|to_node_id=tbilisi"), &[2900, 3100]),
        // A subsidy and a duty of one name are two things.
        (
            BOXES,
            format!("{} & +tariff:tariff_id=mine|name=mine|scope=subsidy|item=state|amount=-3|currency=USD|price_year=2025|per=consignment|at=link:tbilisi-poti", on("scope=duty|item=state|amount=5|at=link:alat-tbilisi")),
            &[2902, 3102],
        ),
        // For riding a ship, not for going aboard and coming off again.
        (
            BOXES,
            format!("{} & +operation:operation_id=kuryk-off|kind=roll_off|facility_id=kuryk-ferry|from_loading=wagon_on_ship|to_loading=rail|to_gauge=1520|time=0", on("scope=subsidy|item=help|amount=-500|at=service:ferry-kuryk-alat")),
            &[2600, 2900],
        ),
        // More items than a byte has bits.
        (
            BOXES,
            (0..9).map(|i| format!("+tariff:tariff_id=d{i}|name=d{i}|scope=duty|item=i{i}|amount=1|currency=USD|price_year=2025|per=consignment|at=link:tbilisi-poti")).collect::<Vec<_>>().join(" & "),
            &[2909, 3109],
        ),
    ]);
}

#[test]
fn an_entry_exit_price_stands_in_the_place_of_link_prices() {
    costs(&[
        // Cheaper, dearer, and dearer over a part of the line with a border in it.
        (WHEAT, "tariff:gr-wheat-transit.amount=10".into(), &[22120]),
        (WHEAT, "tariff:gr-wheat-transit.amount=20".into(), &[24520]),
        (WHEAT, "tariff:gr-wheat-transit.cargo=container-40".into(), &[23320]),
        (WHEAT, "tariff:gr-wheat-transit.operator_id=ady".into(), &[23320]),
    ]);
}

#[test]
fn times_follow_from_the_tables() {
    let cases: &[(&str, &str, &[f64])] = &[
        // The median of length / speed is length / median of the speed.
        (BOXES, "vehicle:rail-ferry.speed=uniform(15,25)", &[67.0, 95.0]),
        (BOXES, "vehicle:rail-ferry.speed=triangular(16,16,24)", &[68.807, 95.0]),
        (BOXES, "stop:ferry-2.time=uniform(10,20)", &[62.0, 95.0]),
        (BOXES, "operation:poti-unload-box.time=exponential(mean=10)", &[71.931, 99.931]),
        (BOXES, "service:feeder-aktau-alat.departure=on_demand", &[59.0]),
        (BOXES, "service:ferry-kuryk-alat.longest_wait=", &[55.0, 95.0]),
        (BOXES, "link:alat-tbilisi.free_speed_back=10", &[67.0, 95.0]),
        (
            BOXES,
            "link:tbilisi-poti.free_speed_back=10 & link:tbilisi-poti.from_node_id=poti & link:tbilisi-poti.to_node_id=tbilisi",
            &[91.0, 119.0],
        ),
        // Nothing moves in no time because a speed lacks.
        (BOXES, "link:tbilisi-poti.free_speed=", &[]),
        (WHEAT, "fit:wheat-hopper.load=61", &[78.0]),
    ];
    let mut wrong = String::new();
    for (words, alterations, wanted) in cases {
        match ask(words, alterations) {
            Ok(a) if hours(&a) == *wanted => {}
            Ok(a) => wrong += &format!("{alterations}\n  {:?} h, should be {wanted:?}\n", hours(&a)),
            Err(found) => wrong += &found,
        }
    }
    assert!(wrong.is_empty(), "\n{wrong}");
}

/// 8.05 kt are 8050.000000000001 t in doubles, and still 161 wagons of 50 t.
#[test]
fn a_load_that_fills_whole_wagons_needs_no_more() {
    let c = altered("fit:wheat-hopper.load=50");
    let mut q = common::consignment(&c, "8.05 wheat steppe tbilisi 2025-06-01");
    q.unit = Some(keruen_model::Unit::Kt);
    let (answer, found) = examined(&c, &q);
    assert!(found.is_empty(), "\n{found}");
    let rolled = answer.ways[0].legs.iter().flat_map(|l| &l.charges).find(|c| c.tariff == "roll").unwrap();
    assert_eq!(rolled.quantity, 161.0);
}

/// Out and back over the same links of a service: the links are named in the order in which they are ridden.
#[test]
fn the_way_back_names_its_links_in_order() {
    let c = altered(
        "+node:node_id=buoy|name=buoy|country=AZ & link:kuryk-alat.to_node_id=buoy & link:kuryk-alat.length=100 \
         & +link:link_id=buoy-alat|from_node_id=buoy|to_node_id=alat_port|mode=sea|length=300 & stop:ferry-2.via=kuryk-alat;buoy-alat \
         & +operation:operation_id=border-kz|kind=border|facility_id=kuryk-border|from_loading=rail|to_loading=rail|from_country=AZ|to_country=KZ|time=1 \
         & +facility:facility_id=kuryk-border|name=b|node_id=kuryk_port|kind=border_post \
         & operation:ferry-roll-on.from_gauge= & +operation:operation_id=alat-load|kind=load|facility_id=alat-terminal|from_loading=ground|to_loading=rail|to_gauge=1520|time=1 \
         & +operation:operation_id=steppe-unload|kind=unload|facility_id=steppe-station|from_loading=rail|to_loading=ground|time=1",
    );
    let (answer, found) = examined(&c, &common::consignment(&c, "2 container-40 alat_port steppe 2025-06-01"));
    assert!(found.is_empty() && !answer.ways.is_empty(), "\n{found}");
    let ride = answer.ways[0].legs.iter().find(|l| l.mode == "sea").unwrap();
    assert_eq!(ride.links, ["buoy-alat", "kuryk-alat"]);
}

/// A wait says where it comes from, also that of a ship on demand which wants the goods some hours before.
#[test]
fn every_wait_says_where_it_comes_from() {
    let a = ask(BOXES, "service:feeder-aktau-alat.departure=on_demand").unwrap();
    assert!(a.ways.iter().flat_map(|w| &w.legs).filter(|l| l.name.starts_with("wait")).all(|l| !l.wait_origin.is_empty()));
}

/// The question is repeated as it was asked, also where the place is closed on the day.
#[test]
fn a_closed_origin_is_still_named() {
    let c = altered("node:steppe.status=closed");
    let (answer, _) = examined(&c, &common::consignment(&c, BOXES));
    assert!(answer.ways.is_empty() && answer.no_answer.is_some());
    assert_eq!((answer.question.from.id.as_str(), answer.question.to.id.as_str()), ("steppe", "poti"));
}
