//! A correct answer against tables in which one row is otherwise: what no longer holds is found. The answer is what a stale cache
//! or a careless engine would return.

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "tests")]

mod common;

use common::{add, ask, change, found, mini};
use keruen_certify::Check;
use keruen_model::{Corridor, Date};

const BOXES: &str = "2 container-40 steppe poti 2025-06-01";
const WHEAT: &str = "600 wheat steppe poti 2025-06-01";
const CLASS_7: &str = "60 uranium steppe tbilisi 2025-06-01";

/// The answer on the tables as they are, against the tables as they become on the same day.
fn becomes(words: &str, alter: impl Fn(&mut Corridor), check: Check, subject: &str) {
    let base = mini();
    let (_, answer) = ask(&base, words);
    let mut other = base;
    alter(&mut other);
    found(&other.on(Date::parse("2025-06-01").unwrap()), &answer, check, subject);
}

#[test]
fn what_is_closed_or_changed_is_found() {
    let cases: &[(&str, &str, Check, &str)] = &[
        (BOXES, "link:tbilisi-poti.status=closed", Check::Row, "tbilisi-poti"),
        (BOXES, "link:tbilisi-poti.valid_to=2025-05-31", Check::Row, "tbilisi-poti"),
        (BOXES, "link:aktau-alat.status=construction", Check::Row, "service:feeder-aktau-alat"),
        (BOXES, "service:ferry-kuryk-alat.status=closed", Check::Row, "ferry-kuryk-alat"),
        (BOXES, "facility:alat-border.status=closed", Check::Row, "alat-border-az"),
        (BOXES, "operation:tbilisi-border-ge.valid_from=2025-06-02", Check::Row, "tbilisi-border-ge"),
        (BOXES, "link:tbilisi-poti.gauge=1435", Check::Gauge, "link:tbilisi-poti"),
        (BOXES, "link:steppe-kuryk.mode=road", Check::Loading, "link:steppe-kuryk"),
        (BOXES, "link:tbilisi-poti.from_node_id=kuryk_port", Check::Row, "tbilisi-poti"),
        (BOXES, "node:tbilisi.country=AM", Check::Border, "operation:tbilisi-border-ge"),
        (BOXES, "operation:alat-border-az.to_country=TM", Check::Border, "link:alat-tbilisi"),
        (BOXES, "operation:alat-border-az.from_country=TM", Check::Border, "operation:alat-border-az"),
        (BOXES, "service:feeder-aktau-alat.cargo=wheat", Check::Loading, "service:feeder-aktau-alat"),
        (BOXES, "service:feeder-aktau-alat.loading=wagon_on_ship", Check::Loading, "operation:aktau-load-box"),
        (BOXES, "operation:alat-transfer-box.equipment=box-20", Check::Loading, "operation:alat-transfer-box"),
        (BOXES, "operation:aktau-load-box.service=ferry-kuryk-alat", Check::Loading, "operation:aktau-load-box"),
        (
            BOXES,
            "stop:feeder-1.facility_id=kuryk-ferry&operation:aktau-load-box.service=",
            Check::Loading,
            "facility:aktau-terminal",
        ),
        (
            BOXES,
            "stop:feeder-2.facility_id=alat-ferry&operation:alat-transfer-box.service=",
            Check::Loading,
            "facility:alat-terminal",
        ),
        (BOXES, "fit:box-40-feeder.carried=equipment:hopper", Check::Loading, "service:feeder-aktau-alat"),
        (BOXES, "link:alat-tbilisi.length=510", Check::Distance, "distance_km"),
        (BOXES, "link:alat-tbilisi.free_speed=40", Check::Hours, "hours"),
        (BOXES, "link:alat-tbilisi.free_speed=", Check::Hours, "link:alat-tbilisi"),
        (BOXES, "vehicle:rail-ferry.speed=uniform(10,30)", Check::Hours, "hours_p90"),
        (BOXES, "service:feeder-aktau-alat.headway=80", Check::Wait, "aktau-load-box"),
        (BOXES, "stop:feeder-1.cut_off=0", Check::Wait, "aktau-load-box"),
        (BOXES, "tariff:ady-box-40.amount=0.61", Check::Charge, "tariff:ady-box-40"),
        (BOXES, "tariff:ady-box-40.valid_to=2025-05-31", Check::NotApplicable, "tariff:ady-box-40"),
        (BOXES, "tariff:ady-box-40.operator_id=gr", Check::NotApplicable, "tariff:ady-box-40"),
        (BOXES, "tariff:ady-box-40.country=GE", Check::NotApplicable, "tariff:ady-box-40"),
        (BOXES, "tariff:ady-box-40.mode=road", Check::NotApplicable, "tariff:ady-box-40"),
        (BOXES, "tariff:ady-box-40.un_class=7", Check::NotApplicable, "tariff:ady-box-40"),
        (BOXES, "tariff:ady-box-40.from_km=501", Check::NotApplicable, "tariff:ady-box-40"),
        (BOXES, "tariff:ady-box-40.from_quantity=1001", Check::NotApplicable, "tariff:ady-box-40"),
        (BOXES, "tariff:border-ge.minimum=60", Check::Charge, "tariff:border-ge"),
        (BOXES, "tariff:alat-dues.item=handling", Check::NotApplicable, "tariff:alat-dues"),
        (BOXES, "fx:gel-2025.usd=0.37", Check::Charge, "tariff:gr-box-40"),
        (BOXES, "equipment:platform.length=26", Check::Charge, "tariff:ferry-wagon"),
        (BOXES, "fit:container-40-box-40.load=21", Check::Question, "tonnes"),
        (BOXES, "emission:feeder.factor=21", Check::Emission, "co2e_kg"),
        (WHEAT, "operation:poti-unload-wheat.time_per_unit=0.5", Check::Hours, "hours"),
        (CLASS_7, "rule:class-7-ferry.effect=require", Check::Rule, "service:ferry-kuryk-alat"),
        (CLASS_7, "rule:class-7-ferry.un_class=6", Check::Rule, "service:ferry-kuryk-alat"),
        (CLASS_7, "rule:class-7-permit.valid_to=2025-05-31", Check::Permit, "class-7-transit"),
        (CLASS_7, "rule:class-7-permit.valid_to=2025-05-31", Check::Papers, "dangerous goods declaration"),
        (CLASS_7, "permit:class-7-transit.lead_time=fixed(40)", Check::Permit, "lead_days"),
    ];
    // Cells that change together are joined by `&`.
    for (words, cell, check, subject) in cases {
        println!("{cell}");
        becomes(words, |c| cell.split('&').for_each(|one| change(c, one)), *check, subject);
    }
}

