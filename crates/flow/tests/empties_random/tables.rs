//! A drawn corridor as tables.

use super::draw::{Fare, Kind, Ship, What, World};
use keruen_model::Corridor;
use keruen_tables::{ReadOptions, read_files};
use std::fmt::Write;

const COVER: &str =
    "id = \"drawn\"\ntitle = \"Drawn\"\nas_of = \"2025-06-01\"\ncurrency = \"USD\"\nprice_year = 2025\nlicence = \"CC0-1.0\"\n";
const OPERATORS: &str = "operator_id,name,country,kind\nktz,KTZ,KZ,railway\nasco,ASCO,KZ,shipping\n";
const OPERATIONS: &str = "operation_id,kind,facility_kind,from_loading,to_loading,from_gauge,to_gauge,equipment,time
box-on,load,station,ground,rail,,1520,BOXES,fixed(2)
box-off,unload,station,rail,ground,1520,,BOXES,fixed(2)
aboard,load,container_terminal,ground,ship,,,BOXES,fixed(3)
ashore,unload,container_terminal,ship,ground,,,BOXES,fixed(3)
in,load,station,ground,rail,,1520,HOPPER,fixed(1)
out,unload,station,rail,ground,1520,,HOPPER,fixed(1)
truck-in,load,truck_terminal,ground,road,,,TRUCK,fixed(1)
truck-out,unload,truck_terminal,road,ground,,,TRUCK,fixed(1)
";
const TARIFFS: &str =
    "tariff_id,name,item,scope,mode,at,operation_kind,equipment,empty,way_back,amount,currency,price_year,per\n";

/// The corridor of a world.
pub fn corridor(w: &World) -> Corridor {
    let mut files = vec![("corridor.toml", COVER.to_string()), ("operator.csv", OPERATORS.into())];
    files.extend([("node.csv", nodes(w)), ("link.csv", links(w)), ("facility.csv", facilities(w))]);
    files.extend([("operation.csv", operations(w)), ("cargo.csv", cargoes(w)), ("equipment.csv", equipment(w))]);
    files.extend([("fit.csv", fits(w)), ("tariff.csv", tariffs(w)), ("demand.csv", demands(w))]);
    files.extend([("resource.csv", resources(w)), ("use.csv", uses(w)), ("profile.csv", profiles(w))]);
    files.extend(w.ship.iter().flat_map(ship));
    let files = files.iter().map(|(name, text)| (*name, text.as_bytes()));
    let read = read_files(files, &ReadOptions::default()).unwrap();
    assert!(read.faults.is_empty(), "{:?}", read.faults);
    read.corridor
}

fn name(w: &World, k: usize) -> String {
    match w.kinds[k].what {
        What::Box { .. } => format!("box-{k}"),
        What::Platform => "platform".into(),
        What::Hopper => "hopper".into(),
        What::Truck => "truck".into(),
    }
}

fn table(head: &str, rows: impl Iterator<Item = String>) -> String {
    rows.fold(format!("{head}\n"), |all, row| all + &row + "\n")
}

fn nodes(w: &World) -> String {
    let row = |p| format!("p{p},P{p},{},40,rail,KZ,Asia/Aqtau", 50 + p);
    table("node_id,name,x_coord,y_coord,node_type,country,time_zone", (0..w.places).map(row))
}

fn links(w: &World) -> String {
    let row = |(i, l): (usize, &super::draw::Link)| {
        let (mode, gauge) = if l.road { ("road", "") } else { ("rail", "1520") };
        format!("l{i},p{},p{},{},{mode},{},ktz,{gauge},1", l.ends.0, l.ends.1, u8::from(l.one_way), l.hours)
    };
    table(
        "link_id,from_node_id,to_node_id,directed,mode,length,operator_id,gauge,free_speed",
        w.links.iter().enumerate().map(row),
    )
}

fn facilities(w: &World) -> String {
    let stations = (0..w.places).filter(|&p| w.stations[p]).map(|p| format!("s{p},S{p},p{p},station"));
    let yards = (0..w.places).map(|p| format!("y{p},Y{p},p{p},truck_terminal"));
    let ends = w.ship.iter().flat_map(|s| [s.ends.0, s.ends.1]);
    let ports = ends.map(|p| format!("t{p},T{p},p{p},container_terminal"));
    table("facility_id,name,node_id,kind", stations.chain(yards).chain(ports))
}

