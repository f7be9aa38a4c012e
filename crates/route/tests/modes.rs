//! Consignments that are not boxes, on worlds small enough to work out by hand; every answer is certified besides.

#![allow(clippy::unwrap_used, reason = "tests")]

mod common;

use common::{add, answer, ask, change, consignment, corridor, mini};
use keruen_certify::certify_route;
use keruen_model::Corridor;
use keruen_results::chain::ElementKind;
use keruen_results::light::Apart;
use keruen_results::route::RouteAnswer;
use keruen_route::{RouteError, Router, there_and_back};

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9 * b.abs().max(1.0)
}

/// ```text
/// hub Steppe | KTZ rail 200 km | hub Aktau | feeder 400 km | hub Alat | ADY 500 km | GR 300 km | hub Poti
///      10    |       240       |  10 + 10  |      320      |    16    |    200     |    120    |    10      = 936 kg
/// ```
/// 240 kg over 200 km at 30 g/t-km are 40 t; activity 40 x (200 + 400 + 500 + 300) = 56,000 t-km; 936 kg / 56,000 = 16.71 g.
#[test]
fn a_chain_is_hubs_and_transports_in_turn() {
    let a = ask(&mini(), "2 container-40 steppe poti 2025-06-01");
    let way = a.ways.iter().find(|w| w.summary.contains("feeder")).unwrap();
    let chain = way.chain.as_ref().unwrap();
    let got: Vec<(ElementKind, f64, f64)> = chain.elements.iter().map(|e| (e.kind, e.distance_km, e.co2e_kg.round())).collect();
    let (hub, ride) = (ElementKind::Hub, ElementKind::Transport);
    let wanted = [
        (hub, 0.0, 10.0),
        (ride, 200.0, 240.0),
        (hub, 0.0, 20.0),
        (ride, 400.0, 320.0),
        (hub, 0.0, 16.0),
        (ride, 500.0, 200.0),
        (ride, 300.0, 120.0),
        (hub, 0.0, 10.0),
    ];
    assert_eq!(got, wanted);
    assert!(
        close(chain.activity, 56_000.0) && close(chain.co2e_kg, 936.0) && close(chain.intensity.unwrap(), 936_000.0 / 56_000.0)
    );
    assert_eq!(chain.elements[1].traction, ["diesel"]);
    assert_eq!(chain.elements[1].distance_basis, ["not_stated"]);
    assert!(chain.gaps.iter().any(|g| g.contains("empty running is not stated")), "{:?}", chain.gaps);
}

#[test]
fn a_factor_that_lacks_is_a_gap_and_grades_are_carried() {
    let mut c = mini();
    change(&mut c, "emission:rail.data_grade=modelled");
    change(&mut c, "emission:rail.empty_running=included");
    change(&mut c, "link:steppe-aktau.distance_basis=tariff");
    change(&mut c, "emission:box-transfer.activity=store");
    let a = ask(&c, "2 container-40 steppe poti 2025-06-01");
    let way = a.ways.iter().find(|w| w.summary.contains("feeder")).unwrap();
    let chain = way.chain.as_ref().unwrap();
    let rail = &chain.elements[1];
    assert_eq!((rail.factors[0].data_grade.as_str(), rail.factors[0].empty_running.as_str()), ("modelled", "included"));
    assert_eq!(rail.distance_basis, ["tariff"]);
    assert!(chain.elements[4].gap.contains("no factor for"), "{:?}", chain.elements[4]);
}

