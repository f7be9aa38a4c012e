//! Prices as they are: through rates, hauls by distance belts, whole trains, steps, hire, caps, each world computed by hand.

#![allow(clippy::unwrap_used, reason = "tests")]

mod common;

use common::{add, answer, ask, consignment, corridor};
use keruen_model::Corridor;
use keruen_results::route::{RouteAnswer, Way};

/// ```text
///   a ===ra 300=== b ===ra 200=== c ~~~~ ship 400 km ~~~~ d ===rd 500=== e        km; 50 km/h by rail, 20 by ship
///   load 5 USD a box at a, ship 2 + 2 at c and d, unload 5 at e; rail 1 USD a box-km, ship 100 USD a box
/// ```
const LINE: &str = "\
cargo:cargo_id=goods|name=goods|unit=container|equipment=box
cargo:cargo_id=grain|name=grain|unit=t|equipment=hopper;hold
equipment:equipment_id=box|name=box|kind=container|teu=2
equipment:equipment_id=platform|name=platform|kind=wagon|length=25
equipment:equipment_id=hopper|name=hopper|kind=wagon|length=15
equipment:equipment_id=hold|name=hold|kind=hold
fit:fit_id=f1|carried=cargo:goods|carrier=equipment:box|load=10
fit:fit_id=f2|carried=equipment:box|carrier=equipment:platform|places=0.5
fit:fit_id=f3|carried=cargo:grain|carrier=equipment:hopper|load=50
fit:fit_id=f4|carried=cargo:grain|carrier=equipment:hold|load=5000
operator:operator_id=ra|name=RA|country=AA|kind=railway
operator:operator_id=rd|name=RD|country=AA|kind=railway
node:node_id=a|name=A|x_coord=0|y_coord=0|node_type=terminal|country=AA
node:node_id=b|name=B|x_coord=1|y_coord=0|node_type=terminal|country=AA
node:node_id=c|name=C|x_coord=2|y_coord=0|node_type=terminal|country=AA
node:node_id=d|name=D|x_coord=3|y_coord=0|node_type=terminal|country=AA
node:node_id=e|name=E|x_coord=4|y_coord=0|node_type=terminal|country=AA
facility:facility_id=fa|name=FA|node_id=a|kind=container_terminal
facility:facility_id=fb|name=FB|node_id=b|kind=container_terminal
facility:facility_id=fc|name=FC|node_id=c|kind=container_terminal
facility:facility_id=fd|name=FD|node_id=d|kind=container_terminal
facility:facility_id=fe|name=FE|node_id=e|kind=container_terminal
link:link_id=ab|from_node_id=a|to_node_id=b|mode=rail|gauge=1520|length=300|free_speed=50|operator_id=ra
link:link_id=bc|from_node_id=b|to_node_id=c|mode=rail|gauge=1520|length=200|free_speed=50|operator_id=ra
link:link_id=de|from_node_id=d|to_node_id=e|mode=rail|gauge=1520|length=500|free_speed=50|operator_id=rd
link:link_id=sea|from_node_id=c|to_node_id=d|mode=sea|length=400
vehicle:vehicle_id=v|name=V|mode=sea|kind=feeder|speed=20
fleet:fleet_id=fl|name=FL|vehicle_id=v|count=1
service:service_id=ship|name=Ship|mode=sea|loading=ship|fleet=fl|departure=headway|headway=48|operator_id=rd
stop:stop_id=s1|service_id=ship|sequence=1|node_id=c|facility_id=fc
stop:stop_id=s2|service_id=ship|sequence=2|node_id=d|facility_id=fd|via=sea
operation:operation_id=load|kind=load|facility_id=fa|from_loading=ground|to_loading=rail|to_gauge=1520|time=2
operation:operation_id=board|kind=transfer|facility_id=fc|from_loading=rail|to_loading=ship|time=3
operation:operation_id=land|kind=transfer|facility_id=fd|from_loading=ship|to_loading=rail|to_gauge=1520|time=3
operation:operation_id=unload|kind=unload|facility_id=fe|from_loading=rail|to_loading=ground|time=2
tariff:tariff_id=rail|name=rail|scope=link|mode=rail|amount=1|currency=USD|price_year=2025|per=container_km
tariff:tariff_id=sea|name=sea|scope=service|at=service:ship|amount=100|currency=USD|price_year=2025|per=container
tariff:tariff_id=lift|name=lift|scope=operation|item=handling|operation_kind=load;unload|amount=5|currency=USD|price_year=2025|per=container
tariff:tariff_id=move|name=move|scope=operation|item=handling|operation_kind=transfer|amount=2|currency=USD|price_year=2025|per=container";

