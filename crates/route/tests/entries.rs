//! Prices from entry to exit: where they hold, what they leave alone; each world computed by hand.

#![allow(clippy::unwrap_used, reason = "tests")]

mod common;

use common::{ask, consignment, corridor, figures};
use keruen_certify::certify_route;
use keruen_model::Corridor;

/// ```text
///      ===== ra  300 km, 100 km/h ====      rails: 1 USD a box-km
///   a  ===== rb  300 km,  50 km/h ====  b ===== ra 200 km, 100 km/h ===== c
///      ----- ra  300 km,  50 km/h ----      road: 2 USD a box-km
///   at each place: on the rails or the road, and off, 1 h and 5 USD
/// ```
const WORLD: &str = "\
cargo:cargo_id=goods|name=goods|unit=container|equipment=box
equipment:equipment_id=box|name=box|kind=container|teu=1
equipment:equipment_id=platform|name=platform|kind=wagon|length=20
fit:fit_id=f1|carried=cargo:goods|carrier=equipment:box|load=10
fit:fit_id=f2|carried=equipment:box|carrier=equipment:platform|places=0.5
operator:operator_id=ra|name=RA|country=AA|kind=railway
operator:operator_id=rb|name=RB|country=AA|kind=railway
node:node_id=a|name=A|x_coord=0|y_coord=0|node_type=terminal|country=AA
node:node_id=b|name=B|x_coord=1|y_coord=0|node_type=terminal|country=AA
node:node_id=c|name=C|x_coord=2|y_coord=0|node_type=terminal|country=AA
facility:facility_id=fa|name=FA|node_id=a|kind=container_terminal
facility:facility_id=fb|name=FB|node_id=b|kind=container_terminal
facility:facility_id=fc|name=FC|node_id=c|kind=container_terminal
link:link_id=fast|from_node_id=a|to_node_id=b|mode=rail|gauge=1520|length=300|free_speed=100|operator_id=ra
link:link_id=slow|from_node_id=a|to_node_id=b|mode=rail|gauge=1520|length=300|free_speed=50|operator_id=rb
link:link_id=road|from_node_id=a|to_node_id=b|mode=road|length=300|free_speed=50|operator_id=ra
link:link_id=on|from_node_id=b|to_node_id=c|mode=rail|gauge=1520|length=200|free_speed=100|operator_id=ra
operation:operation_id=a-rail|kind=load|facility_id=fa|from_loading=ground|to_loading=rail|to_gauge=1520|time=1
operation:operation_id=a-road|kind=load|facility_id=fa|from_loading=ground|to_loading=road|time=1
operation:operation_id=b-rail|kind=unload|facility_id=fb|from_loading=rail|to_loading=ground|time=1
operation:operation_id=b-road|kind=unload|facility_id=fb|from_loading=road|to_loading=ground|time=1
operation:operation_id=c-rail|kind=unload|facility_id=fc|from_loading=rail|to_loading=ground|time=1
tariff:tariff_id=rail|name=rail|scope=link|mode=rail|amount=1|currency=USD|price_year=2025|per=container_km
tariff:tariff_id=road|name=road|scope=link|mode=road|amount=2|currency=USD|price_year=2025|per=container_km
tariff:tariff_id=lift|name=lift|scope=operation|item=handling|operation_kind=load;unload|amount=5|currency=USD|price_year=2025|per=container";

fn world(more: &[String]) -> Corridor {
    let rows: Vec<&str> = WORLD.lines().chain(more.iter().map(String::as_str)).collect();
    corridor(&rows)
}

fn entry(operator: &str, ends: [&str; 2], rest: &str) -> String {
    let [a, b] = ends;
    format!(
        "tariff:tariff_id=entry-{operator}|name=entry|scope=transit|operator_id={operator}|from_node_id={a}|to_node_id={b}\
         |currency=USD|price_year=2025|per=container|{rest}"
    )
}

/// Hours and dollars of the ways of a box, the cheapest first.
fn ways(c: &Corridor, to: &str) -> Vec<[f64; 2]> {
    ways_of(c, 1, to)
}

/// The same of several boxes.
fn ways_of(c: &Corridor, boxes: u32, to: &str) -> Vec<[f64; 2]> {
    let mut out: Vec<[f64; 2]> =
        ask(c, &format!("{boxes} goods a {to} 2025-06-01")).ways.iter().map(|w| [figures(w)[0], figures(w)[1]]).collect();
    out.sort_by(|a, b| a[1].total_cmp(&b[1]));
    out
}

#[test]
fn a_railways_price_does_not_hold_for_its_trucks() {
    // Without RB: by rail 5 + 900 + 5 USD in 1 + 3 + 1 h, by road 5 + 600 + 5 in 1 + 6 + 1.
    for mode in ["", "|mode=rail"] {
        let mut c = world(&[entry("ra", ["a", "b"], &format!("amount=900{mode}"))]);
        common::change(&mut c, "link:slow.valid_to=2024-12-31");
        assert_eq!(ways(&c, "b"), [[8.0, 610.0], [5.0, 910.0]], "{mode}");
    }
}