#[test]
fn rows_that_came_are_found_missing() {
    let price = "tariff:tariff_id=new|name=new|amount=1|currency=USD|price_year=2025|";
    let cases: &[(&str, String, Check, &str)] = &[
        (BOXES, format!("{price}scope=link|at=link:alat-tbilisi|per=container_km"), Check::PassedOver, "tariff:new"),
        (BOXES, format!("{price}scope=link|at=link:alat-tbilisi|per=container_km"), Check::NotApplicable, "tariff:ady-box-40"),
        (BOXES, format!("{price}scope=link|item=toll|mode=rail|country=AZ|per=wagon"), Check::PassedOver, "tariff:new"),
        (BOXES, format!("{price}scope=service|item=fuel|at=service:feeder-aktau-alat|per=teu"), Check::PassedOver, "tariff:new"),
        (BOXES, format!("{price}scope=subsidy|item=help|at=link:tbilisi-poti|per=teu"), Check::PassedOver, "tariff:new"),
        (BOXES, format!("{price}scope=duty|item=customs|from_node_id=steppe|to_node_id=poti|per=t"), Check::PassedOver, "tariff:new"),
        (BOXES, format!("{price}scope=storage|at=facility:aktau-terminal|per=teu_day|free_days=1"), Check::PassedOver, "tariff:new"),
        (BOXES, format!("{price}scope=transit|operator_id=ady|mode=rail|from_node_id=tbilisi|to_node_id=alat_port|per=t"), Check::PassedOver, "tariff:new"),
        (BOXES, "rule:rule_id=new|effect=refuse|at=node:kuryk_port|reason=closed".into(), Check::Rule, "operation:ferry-roll-on"),
        (BOXES, "rule:rule_id=new|effect=refuse|country=AZ|cargo=container-40|reason=closed".into(), Check::Rule, "link:alat-tbilisi"),
        (BOXES, "rule:rule_id=new|effect=require|mode=sea|paper=bill of lading|reason=law".into(), Check::Papers, "bill of lading"),
        (WHEAT, "emission:emission_id=new|name=new|activity=move|mode=sea|service=ferry-kuryk-alat|cargo=wheat|factor=40|unit=g/t-km".into(), Check::Emission, "emission:ferry"),
        (
            WHEAT,
            "operation:operation_id=new|kind=roll_on|facility_id=kuryk-ferry|from_loading=rail|to_loading=wagon_on_ship|from_gauge=1520|cargo=wheat|time=9".into(),
            Check::Row,
            "ferry-roll-on",
        ),
    ];
    for (words, row, check, subject) in cases {
        println!("{row}");
        becomes(words, |c| add(c, row), *check, subject);
    }
}

/// The day of the question decides which rows hold, not the day of the tables.
#[test]
fn an_answer_for_another_day_is_found() {
    let base = mini();
    let (_, answer) = ask(&base, BOXES);
    let next_year = base.on(Date::parse("2026-02-01").unwrap());
    found(&next_year, &answer, Check::NotApplicable, "tariff:feeder-box-40-2025");
    found(&next_year, &answer, Check::PassedOver, "tariff:feeder-box-40-2026");
}
