//! Small worlds by hand, in which something once went wrong. A platform under boxes comes back as they do.

use super::draw::{Demand, Fare, Kind, Link, Ship, What, World};
use super::programme::programme;
use super::random::{close, solved};
use keruen_results::flow::FlowAnswer;

fn link(ends: (usize, usize), hours: u32, one_way: bool, room: Option<u32>) -> Link {
    Link { ends, one_way, road: false, hours, room: room.map(|r| (r, false)) }
}

fn kind(what: What, pool: &[usize], km: (u32, u32), links: usize) -> Kind {
    let fare = |km: u32| Fare { km, own: vec![None; links] };
    Kind {
        what,
        pool: pool.to_vec(),
        laden: fare(km.0),
        empty: Some(fare(km.1)),
        way_back: false,
        lift: 0,
        lift_empty: None,
        tonne: 0,
    }
}

fn boxes(pool: &[usize], part: f64, km: (u32, u32), links: usize) -> Kind {
    kind(What::Box { teu: 2, under: Some((0, part)) }, pool, km, links)
}

/// Of three places with a station each.
fn world(links: Vec<Link>, kinds: Vec<Kind>, (ends, pieces, worth): ((usize, usize), u32, u32)) -> World {
    let demands = vec![Demand { kind: 1, ends, pieces, lot: 1, worth, hour: 0, season: 0 }];
    World { places: 3, stations: vec![true; 3], links, kinds, demands, ship: None, cranes: Vec::new(), seasons: Vec::new() }
}

/// The answer, which must cost so much and no more.
fn costs(w: &World, wanted: f64) -> FlowAnswer {
    let (answer, cost) = solved(w, "by hand");
    assert!(close(cost, wanted), "{cost} for {wanted}");
    assert!(close(programme(w, true).solve().unwrap(), wanted));
    answer
}

fn others(answer: &FlowAnswer) -> Vec<(&str, &str, f64)> {
    let gaps = answer.empties.iter().flat_map(|e| &e.others);
    gaps.map(|o| (o.equipment.as_str(), o.at.as_str(), o.pieces.round())).collect()
}

/// ```text
///   0 ==== 2 h ==== 1 ---- 4 h ---> 2     room for 80 TEU on the way to 2, none back
/// ```
/// A lot for 2 pays 4 x 76, two lifts of 30 and 8 hours of 2, and is worth 780; with its quarter of a platform it takes 2.5 TEU: 32 of
/// 84 go. The 10 from 2 to 0, worth 720, cannot. Others bring the boxes back to 1 and 8 platforms to 0, whence these go to 1 at 20, and
/// 3 x 0.01. What others bring there and back for nothing costs nothing: no cost falls without end.
#[test]
fn what_goes_round_for_nothing_is_no_gain() {
    let links = vec![link((0, 1), 2, false, None), link((1, 2), 4, true, Some(80))];
    let kinds = vec![kind(What::Platform, &[0], (0, 10), 2), Kind { lift: 30, ..boxes(&[1], 0.25, (76, 57), 2) }];
    let mut w = world(links, kinds, ((1, 2), 84, 39));
    w.demands[0].hour = 2;
    w.demands.push(Demand { kind: 1, ends: (2, 0), pieces: 10, lot: 1, worth: 36, hour: 0, season: 0 });
    let answer = costs(&w, 32.0 * 380.0 + 52.0 * 780.0 + 10.0 * 720.0 + 8.0 * 20.03);
    assert_eq!(others(&answer), [("platform", "p2", 8.0), ("box-1", "p2", 32.0)]);
}

/// ```text
///   0 ---- 4 h ---> 1 ---- 3 h ---> 2     platforms have their pool at 2, boxes at 0 and 2
/// ```
/// No empties go anywhere. Others bring 20 boxes and 10 platforms from 2 to 0, and all 20 lots go at 7 x 50.
#[test]
fn others_join_what_lies_one_way() {
    let links = vec![link((0, 1), 4, true, None), link((1, 2), 3, true, None)];
    let kinds = vec![kind(What::Platform, &[2], (0, 20), 2), boxes(&[0, 2], 0.5, (50, 30), 2)];
    let w = world(links, kinds, ((0, 2), 20, 45));
    let answer = costs(&w, 20.0 * 350.0);
    assert_eq!(others(&answer), [("platform", "p0", 10.0), ("box-1", "p2", 20.0)]);
}

/// ```text
///   0 ==== 1 h ==== 2 ==== 3 h ==== 1     room for 140 TEU between 2 and 1
///                   ~~~~ ship ~~~~~~      282 laden, 22 empty
/// ```
/// A lot pays 4 x 70 by rail and its box 4 x 12 back, 328; with the ship it is 70 + 282 and 22 + 12, 386. Both ways by rail take 6 TEU,
/// so that 140 / 6 of 80 do. A platform that stays behind with a box on the ship would have to go back at 75. At the prices of 0, 1 and 2
/// on the way to the answer boxes gain by circling, out by rail and back by ship with no platform.
#[test]
fn no_way_goes_in_circles() {
    let links = vec![link((1, 2), 3, false, Some(140)), link((0, 2), 1, false, None)];
    let kinds = vec![kind(What::Platform, &[0], (0, 50), 2), boxes(&[1], 0.5, (70, 12), 2)];
    let mut w = world(links, kinds, ((0, 1), 80, 81));
    w.ship = Some(Ship { ends: (2, 1), hours: 8, stay: 25, room: 4, count: 9, berth: None, fare: 282, fare_empty: Some(22) });
    let by_rail = 140.0 / 6.0;
    // What decides between moves of empties: 0.01 an hour, 8 hours by rail and 19 with the ship.
    let answer = costs(&w, by_rail * 328.08 + (80.0 - by_rail) * 386.19);
    assert!(close(answer.wishes[0].ways[1].amount, by_rail), "{:?}", answer.wishes[0].ways);
}