#[test]
fn a_price_closes_link_prices_to_the_lots_it_takes() {
    // At link prices 5 + 300 + 5 USD a box in 1 + 3 + 1 h by RA; by RB in 1 + 6 + 1, as dear. RA's own price is 900 a box.
    let many = world(&[entry("ra", ["a", "b"], "amount=900|from_quantity=2")]);
    assert_eq!(ways(&many, "b"), [[5.0, 310.0]]);
    assert_eq!(ways_of(&many, 2, "b"), [[8.0, 620.0], [5.0, 1820.0]]);
    let few = world(&[entry("ra", ["a", "b"], "amount=900|to_quantity=2")]);
    assert_eq!(ways(&few, "b"), [[8.0, 310.0], [5.0, 910.0]]);
    assert_eq!(ways_of(&few, 2, "b"), [[5.0, 620.0]]);
    // One of two steps takes every lot.
    let first = entry("ra", ["a", "b"], "amount=900|to_quantity=2");
    let both = world(&[first, entry("ra", ["a", "b"], "amount=800|from_quantity=2").replace("entry-ra", "entry-more")]);
    assert_eq!(ways(&both, "b"), [[8.0, 310.0], [5.0, 910.0]]);
    assert_eq!(ways_of(&both, 2, "b"), [[8.0, 620.0], [5.0, 1620.0]]);
}

#[test]
fn a_price_closes_link_prices_where_it_is_asked() {
    let closed = [[8.0, 310.0], [5.0, 910.0]];
    let rest = |more: &str| ways(&world(&[entry("ra", ["a", "b"], &format!("amount=900{more}"))]), "b");
    for asked in ["|country=AA", "|at=link:fast", "|at=node:b", "|at=operator:ra", "|from_km=300", "|loading=rail"] {
        assert_eq!(rest(asked), closed, "{asked}");
    }
    // Another country, the line of another railway, a haul that is no shorter, trucks on the rails.
    for not_asked in ["|country=BB", "|at=link:slow", "|at=node:c", "|to_km=300", "|loading=road"] {
        assert_eq!(rest(not_asked), [[5.0, 310.0]], "{not_asked}");
    }
    let by_truck = entry("ra", ["a", "b"], "amount=900").replace("per=container", "per=truck");
    assert_eq!(ways(&world(&[by_truck]), "b"), [[5.0, 310.0]]);
}

#[test]
fn a_surcharge_alone_is_no_price() {
    // RA's links from b to c at link prices, 5 + 300 + 200 + 5 USD in 1 + 3 + 2 + 1 h; the price itself takes two boxes.
    let surcharge = || entry("ra", ["b", "c"], "amount=0.1").replace("per=container", "per=share").replace("entry-ra", "more");
    assert_eq!(ways(&world(&[surcharge()]), "c"), [[7.0, 510.0]]);
    let c = world(&[surcharge(), entry("ra", ["b", "c"], "amount=900|from_quantity=2")]);
    assert_eq!(ways(&c, "c"), [[7.0, 510.0]]);
    // 10 + 600 + 1,980 + 10 for two.
    assert_eq!(ways_of(&c, 2, "c"), [[7.0, 2600.0]]);
}

#[test]
fn a_price_passed_over_is_found() {
    // Two boxes at link prices, where a price for one box alone is changed into one for all.
    let mut c = world(&[entry("ra", ["a", "b"], "amount=900|to_quantity=2")]);
    let answer = ask(&c, "2 goods a b 2025-06-01");
    common::change(&mut c, "tariff:entry-ra.to_quantity=3");
    let found = certify_route(&c.on(consignment(&c, "2 goods a b 2025-06-01").day), &answer);
    assert!(found.iter().any(|d| d.to_string().contains("tariff:entry-ra")), "{found:?}");
}

#[test]
fn two_railways_may_ask_between_the_same_places() {
    // RA 5 + 250 + 5 USD in 1 + 3 + 1 h, RB 5 + 200 + 5 in 1 + 6 + 1; whichever stands first.
    let [ra, rb] = [entry("ra", ["a", "b"], "amount=250"), entry("rb", ["a", "b"], "amount=200")];
    for rows in [[ra.clone(), rb.clone()], [rb, ra]] {
        assert_eq!(ways(&world(&rows), "b"), [[8.0, 210.0], [5.0, 260.0]]);
    }
}

#[test]
fn a_haul_does_not_pass_over_a_price_on_its_way() {
    let belt = |id: &str, rest: &str| {
        format!(
            "tariff:tariff_id={id}|name={id}|scope=link|operator_id=ra|mode=rail|currency=USD|price_year=2025|per=container_km|{rest}"
        )
    };
    let mut rows = vec![belt("near", "to_km=400|amount=1"), belt("far", "from_km=400|amount=0.5")];
    // The haul a - c has 500 km: 5 + 250 + 5 in 1 + 5 + 1 h.
    let hauled = ask(&world(&rows), "1 goods a c 2025-06-01");
    assert_eq!(hauled.ways.iter().map(|w| w.totals.cost.amount).collect::<Vec<_>>(), [260.0]);
    // With a price from b to c that haul is none: 5 + 300 + 220 + 5 by RA alone. By RB to b it takes 3 h more and costs as much.
    rows.push(entry("ra", ["b", "c"], "amount=220"));
    let c = world(&rows);
    assert_eq!(ways(&c, "c"), [[7.0, 530.0]]);
    let found = certify_route(&c.on(consignment(&c, "1 goods a c 2025-06-01").day), &hauled);
    let at = |d: &keruen_certify::Discrepancy| d.to_string().contains("tariff:entry-ra");
    assert!(found.iter().any(at), "the old answer is certified: {found:?}");
}
