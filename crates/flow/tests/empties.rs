//! Boxes and wagons that come back: by hand on a line of three places, and on the bundled corridor.
//!
//! ```text
//!   A ==== 100 km ==== B ==== 50 km ==== C        a box pays 1 USD a km, an empty one 0.40; 10 USD a lift
//!                                                 a wagon of grain pays 1 USD a km, its way back of 0.30 in it; no lifts
//!                                                 (1 asks the railway KTZ, 0.30 any: the narrower row is not for empties)
//! ```

#![allow(clippy::unwrap_used, reason = "tests")]

use keruen_certify::certify_flow;
use keruen_flow::corridor::{Flow, FlowError, FlowQuestion};
use keruen_flow::mincost::Goal;
use keruen_model::Corridor;
use keruen_results::Silent;
use keruen_results::flow::{EmptiesFlow, FlowAnswer};
use keruen_tables::{ReadOptions, read_folder};
use std::path::Path;

const TABLES: &[(&str, &str)] = &[
    (
        "corridor.toml",
        "id = \"line\"\ntitle = \"Line\"\nas_of = \"2025-06-01\"\ncurrency = \"USD\"\nprice_year = 2025\nlicence = \"CC0-1.0\"\n",
    ),
    (
        "node.csv",
        "node_id,name,x_coord,y_coord,node_type,country,time_zone\na,A,50,40,field,KZ,Asia/Aqtau\nb,B,51,40,rail,KZ,Asia/Aqtau\nc,C,52,40,rail,KZ,Asia/Aqtau\n",
    ),
    (
        "link.csv",
        "link_id,from_node_id,to_node_id,mode,length,operator_id,gauge,free_speed\nab,a,b,rail,100,ktz,1520,50\nbc,b,c,rail,50,ktz,1520,50\n",
    ),
    ("operator.csv", "operator_id,name,country,kind\nktz,KTZ,KZ,railway\n"),
    ("facility.csv", "facility_id,name,node_id,kind\nsa,SA,a,station\nsb,SB,b,station\nsc,SC,c,station\n"),
    (
        "operation.csv",
        "operation_id,kind,facility_kind,from_loading,to_loading,from_gauge,to_gauge,equipment,time\non,load,station,ground,rail,,1520,box-40,fixed(2)\noff,unload,station,rail,ground,1520,,box-40,fixed(2)\nin,load,station,ground,rail,,1520,hopper,fixed(1)\nout,unload,station,rail,ground,1520,,hopper,fixed(1)\n",
    ),
    ("cargo.csv", "cargo_id,name,unit,equipment,value\ngoods,goods,container,box-40,100\ngrain,grain,t,hopper,200\n"),
    (
        "equipment.csv",
        "equipment_id,name,kind,teu,tare,owner,pool\nbox-40,box,container,2,4,ktz,POOL\nhopper,hopper,wagon,,23,ktz,POOL\n",
    ),
    (
        "fit.csv",
        "fit_id,carried,carrier,load\ngoods-box,cargo:goods,equipment:box-40,20\ngrain-hopper,cargo:grain,equipment:hopper,60\n",
    ),
    (
        "tariff.csv",
        "tariff_id,name,item,scope,mode,operation_kind,equipment,empty,way_back,amount,currency,price_year,per,operator_id\nrail,rail,freight,link,rail,,box-40,,,1,USD,2025,container_km,\nrail-empty,rail empty,freight,link,rail,,box-40,1,,0.4,USD,2025,container_km,\nlift,lift,handling,operation,,load;unload,box-40,,,10,USD,2025,container,\nwagon,wagon,freight,link,rail,,hopper,,1,1,USD,2025,wagon_km,ktz\nwagon-empty,wagon empty,freight,link,rail,,hopper,1,,0.3,USD,2025,wagon_km,\n",
    ),
    (
        "profile.csv",
        "profile_id,name,m01,m02,m03,m04,m05,m06,m07,m08,m09,m10,m11,m12\nwinter,winter,1,0,0,0,0,0,0,0,0,0,0,0\nsummer,summer,0,0,0,0,0,0,1,0,0,0,0,0\n",
    ),
    (
        "resource.csv",
        "resource_id,name,kind,at,amount,unit,per,direction\npaths,paths,train_path,link:ab,PATHS,TEU,year,shared\n",
    ),
    ("use.csv", "use_id,resource_id,by,kind,amount,unit\nu,paths,link:ab,per_unit,1,TEU\n"),
];