fn line(more: &[&str]) -> Corridor {
    let rows: Vec<&str> = LINE.lines().chain(more.iter().copied()).collect();
    corridor(&rows)
}

fn cheapest(a: &RouteAnswer) -> &Way {
    a.ways.iter().find(|w| w.labels.iter().any(|l| l == "cheapest")).unwrap()
}

fn dollars(c: &Corridor, words: &str) -> f64 {
    (cheapest(&ask(c, words)).totals.cost.amount * 1000.0).round() / 1000.0
}

/// 5 + 300 + 200 + 2 + 100 + 2 + 500 + 5 at local prices.
const LOCAL: f64 = 1114.0;

const RATE: &str = "tariff:tariff_id=rate|name=rate|scope=through|from_node_id=a|to_node_id=e|both_ways=0|currency=USD|price_year=2025|per=container";

#[test]
fn a_through_rate_is_charged_once_for_what_it_covers() {
    assert_eq!(dollars(&line(&[]), "1 goods a e 2025-06-01"), LOCAL);
    // The ship is run by RD: the rate names both railways and with RD the ship. Handling on the way stays: 5 + 2 + 2 + 5.
    let plain = line(&[&format!("{RATE}|at=operator:ra;operator:rd|amount=800")]);
    let a = ask(&plain, "1 goods a e 2025-06-01");
    let way = cheapest(&a);
    assert_eq!(way.totals.cost.amount, 814.0);
    let under: Vec<bool> = way.legs.iter().filter(|l| l.hours > 0.0).map(|l| l.through.is_some()).collect();
    // load | ab bc board wait sea land de | unload; a wait is no deed of its own.
    assert_eq!(under, [false, true, true, true, false, true, true, true, false]);
    let charged: Vec<f64> = way.legs.iter().filter(|l| l.through.is_some()).map(|l| l.cost).collect();
    assert_eq!(charged, [800.0, 0.0, 2.0, 0.0, 2.0, 0.0]);
    // Where it covers handling too, the transfers at both ports are in it; the lifts at its ends are not on the way.
    let whole = line(&[&format!("{RATE}|at=operator:ra;operator:rd|covers=handling|amount=800")]);
    assert_eq!(dollars(&whole, "1 goods a e 2025-06-01"), 810.0);
}

#[test]
fn a_through_rate_holds_for_its_ends_direction_and_moves_alone() {
    let c = line(&[
        &format!("{RATE}|at=operator:ra;operator:rd|amount=800"),
        "operation:operation_id=load-b|kind=load|facility_id=fb|from_loading=ground|to_loading=rail|to_gauge=1520|time=2",
    ]);
    // 5 + 200 + 2 + 100 + 2 + 500 + 5: from b there is no rate.
    assert_eq!(dollars(&c, "1 goods b e 2025-06-01"), 814.0);
    // A rate that does not name the ship leads nowhere; one that is dearer is not taken.
    for rate in ["at=operator:ra;link:de|amount=800", "at=operator:ra;operator:rd|amount=1200"] {
        assert_eq!(dollars(&line(&[&format!("{RATE}|{rate}")]), "1 goods a e 2025-06-01"), LOCAL, "{rate}");
    }
}

/// Belts: 1 USD a box-km below 400 km, 0.6 from there on.
fn belts() -> Vec<String> {
    let belt = |id: &str, rest: &str| {
        format!("tariff:tariff_id={id}|name={id}|scope=link|operator_id=ra|currency=USD|price_year=2025|per=container_km|{rest}")
    };
    vec![belt("near", "to_km=400|amount=1"), belt("far", "from_km=400|amount=0.6")]
}