/// ```text
///   FIELD --- p1, 100 km at 5 km/h, least lot 500 t, 2 USD/t --- END     price there 400 USD/t of mix
/// ```
/// Line fill: 100 / 5 / 24 = 5/6 d, at 365,000 t a year 1,000 t/d x 5/6 = 833.33 t. Quota 73,000 of 365,000 t = 0.2 of the stream:
/// sulphur 0.2 x 1.0 + 0.8 x 0.5 = 0.6; density 1 / (0.2/0.8 + 0.8/0.9) = 0.878. Netback 400 - 2 = 398.
fn oil_world() -> Corridor {
    corridor(&[
        "node:node_id=field|name=Field|country=KZ",
        "node:node_id=end|name=End|country=KZ",
        "cargo:cargo_id=sour|name=sour crude|unit=t|equipment=line|sulphur=1.0|density=0.8",
        "cargo:cargo_id=mix|name=mixed crude|unit=t|equipment=line|sulphur=0.5|density=0.9",
        "equipment:equipment_id=line|name=line|kind=pipe",
        "facility:facility_id=tanks|name=tanks|node_id=field|kind=pipeline_terminal",
        "facility:facility_id=jetty|name=jetty|node_id=end|kind=pipeline_terminal",
        "operation:operation_id=in|kind=load|facility_kind=pipeline_terminal|from_loading=ground|to_loading=pipe|time=fixed(1)",
        "operation:operation_id=out|kind=unload|facility_kind=pipeline_terminal|from_loading=pipe|to_loading=ground|time=fixed(1)",
        "link:link_id=p1|name=Pipe|from_node_id=field|to_node_id=end|directed=1|mode=pipeline|length=100|free_speed=5|minimum_lot=500|stream=mix",
        "tariff:tariff_id=pump|name=pumping|scope=link|at=link:p1|amount=2|currency=USD|price_year=2024|per=t",
        "counter:counter_id=all|name=all|definition=all|unit=t",
        "observation:observation_id=o1|counter_id=all|at=link:p1|period_start=2024-01-01|period_end=2024-12-31|value=365000|unit=t",
        "resource:resource_id=p1.sour|name=sour crude that the mix bears|kind=quota|at=link:p1|amount=73000|unit=t|per=year",
        "use:use_id=u1|resource_id=p1.sour|by=link:p1|amount=1|unit=t",
        "market:market_id=end.2024|node_id=end|cargo_id=mix|year=2024|amount=1000|unit=t|price=400|currency=USD|price_year=2024",
    ])
}

#[test]
fn a_lot_of_oil_knows_its_line_fill_blend_and_netback() {
    let a = ask(&oil_world(), "1000 sour field end 2025-06-01");
    let way = &a.ways[0];
    let oil = way.oil.as_ref().unwrap();
    let stream = oil.pipes[0].stream.as_ref().unwrap();
    let limit = stream.limit.as_ref().unwrap();
    assert_eq!((oil.delivered.as_str(), stream.observation.as_str()), ("mix", "o1"));
    assert!(close(oil.pipes[0].line_fill_days, 5.0 / 6.0) && close(stream.line_fill_t.unwrap(), 2500.0 / 3.0));
    assert!(close(limit.blend_ratio.unwrap(), 0.2) && close(limit.lot_share, 1.0 / 73.0));
    assert!(close(limit.sulphur.unwrap(), 0.6) && close(limit.density.unwrap(), 1.0 / (0.25 + 0.8 / 0.9)));
    assert!(close(way.netback.as_ref().unwrap().amount, 398.0));
}

#[test]
fn a_lot_under_the_least_is_refused_with_the_reason() {
    let a = ask(&oil_world(), "400 sour field end 2025-06-01");
    let no = a.no_answer.as_ref().unwrap();
    assert!(a.ways.is_empty() && no.reason.contains("it takes no lot under 500 t, and the lot is 400 t"), "{}", no.reason);
    assert_eq!((no.cut[0].what.as_str(), no.cut[0].rule.as_str()), ("link:p1", "minimum-lot"));
    let mut c = oil_world();
    change(&mut c, "link:p1.minimum_lot=400");
    assert_eq!(ask(&c, "400 sour field end 2025-06-01").ways.len(), 1, "the least lot itself is taken");
}