/// The line with pools, room on its first link and rows of demand: `id,from,to,boxes,profile`.
fn line(pool: &str, teu: &str, demand: &[&str]) -> Corridor {
    let name = format!("keruen-empties-{}-{:?}", std::process::id(), std::thread::current().id());
    let folder = std::env::temp_dir().join(name);
    std::fs::create_dir_all(&folder).unwrap();
    for (file, text) in TABLES {
        std::fs::write(folder.join(file), text.replace("POOL", pool).replace("PATHS", teu)).unwrap();
    }
    let mut rows = "demand_id,kind,origin_node_id,destination_node_id,cargo_id,year,amount,unit,profile_id\n".to_string();
    let grain = |id: &str| id.starts_with("grain");
    for d in demand {
        let f: Vec<&str> = d.split(',').collect();
        let (what, unit) = if grain(f[0]) { ("grain", "t") } else { ("goods", "container") };
        rows += &format!("{},through,{},{},{what},2025,{},{unit},{}\n", f[0], f[1], f[2], f[3], f.get(4).unwrap_or(&""));
    }
    std::fs::write(folder.join("demand.csv"), rows).unwrap();
    let read = read_folder(&folder, &ReadOptions::default());
    std::fs::remove_dir_all(&folder).unwrap();
    read.unwrap().corridor
}

fn ask(corridor: &Corridor, months: bool) -> (FlowAnswer, EmptiesFlow) {
    let question = FlowQuestion { months, empties: true, ..FlowQuestion::of(2025) };
    let (answer, proof) = Flow::new(corridor, question).unwrap().proven(&Silent).unwrap();
    let verdict = certify_flow(corridor, &answer, &proof);
    assert!(verdict.holds(), "{:#?}", verdict.flaws);
    let empties = answer.empties.clone().unwrap();
    (answer, empties)
}

fn moves(e: &EmptiesFlow) -> Vec<(String, String, f64)> {
    let mut out: Vec<_> = e.moves.iter().map(|m| (m.way.from.clone(), m.to.clone(), m.way.amount.round())).collect();
    out.sort_by(|a, b| (&a.0, &a.1).cmp(&(&b.0, &b.1)));
    out
}

fn worth(e: &EmptiesFlow, at: &str) -> f64 {
    e.worth.iter().find(|w| w.at == at).map_or(0.0, |w| w.usd)
}

/// 120 boxes leave A and 40 come; B has 60 too many, C 20. An empty pays 10 + 40 + 10 from B and 10 + 60 + 10 from C.
#[test]
fn what_is_too_many_goes_back_empty() {
    let corridor = line("a", "100000", &["ab,a,b,100", "ba,b,a,40", "ac,a,c,20"]);
    let (answer, e) = ask(&corridor, false);
    assert_eq!(moves(&e), [("b".into(), "a".into(), 60.0), ("c".into(), "a".into(), 20.0)]);
    assert!((e.kinds[0].usd - (60.0 * 60.0 + 20.0 * 80.0)).abs() < 1e-6, "{:?}", e.kinds);
    assert!((e.kinds[0].laden - 160.0).abs() < 1e-9 && (e.kinds[0].empty - 80.0).abs() < 1e-9);
    assert!((worth(&e, "a") - 80.0).abs() < 0.1 && (worth(&e, "b") - 20.0).abs() < 0.1 && worth(&e, "c") == 0.0, "{:?}", e.worth);
    // Laden: 140 x 120 and 20 x 170.
    assert!((answer.totals.charges_usd - (140.0 * 120.0 + 20.0 * 170.0 + 5200.0)).abs() < 1e-6, "{:?}", answer.totals);
    assert_eq!(answer.wishes.len(), 3);
    assert!((answer.totals.teu - 320.0).abs() < 1e-9, "boxes that go empty are no goods");
    let link = answer.elements.iter().find(|x| x.what == "link:ab" && x.direction == "back").unwrap();
    assert!((link.teu - 240.0).abs() < 1e-9, "but they ride: {}", link.teu);
}

/// All need 240 boxes over the first link, which takes 230. A box to C that stays behind saves its own ride and that of an empty,
/// one from B to A saves nothing, for an empty goes instead. Goods of a box are worth 2,000; to C it takes 170 + 80, to B 120 + 60:
/// 5 boxes to C stay, and one ride is worth (2000 - 250) / 2 = 875, 437.50 a TEU.
#[test]
fn loaded_and_empty_share_what_is_scarce() {
    let corridor = line("a", "460", &["ab,a,b,100", "ba,b,a,40", "ac,a,c,20"]);
    let (answer, e) = ask(&corridor, false);
    let left: Vec<f64> = answer.wishes.iter().map(|w| w.unserved.round()).collect();
    assert_eq!(left, [0.0, 0.0, 5.0]);
    assert_eq!(moves(&e), [("b".into(), "a".into(), 60.0), ("c".into(), "a".into(), 15.0)]);
    let paths = answer.limits.iter().find(|l| l.limit == "paths").unwrap();
    assert!((paths.price - 437.5).abs() < 0.1, "{}", paths.price);
    // Without empties nothing is scarce.
    let free = Flow::new(&corridor, FlowQuestion::of(2025)).unwrap().solve(&Silent).unwrap();
    assert!(free.empties.is_none() && free.wishes.iter().all(|w| w.unserved == 0.0));
    assert!(free.limits.iter().all(|l| l.price == 0.0));
}