#[test]
fn belts_compare_the_haul_and_not_a_link() {
    let belts = belts();
    let mut rows: Vec<&str> = belts.iter().map(String::as_str).collect();
    // Each link is shorter than 400 km, the haul a - c has 500: 300 USD instead of 500.
    assert_eq!(dollars(&line(&rows), "1 goods a e 2025-06-01"), LOCAL - 200.0);
    let a = ask(&line(&rows), "1 goods a e 2025-06-01");
    assert_eq!(cheapest(&a).legs.iter().filter(|l| l.links == ["ab", "bc"]).map(|l| l.cost).collect::<Vec<_>>(), [300.0]);
    // A belt that grows dearer with the haul is not dodged by two short hauls.
    let dear = belts[1].replace("amount=0.6", "amount=2");
    rows[1] = &dear;
    assert_eq!(dollars(&line(&rows), "1 goods a e 2025-06-01"), LOCAL + 500.0);
}

/// A train of 40 TEU costs 12 USD a km; wagon-loads by step: below 10 boxes 1 USD a box-km, from 10 boxes 0.9.
const TRAIN: [&str; 6] = [
    "vehicle:vehicle_id=t40|name=T40|mode=rail|kind=train|places=40|place_unit=TEU",
    "fleet:fleet_id=fl-t|name=FLT|vehicle_id=t40|count=1",
    "service:service_id=block|name=Block|mode=rail|loading=rail|fleet=fl-t|departure=headway|headway=24",
    "stop:stop_id=b1|service_id=block|sequence=1|node_id=a",
    "stop:stop_id=b2|service_id=block|sequence=2|node_id=c|via=ab;bc",
    "tariff:tariff_id=block|name=block|scope=service|at=service:block|amount=12|currency=USD|price_year=2025|per=train_km",
];

#[test]
fn the_asked_quantity_decides() {
    let step = |id: &str, rest: &str| {
        format!("tariff:tariff_id={id}|name={id}|scope=link|operator_id=ra|currency=USD|price_year=2025|per=container_km|{rest}")
    };
    let steps = [step("few", "to_quantity=10|amount=1"), step("many", "from_quantity=10|amount=0.9")];
    let mut rows: Vec<&str> = TRAIN.to_vec();
    rows.extend(steps.iter().map(String::as_str));
    // Grain: a grain ship that a lot below 1,000 t pays as if it were 1,000 t, from a hopper line of its own price.
    rows.extend([
        "tariff:tariff_id=grain-rail|name=grain rail|scope=link|cargo=grain|amount=0.02|currency=USD|price_year=2025|per=t_km",
        "tariff:tariff_id=grain-sea|name=grain sea|scope=service|at=service:ship|cargo=grain|amount=3|currency=USD|price_year=2025|per=t|minimum=3000",
    ]);
    let c = line(&rows);
    let takes = |words: &str| {
        let a = ask(&c, words);
        let w = cheapest(&a);
        (w.totals.cost.amount, w.legs.iter().any(|l| l.service.as_deref() == Some("block")))
    };
    // One box: a train of its own to c would be 12 x 500 = 6,000; by wagon 500, as before.
    assert_eq!(takes("1 goods a e 2025-06-01"), (LOCAL, false));
    // Ten boxes are twenty TEU: half a train is paid whole, 6,000, and 0.9 x 10 x 500 = 4,500 is less; the rest is tenfold.
    assert_eq!(takes("10 goods a e 2025-06-01"), (10.0 * (LOCAL - 500.0) + 4500.0, false));
    // Forty boxes are two trains: 12,000 against 0.9 x 40 x 500 = 18,000.
    assert_eq!(takes("40 goods a e 2025-06-01"), (40.0 * (LOCAL - 500.0) + 12000.0, true));
    // Grain: 1,000 t are 20 + 0 trains of wagons; it pays 0.02 x 1,000 x (500 + 500) + 3 x 1,000 and no lifts of boxes.
    assert_eq!(takes("1000 grain a e 2025-06-01"), (23000.0, false));
    // 100 t pay the least of the ship.
    assert_eq!(takes("100 grain a e 2025-06-01"), (2000.0 + 3000.0, false));
}

