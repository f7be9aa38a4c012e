//! What a leg does, as the tables have it: a link, a ride, work at a facility, or a chain at one price.

use keruen_model::{
    AnyRef, Dist, Facility, Hours, Id, Km, KmPerHour, Link, Loading, Mode, Node, Operation, Operator, Quantity, Row, Service,
    Stop, Sym, TableKind, TariffScope, Traction,
};

/// One deed, with everything that its figures follow from.
#[derive(Clone, Debug)]
pub(crate) struct Deed<'c> {
    pub what: What<'c>,
    pub from: Id<Node>,
    pub to: Id<Node>,
    /// How the goods stand while it is done; of work, the side that is no ground.
    pub counting: Loading,
    pub touch: Touch,
    pub km: f64,
    /// Work or moving, without the wait.
    pub time: Vec<Part>,
    /// Wait for the departure that the deed leads to, or at its gate.
    pub wait: Option<Part>,
    /// Hours of the wait that are by a clock, not expected; `None` where no clock has to do with the deed.
    pub clocked: Option<f64>,
    /// Chance of a hard event.
    pub risk: f64,
}

/// The rows of a deed.
#[derive(Clone, Debug)]
pub(crate) enum What<'c> {
    Link(&'c Link),
    Transit(Vec<&'c Link>),
    /// On the lines of one operator, at prices by distance belts.
    Haul(Vec<&'c Link>),
    Ride(Ride<'c>),
    Work(&'c Operation, &'c Facility, Option<&'c Service>),
}

/// From one call of a service to another.
#[derive(Clone, Debug)]
pub(crate) struct Ride<'c> {
    pub service: &'c Service,
    /// Links in the order in which they are ridden.
    pub links: Vec<&'c Link>,
    /// Links that the stops name and that are closed on the day or unknown.
    pub missing: Vec<Sym>,
    /// The links of each hop lead from its call to the next.
    pub joined: bool,
    /// Places of the calls, the ends included.
    pub calls: Vec<Id<Node>>,
    /// Facilities of the calls, where the stops name them.
    pub berths: Vec<&'c Facility>,
    /// Whether time and speed are known for each hop.
    pub timed: bool,
    /// The calls themselves, the ends included.
    pub stops: Vec<&'c Stop>,
    /// Countries that its stops say are passed.
    pub passed: Vec<Sym>,
    /// Hours that it takes by its speed.
    pub usual: f64,
}

/// A part of the time.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Part {
    pub median: f64,
    pub mean: f64,
    pub variance: f64,
    pub spread: Spread,
}

/// The law of a part.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) enum Spread {
    /// Its median and nothing else.
    #[default]
    None,
    /// Hours of its own, and so many fixed ones.
    Own(Dist<Hours>, f64),
    /// Evenly between two ends.
    Evenly(f64, f64),
    /// A length at a speed that varies, and so many fixed hours.
    Over(Km, Dist<KmPerHour>, f64),
    /// A sum of several laws.
    Several,
}

impl Spread {
    /// Hours below which the part stays with a chance; `None` where the law is not one of a single part.
    pub fn quantile(self, p: f64) -> Option<f64> {
        match self {
            Spread::Own(law, fixed) => Some(law.quantile(p).value() + fixed),
            Spread::Evenly(low, high) => Some(low + p * (high - low)),
            Spread::Over(km, speed, fixed) => Some(km.value() / speed.quantile(1.0 - p).value() + fixed),
            Spread::None | Spread::Several => None,
        }
    }

    /// With fixed hours more.
    fn later(self, hours: f64) -> Spread {
        match self {
            Spread::None => Spread::None,
            Spread::Own(law, fixed) => Spread::Own(law, fixed + hours),
            Spread::Evenly(low, high) => Spread::Evenly(low + hours, high + hours),
            Spread::Over(km, speed, fixed) => Spread::Over(km, speed, fixed + hours),
            Spread::Several => Spread::Several,
        }
    }
}

/// Parts know nothing of each other: medians are added, and variances.
impl std::iter::Sum<Part> for Part {
    fn sum<I: Iterator<Item = Part>>(parts: I) -> Part {
        parts.fold(Part::default(), |a, p| Part {
            median: a.median + p.median,
            mean: a.mean + p.mean,
            variance: a.variance + p.variance,
            spread: match (a.spread, p.spread) {
                (Spread::None, other) => other.later(a.median),
                (other, Spread::None) => other.later(p.median),
                _ => Spread::Several,
            },
        })
    }
}

/// What a deed touches, as rules, tariffs, factors and conditions see it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Touch {
    /// The row that it is; `None` for a chain.
    pub itself: Option<AnyRef>,
    /// Other rows: facility, service, links, places.
    pub others: Vec<AnyRef>,
    /// Countries in which it happens.
    pub countries: Vec<Sym>,
    /// Country of its prices: of the operator, else of the place where it starts; of work, of the place.
    pub home: Sym,
    pub mode: Option<Mode>,
    pub loadings: Vec<Loading>,
    pub operators: Vec<Id<Operator>>,
}