/// ```text
///        100 km    B    100 km
///     A -------- / | \ -------- D        5 us/km and 0.1 ms a span: A-B-D 1.2 ms, A-C-D 2.2 ms
///        200 km    C    200 km           a fault a 1,000 km and year, 8.766 h each: a span of 100 km is up 1/1.0001
/// ```
fn light_world() -> Corridor {
    let mut c = corridor(&[
        "node:node_id=a|name=A|country=KZ",
        "node:node_id=b|name=B|country=RU",
        "node:node_id=c|name=C|country=AZ",
        "node:node_id=d|name=D|country=DE",
        "cargo:cargo_id=data|name=data|unit=Tbit/s|equipment=wave",
        "equipment:equipment_id=wave|name=wave|kind=wavelength",
        "facility:facility_id=fa|name=fa|node_id=a|kind=landing_station",
        "facility:facility_id=fd|name=fd|node_id=d|kind=landing_station",
        "operation:operation_id=in|kind=load|facility_kind=landing_station|from_loading=ground|to_loading=fibre|time=fixed(0)",
        "operation:operation_id=out|kind=unload|facility_kind=landing_station|from_loading=fibre|to_loading=ground|time=fixed(0)",
    ]);
    for (from, to, km) in [("a", "b", 100), ("b", "d", 100), ("a", "c", 200), ("c", "d", 200)] {
        let delays = "delay_per_km=5|end_delay=0.1|fault_rate=1|repair=fixed(8.766)";
        add(
            &mut c,
            &format!(
                "link:link_id={from}{to}|name={from}{to}|from_node_id={from}|to_node_id={to}|directed=0|mode=fibre|length={km}|{delays}"
            ),
        );
    }
    c
}

/// The answer with its pair, certified.
fn protected(base: &Corridor) -> RouteAnswer {
    let question = consignment(base, "1 data a d 2025-06-01");
    let corridor = base.on(question.day);
    let mut a = answer(base, &question);
    a.protection = Router::new(&corridor, question.day, Vec::new()).protection(&question).unwrap();
    let found = certify_route(&corridor, &a);
    assert!(found.is_empty(), "{found:?}");
    a
}

#[test]
fn light_has_a_latency_and_a_second_way() {
    let a = protected(&light_world());
    let light = a.ways[0].light.as_ref().unwrap();
    assert!(close(light.one_way_ms, 1.2) && close(light.round_trip_ms, 2.4) && close(light.path_km, 200.0));
    let (one, two) = (1.0 / 1.0001, 1.0 / 1.0002);
    assert!(close(light.availability.unwrap(), one * one));
    let p = a.protection.as_ref().unwrap();
    assert!(p.apart == Apart::NodeDisjoint && p.shared.is_empty() && p.shared_countries.is_empty());
    assert!(close(p.working.one_way_ms, 1.2) && close(p.protection.one_way_ms, 2.2) && close(p.fastest_ms, 1.2));
    assert!(close(p.availability.unwrap(), 1.0 - (1.0 - one * one) * (1.0 - two * two)));
}

#[test]
fn without_a_second_way_the_shared_span_is_named() {
    let mut c = light_world();
    change(&mut c, "link:cd.status=closed");
    add(&mut c, "link:link_id=cb|name=cb|from_node_id=c|to_node_id=b|mode=fibre|length=50|delay_per_km=5|end_delay=0.1");
    let a = protected(&c);
    let p = a.protection.as_ref().unwrap();
    assert_eq!((p.apart, p.shared.as_slice()), (Apart::Shared, ["link:bd".to_string(), "node:b".to_string()].as_slice()));
    assert_eq!(p.shared_countries, ["RU"]);
    assert_eq!(p.availability, None, "one span has no fault rate");
    let boxes = consignment(&mini(), "2 container-40 steppe poti 2025-06-01");
    let mini = mini();
    let asked = Router::new(&mini, boxes.day, Vec::new()).protection(&boxes);
    assert_eq!(asked, Err(RouteError::NothingToProtect));
}