fn operations(w: &World) -> String {
    let of = |is: fn(&Kind) -> bool| {
        let names: Vec<String> = (0..w.kinds.len()).filter(|&k| is(&w.kinds[k])).map(|k| name(w, k)).collect();
        names.join(";")
    };
    let lists =
        [("BOXES", of(Kind::is_box)), ("HOPPER", of(|k| k.what == What::Hopper)), ("TRUCK", of(|k| k.what == What::Truck))];
    let known = |line: &&str| lists.iter().all(|(mark, list)| !line.contains(mark) || !list.is_empty());
    let lines = OPERATIONS.lines().filter(known);
    let filled = |line: &str| lists.iter().fold(line.to_string(), |l, (mark, list)| l.replace(mark, list));
    lines.map(filled).fold(String::new(), |all, line| all + &line + "\n")
}

fn unit(k: &Kind) -> &'static str {
    if k.is_box() { "container" } else { "t" }
}

fn cargoes(w: &World) -> String {
    let row = |(i, d): (usize, &super::draw::Demand)| {
        let k = &w.kinds[d.kind];
        let time = f64::from(d.hour) * 24.0 / f64::from(k.load());
        format!("c{i},C{i},{},{},{},{time}", unit(k), name(w, d.kind), d.worth)
    };
    table("cargo_id,name,unit,equipment,value,value_of_time", w.demands.iter().enumerate().map(row))
}

fn list(places: &[usize]) -> String {
    places.iter().map(|p| format!("p{p}")).collect::<Vec<_>>().join(";")
}

fn equipment(w: &World) -> String {
    let row = |k: usize| {
        let (kind, teu) = match w.kinds[k].what {
            What::Box { teu, .. } => ("container", teu.to_string()),
            What::Truck => ("truck", String::new()),
            _ => ("wagon", String::new()),
        };
        let owner = if k == 0 { "ktz" } else { "asco" };
        format!("{n},{n},{kind},{teu},{owner},{}", list(&w.kinds[k].pool), n = name(w, k))
    };
    table("equipment_id,name,kind,teu,owner,pool", (0..w.kinds.len()).map(row))
}

fn fits(w: &World) -> String {
    let goods = w
        .demands
        .iter()
        .enumerate()
        .map(|(i, d)| format!("f{i},cargo:c{i},equipment:{},,{}", name(w, d.kind), w.kinds[d.kind].load()));
    let under = (0..w.kinds.len()).filter_map(|k| match w.kinds[k].what {
        What::Box { under: Some((u, part)), .. } => {
            Some(format!("u{k},equipment:{},equipment:{},{part},", name(w, k), name(w, u)))
        }
        _ => None,
    });
    table("fit_id,carried,carrier,places,load", goods.chain(under))
}

fn tariffs(w: &World) -> String {
    let mut out = TARIFFS.to_string();
    for (k, kind) in w.kinds.iter().enumerate() {
        let n = name(w, k);
        let (per, mode) = match kind.what {
            What::Box { .. } => ("container", "rail"),
            What::Truck => ("truck", "road"),
            _ => ("wagon", "rail"),
        };
        let mut fare = |f: &Fare, id: &str, flags: &str| {
            writeln!(out, "{n}-{id},{id},freight,link,{mode},,,{n},{flags},{},USD,2025,{per}_km", f.km).unwrap();
            for (l, amount) in f.own.iter().enumerate().filter_map(|(l, a)| Some((l, (*a)?))) {
                writeln!(out, "{n}-{id}-{l},{id},freight,link,{mode},link:l{l},,{n},{flags},{amount},USD,2025,{per}").unwrap();
            }
        };
        if let Some(f) = &kind.empty {
            fare(f, "empty", "1,");
        }
        // A price for platforms would be asked of the boxes on them too.
        if kind.what != What::Platform {
            fare(&kind.laden, "laden", if kind.way_back { ",1" } else { "," });
            work(&mut out, &n, kind);
        }
    }
    if let Some(s) = &w.ship {
        let mut row = |id: &str, empty: &str, amount: u32| {
            writeln!(out, "{id},{id},freight,service,sea,service:ship,,,{empty},,{amount},USD,2025,container").unwrap();
        };
        row("aboard", "", s.fare);
        s.fare_empty.into_iter().for_each(|amount| row("aboard-empty", "1", amount));
    }
    out
}