#[test]
fn hire_runs_while_the_wagon_is_worked_and_storage_after_the_free_days() {
    let c = line(&[
        "tariff:tariff_id=hire|name=hire|scope=rent|item=hire|loading=rail|equipment=platform|amount=24|currency=USD|price_year=2025|per=wagon_day",
        "tariff:tariff_id=yard|name=yard|scope=storage|item=storage|amount=48|currency=USD|price_year=2025|per=teu_day|free_days=0.5",
    ]);
    let a = ask(&c, "1 goods a e 2025-06-01");
    let way = cheapest(&a);
    let of = |id: &str| -> f64 { way.legs.iter().flat_map(|l| &l.charges).filter(|c| c.tariff == id).map(|c| c.usd).sum() };
    // Half a wagon at 1 USD an hour: load 2, rail 6 + 4, board 3 and its wait 24, land 3, rail 10, unload 2 = 54 h.
    assert!((of("hire") - 27.0).abs() < 1e-9, "{}", of("hire"));
    // Two TEU at 2 USD an hour over 24 - 12 hours of waiting.
    assert!((of("yard") - 48.0).abs() < 1e-9, "{}", of("yard"));
    assert!(way.legs.iter().flat_map(|l| &l.charges).any(|c| c.tariff == "yard" && c.free_days == Some(0.5)));
}

#[test]
fn a_rate_of_another_currency_says_its_day() {
    let mut c = line(&["fx:fx_id=e1|currency=EUR|date=2025-01-01|usd=1.1", "fx:fx_id=e2|currency=EUR|date=2025-05-01|usd=1.2"]);
    add(
        &mut c,
        "tariff:tariff_id=due|name=due|scope=operation|item=due|operation_kind=load|amount=10|currency=EUR|price_year=2024|per=consignment|excludes=stamps|valid_from=2024-01-01",
    );
    let a = answer(&c, &consignment(&c, "1 goods a e 2025-06-01"));
    let due = cheapest(&a).legs.iter().flat_map(|l| &l.charges).find(|c| c.tariff == "due").unwrap();
    assert_eq!((due.usd, due.rate_date.as_str(), due.excludes.as_str()), (12.0, "2025-05-01", "stamps"));
    assert_eq!((due.price_year, due.valid_from.as_str(), due.valid_to.as_str()), (2024, "2024-01-01", ""));
}

/// ```text
///   x ---- flight, fare 100 (60 to 150) ---- y;  voucher of 120 (90 to 200) a seat
/// ```
#[test]
fn a_voucher_pays_at_most_the_fare_at_either_end() {
    let c = corridor(&[
        "cargo:cargo_id=passenger|name=passenger|unit=seat|equipment=seat",
        "equipment:equipment_id=seat|name=seat|kind=seat",
        "node:node_id=x|name=X|x_coord=0|y_coord=0|node_type=terminal|country=AA",
        "node:node_id=y|name=Y|x_coord=1|y_coord=0|node_type=terminal|country=AA",
        "facility:facility_id=fx|name=FX|node_id=x|kind=airport",
        "facility:facility_id=fy|name=FY|node_id=y|kind=airport",
        "operation:operation_id=on|kind=load|facility_id=fx|from_loading=ground|to_loading=air|time=1",
        "operation:operation_id=off|kind=unload|facility_id=fy|from_loading=air|to_loading=ground|time=1",
        "service:service_id=fly|name=Fly|mode=air|loading=air|departure=headway|headway=24",
        "stop:stop_id=s1|service_id=fly|sequence=1|node_id=x",
        "stop:stop_id=s2|service_id=fly|sequence=2|node_id=y|distance=500|time=1",
        "tariff:tariff_id=fare|name=fare|scope=service|at=service:fly|amount=100|currency=USD|price_year=2025|per=seat",
        "tariff:tariff_id=voucher|name=voucher|scope=subsidy|item=voucher|at=service:fly|amount=-120|currency=USD|price_year=2025|per=seat",
        "citation:citation_id=c1|table=tariff|row=fare|field=amount|method=assumed|low=60|high=150|reason=r",
        "citation:citation_id=c2|table=tariff|row=voucher|field=amount|method=assumed|low=-200|high=-90|reason=r",
    ]);
    let a = ask(&c, "1 passenger x y 2025-06-01");
    let total = &a.ways[0].totals.cost;
    let range = total.range.unwrap();
    // 100 - 100; at the low end 60 - 60, at the high end 150 - 90.
    assert_eq!((total.amount, range.low, range.high), (0.0, 0.0, 60.0));
    let voucher = a.ways[0].legs.iter().flat_map(|l| &l.charges).find(|c| c.tariff == "voucher").unwrap();
    let own = voucher.range.unwrap();
    assert_eq!((voucher.usd, own.low, own.high), (-100.0, -150.0, -60.0));
}