#[test]
fn what_is_said_wrongly_of_a_pair_is_found() {
    let (base, right) = (light_world(), protected(&light_world()));
    let spoil: [fn(&mut RouteAnswer); 5] = [
        |a| a.protection.as_mut().unwrap().apart = Apart::LinkDisjoint,
        |a| a.protection.as_mut().unwrap().shared.push("node:b".into()),
        |a| a.protection.as_mut().unwrap().availability = Some(1.0),
        |a| a.protection = a.protection.take().map(|p| keruen_results::light::Protection { protection: p.working.clone(), ..p }),
        |a| a.ways[0].light.as_mut().unwrap().round_trip_ms = 1.2,
    ];
    for (i, spoil) in spoil.iter().enumerate() {
        let mut wrong = right.clone();
        spoil(&mut wrong);
        assert!(!certify_route(&base, &wrong).is_empty(), "fault {i} is not found");
    }
}

/// ```text
///   X ~~ flight, every 84 h = 2 a week, 150 USD, voucher 100 USD ~~ Y     the traveller pays 50; there and back 100, unaided 300
/// ```
#[test]
fn a_seat_has_a_price_with_and_without_subsidy_and_a_way_back() {
    let c = corridor(&[
        "node:node_id=x|name=X|country=KZ",
        "node:node_id=y|name=Y|country=AZ",
        "cargo:cargo_id=person|name=person|unit=seat|equipment=seat",
        "equipment:equipment_id=seat|name=seat|kind=seat",
        "facility:facility_id=fx|name=fx|node_id=x|kind=airport",
        "facility:facility_id=fy|name=fy|node_id=y|kind=airport",
        "operation:operation_id=in|kind=load|facility_kind=airport|from_loading=ground|to_loading=air|time=fixed(1)",
        "operation:operation_id=out|kind=unload|facility_kind=airport|from_loading=air|to_loading=ground|time=fixed(1)",
        "operation:operation_id=border|kind=border|facility_kind=airport|from_loading=ground|to_loading=ground|time=fixed(1)",
        "service:service_id=fly|name=flight|mode=air|loading=air|departure=headway|headway=84|both_ways=1",
        "stop:stop_id=s1|service_id=fly|sequence=1|node_id=x",
        "stop:stop_id=s2|service_id=fly|sequence=2|node_id=y|distance=1000|distance_basis=great_circle|time=fixed(2)",
        "tariff:tariff_id=fare|name=fare|item=freight|scope=service|at=service:fly|amount=150|currency=USD|price_year=2025|per=seat",
        "tariff:tariff_id=voucher|name=voucher|item=voucher|scope=subsidy|at=service:fly|amount=-100|currency=USD|price_year=2025|per=seat",
        "rule:rule_id=right|effect=require|at=service:fly|paper=traffic right|reason=a right is needed",
        "emission:emission_id=jet|name=jet|activity=move|mode=air|factor=100|unit=g/seat-km",
    ]);
    let mut out = ask(&c, "1 person x y 2025-06-01");
    let back = ask(&c, "1 person y x 2025-06-08");
    let seats = out.ways[0].seats.as_ref().unwrap();
    assert!(close(seats.fare, 150.0) && close(seats.subsidy, 100.0) && close(seats.price, 50.0));
    assert!(close(seats.departures_per_week.unwrap(), 2.0));
    assert_eq!(seats.flights[0].rights, ["traffic right"]);
    let chain = out.ways[0].chain.as_ref().unwrap();
    assert_eq!((chain.activity, chain.activity_unit.as_str(), chain.co2e_kg), (1000.0, "passenger-km", 100.0));
    assert!(chain.elements.iter().any(|e| e.distance_basis == ["great_circle"]));
    out.back = Some(Box::new(there_and_back(&out, back)));
    let total = out.back.as_ref().unwrap().totals[0].clone();
    assert!(close(total.cost, 100.0) && close(total.without_subsidy, 300.0) && close(total.co2e_kg, 200.0));
    assert!(certify_route(&c, &out).is_empty());
    out.back.as_mut().unwrap().totals[0].cost = 99.0;
    assert_eq!(certify_route(&c, &out).len(), 1);
}