impl Touch {
    /// Touches the row, or is done by it where the row is an operator.
    pub fn is_of(&self, r: AnyRef) -> bool {
        self.touches(r) || self.operators.first().is_some_and(|&o| any(o) == r)
    }

    pub fn touches(&self, r: AnyRef) -> bool {
        self.itself == Some(r) || self.others.contains(&r)
    }
}

pub(crate) fn any<R: Row>(id: Id<R>) -> AnyRef {
    AnyRef { table: R::KIND, id: id.sym() }
}

impl<'c> Deed<'c> {
    /// Scopes of the prices that are asked for it.
    pub fn scopes(&self) -> &'static [TariffScope] {
        use TariffScope as S;
        match self.what {
            What::Link(_) => &[S::Link, S::Rent],
            What::Transit(_) => &[S::Transit, S::Rent],
            What::Haul(_) => &[S::Link, S::Rent],
            What::Ride(_) => &[S::Service, S::Through, S::Rent],
            What::Work(..) => &[S::Operation],
        }
    }

    /// Stretches that emit apart from each other: link, length, traction.
    pub fn stretches(&self) -> Vec<(Option<&'c Link>, f64, Option<Traction>)> {
        use keruen_model::Quantity;
        let of = |l: &'c Link| (Some(l), l.length.value(), l.traction);
        match &self.what {
            What::Link(l) => vec![of(l)],
            What::Transit(links) | What::Haul(links) => links.iter().map(|l| of(l)).collect(),
            _ => vec![(None, self.km, None)],
        }
    }

    /// Links ridden, in order.
    pub fn links(&self) -> Vec<&'c Link> {
        match &self.what {
            What::Link(l) => vec![l],
            What::Transit(links) | What::Haul(links) => links.clone(),
            What::Ride(r) => r.links.clone(),
            What::Work(..) => Vec::new(),
        }
    }

    pub fn operation(&self) -> Option<&'c Operation> {
        match self.what {
            What::Work(o, ..) => Some(o),
            _ => None,
        }
    }

    /// Nothing moves over land, pipe, sea or air without a price; data over fibre has none.
    pub fn must_be_priced(&self) -> bool {
        match &self.what {
            What::Link(l) => l.mode != Mode::Fibre,
            What::Transit(_) | What::Haul(_) | What::Ride(_) => true,
            What::Work(..) => false,
        }
    }

    /// The row by which it is called in findings.
    pub fn name(&self) -> AnyRef {
        self.touch.itself.unwrap_or(AnyRef { table: TableKind::Node, id: self.from.sym() })
    }
}

pub(crate) fn aboard(loading: Loading) -> bool {
    matches!(loading, Loading::Ship | Loading::WagonOnShip | Loading::TruckOnShip | Loading::Air)
}

/// The loading on which links of a mode are used directly.
pub(crate) fn loading_on(mode: Mode) -> Option<Loading> {
    match mode {
        Mode::Rail => Some(Loading::Rail),
        Mode::Road => Some(Loading::Road),
        Mode::Pipeline => Some(Loading::Pipe),
        Mode::Fibre => Some(Loading::Fibre),
        Mode::Sea | Mode::Air => None,
    }
}