/// Lifts of boxes, and work a tonne of all goods.
fn work(out: &mut String, n: &str, kind: &Kind) {
    let mut row = |id: &str, (item, empty): (&str, &str), amount: u32, per: &str| {
        writeln!(out, "{n}-{id},{id},{item},operation,,,load;unload,{n},{empty},,{amount},USD,2025,{per}").unwrap();
    };
    row("dues", ("dues", ""), kind.tonne, "t");
    if kind.is_box() {
        row("lift", ("handling", ""), kind.lift, "container");
        kind.lift_empty.into_iter().for_each(|amount| row("lift-empty", ("handling", "1"), amount, "container"));
    }
}

fn demands(w: &World) -> String {
    let row = |(i, d): (usize, &super::draw::Demand)| {
        let k = &w.kinds[d.kind];
        let of = |pieces: u32| if k.is_box() { pieces } else { pieces * k.load() };
        let (amount, lot) = (of(d.pieces), of(d.lot));
        let season = if w.is_monthly() { format!("s{}", d.season) } else { String::new() };
        format!("d{i},through,p{},p{},c{i},{},2025,{amount},{},{lot},{season}", d.ends.0, d.ends.1, name(w, d.kind), unit(k))
    };
    let head = "demand_id,kind,origin_node_id,destination_node_id,cargo_id,equipment_id,year,amount,unit,lot,profile_id";
    table(head, w.demands.iter().enumerate().map(row))
}

fn resources(w: &World) -> String {
    let per = if w.is_monthly() { "month" } else { "year" };
    let paths = w.links.iter().enumerate().filter_map(|(i, l)| {
        let (amount, each) = l.room?;
        Some(format!("r{i},paths,train_path,link:l{i},{amount},TEU,{per},{},1", if each { "each" } else { "shared" }))
    });
    let cranes = w.cranes.iter().map(|(p, hours)| format!("k{p},crane,crane,facility:s{p},{hours},crane_h,{per},shared,1"));
    let berth = w
        .ship
        .iter()
        .filter_map(|s| Some(format!("b,berth,berth,facility:t{},1,berth,none,shared,{}", s.ends.0, f64::from(s.berth?) / 4.0)));
    table("resource_id,name,kind,at,amount,unit,per,direction,availability", paths.chain(cranes).chain(berth))
}

/// A box takes its TEU of a link, a wagon of whatever kind or a truck takes 2 beside; a lift takes the time of the crane.
fn uses(w: &World) -> String {
    let mut out = "use_id,resource_id,by,amount,unit,equipment\n".to_string();
    for i in (0..w.links.len()).filter(|&i| w.links[i].room.is_some()) {
        writeln!(out, "r{i}-teu,r{i},link:l{i},1,TEU,").unwrap();
        for k in (0..w.kinds.len()).filter(|&k| !w.kinds[k].is_box()) {
            let unit = if w.kinds[k].what == What::Truck { "truck" } else { "wagon" };
            writeln!(out, "r{i}-{k},r{i},link:l{i},2,{unit},{}", name(w, k)).unwrap();
        }
    }
    for (p, _) in &w.cranes {
        writeln!(out, "k{p},k{p},facility:s{p},1,container,").unwrap();
    }
    if w.ship.as_ref().is_some_and(|s| s.berth.is_some()) {
        out += "b,b,service:ship,1,ship,\n";
    }
    out
}

fn profiles(w: &World) -> String {
    let row = |(i, s): (usize, &Vec<f64>)| format!("s{i},S{i},{}", s.iter().map(f64::to_string).collect::<Vec<_>>().join(","));
    table("profile_id,name,m01,m02,m03,m04,m05,m06,m07,m08,m09,m10,m11,m12", w.seasons.iter().enumerate().map(row))
}

fn ship(s: &Ship) -> [(&'static str, String); 4] {
    let (a, b) = s.ends;
    let stops = format!(
        "stop_id,service_id,sequence,node_id,facility_id,distance,time,dwell\n1,ship,1,p{a},t{a},,,fixed({stay})\n2,ship,2,p{b},t{b},100,fixed({}),fixed({stay})\n",
        s.hours,
        stay = s.stay
    );
    [
        (
            "service.csv",
            "service_id,name,mode,kind,loading,operator_id,fleet,departure\nship,Ship,sea,line,ship,asco,ships,on_demand\n"
                .into(),
        ),
        ("stop.csv", stops),
        (
            "fleet.csv",
            format!("fleet_id,name,vehicle_id,count,operator_id,home_node_id\nships,Ships,feeder,{},asco,p{a}\n", s.count),
        ),
        (
            "vehicle.csv",
            format!("vehicle_id,name,mode,kind,places,place_unit,speed\nfeeder,Feeder,sea,feeder,{},TEU,fixed(20)\n", s.room),
        ),
    ]
}