/// 50 wagons of grain go to B and 20 to A; 30 go back empty. All 70 pay 100 USD, of which 30 are for the way back: the 40 that find goods
/// on it save that, 1,200 in all, and nothing is paid twice.
#[test]
fn the_way_back_of_a_wagon_is_in_the_price_of_its_goods() {
    let corridor = line("a", "100000", &["grain-ab,a,b,3000", "grain-ba,b,a,1200"]);
    let (answer, e) = ask(&corridor, false);
    assert_eq!(moves(&e), [("b".into(), "a".into(), 30.0)]);
    assert!((e.kinds[0].usd - 30.0 * 30.0).abs() < 1e-6 && (e.kinds[0].laden - 70.0).abs() < 1e-9, "{:?}", e.kinds);
    assert!((worth(&e, "a") - 30.0).abs() < 0.1, "{:?}", e.worth);
    assert!((answer.totals.charges_usd - (7000.0 - 1200.0)).abs() < 1e-6, "{:?}", answer.totals);
    let railway = answer.accounts.iter().find(|a| a.id == "ktz").unwrap();
    assert!((railway.revenue_usd - 5800.0).abs() < 1e-6, "{railway:?}");
    // Each way is told at the price of its goods, as a sheet has it.
    assert!(answer.wishes.iter().all(|w| (w.ways[0].usd * 60.0 - 100.0).abs() < 1e-9), "{:?}", answer.wishes);
}

/// 100 boxes go to B in January, 100 to A in July: with pools at both ends they wait for each other. With a pool at B alone those that
/// come to A in July go there empty at once, and back in January.
#[test]
fn boxes_wait_at_their_pools_from_month_to_month() {
    let demand = ["ab,a,b,100,winter", "ba,b,a,100,summer"];
    let (_, both) = ask(&line("a;b", "100000", &demand), true);
    assert!(both.moves.is_empty(), "{:?}", both.moves);
    let (_, one) = ask(&line("b", "100000", &demand), true);
    assert_eq!(moves(&one), [("a".into(), "b".into(), 100.0), ("b".into(), "a".into(), 100.0)]);
    let year = ask(&line("b", "100000", &demand), false).1;
    assert!(year.moves.is_empty(), "over the year the two balance");
}

/// Where as much as possible is to be served, empties count as nothing served: 115 laden and 115 empty, or all of B to A.
#[test]
fn empties_are_no_throughput() {
    let corridor = line("a", "460", &["ab,a,b,100", "ba,b,a,40", "ac,a,c,20"]);
    let question = FlowQuestion { goal: Goal::MostServed, empties: true, ..FlowQuestion::of(2025) };
    let (answer, proof) = Flow::new(&corridor, question).unwrap().proven(&Silent).unwrap();
    assert!(certify_flow(&corridor, &answer, &proof).holds());
    let carried: f64 = answer.wishes.iter().map(|w| w.carried).sum();
    assert!((carried - 155.0).abs() < 1e-6, "{carried}");
}

#[test]
fn methods_without_capacities_refuse_empties() {
    let corridor = line("a", "460", &["ab,a,b,100"]);
    let question = || FlowQuestion { empties: true, ..FlowQuestion::of(2025) };
    let mut flow = Flow::new(&corridor, question()).unwrap();
    assert!(matches!(flow.choose(None, &Silent), Err(FlowError::EmptiesAtLeastCost)));
    let both = FlowQuestion { months: true, storage: true, ..question() };
    assert!(matches!(Flow::new(&corridor, both), Err(FlowError::EmptiesInStorage)));
}

/// Every kind balances at every place: what leaves is what comes, told from the answer alone.
#[test]
fn the_bundled_corridor_balances() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corridors/trans-caspian");
    let corridor = read_folder(&folder, &ReadOptions::default()).unwrap().corridor;
    for year in [2023, 2024, 2025] {
        let question = FlowQuestion { empties: true, ..FlowQuestion::of(year) };
        let (answer, proof) = Flow::new(&corridor, question).unwrap().proven(&Silent).unwrap();
        let verdict = certify_flow(&corridor, &answer, &proof);
        assert!(verdict.holds(), "{year}: {:#?}", verdict.flaws.iter().take(10).map(ToString::to_string).collect::<Vec<_>>());
        let e = answer.empties.unwrap();
        let mut at: std::collections::BTreeMap<String, f64> = std::collections::BTreeMap::new();
        for w in answer.wishes.iter().filter(|w| w.kind == "through" && w.cargo == "container-40") {
            for way in w.ways.iter().filter(|x| !x.outside) {
                *at.entry(way.from.clone()).or_default() += way.amount;
                *at.entry(w.to.clone()).or_default() -= way.amount;
            }
        }
        assert!(at.values().map(|x| x.abs()).sum::<f64>() > 1000.0, "{year}: nothing to bring back");
        for m in e.moves.iter().filter(|m| m.equipment == "box-40") {
            *at.entry(m.way.from.clone()).or_default() += m.way.amount;
            *at.entry(m.to.clone()).or_default() -= m.way.amount;
        }
        let others: Vec<&str> = e.others.iter().map(|o| o.at.as_str()).collect();
        for (place, more) in at {
            assert!(more.abs() < 1e-6 || others.contains(&place.as_str()), "{year}: {place} {more}, {others:?}");
        }
    }
}
