//! The cost of a link and its slope at a flow, in the form that is fastest to evaluate.
//!
//! ```text
//! BPR,   user:   c(x) = base + rise * r^p               r = x / capacity, rise = free * b
//!        system: c(x) = base + (p + 1) * rise * r^p     marginal cost of all, d(x * c)/dx
//! queue, user:   c(x) = base + rise * r / (1 - r)       up to the knee, then its tangent
//!        system: c(x) = base + rise * (r / (1 - r) + r / (1 - r)^2)
//! ```
//!
//! A soft bound, for the method of multipliers of `mincost`, has the price of the bound where flow is at capacity:
//!
//! ```text
//! c(x) = base + max(0, price + rise * (r - 1))
//! ```
//!
//! Every form is continuous and does not fall with flow; below zero flow the cost is that of the empty link.

use keruen_results::equilibrium::{CongestedLink, Delay, Principle};

/// Which formula.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Constant,
    Linear,
    Quartic,
    Power,
    QueueOfUser,
    QueueOfSystem,
    SoftBound,
}

/// A curve.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Curve {
    base: f64,
    rise: f64,
    /// 1 / capacity.
    per_capacity: f64,
    /// Power, knee, or price at capacity.
    shape: f64,
    form: Form,
}

/// Cost and its derivative.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Price {
    pub cost: f64,
    pub slope: f64,
}

impl Curve {
    /// The curve of a link; a closed link costs infinitely much.
    pub fn of(link: &CongestedLink, principle: Principle) -> Self {
        match link.delay {
            Delay::Bpr { free, b, power, capacity } => bpr(free + link.fixed, free * b, power, capacity, principle),
            Delay::Queue { free, weight, capacity, knee } => {
                let form = match principle {
                    Principle::UserEquilibrium => Form::QueueOfUser,
                    Principle::SystemOptimum => Form::QueueOfSystem,
                };
                let (base, rise) = (free + link.fixed, free * weight);
                if capacity > 0.0 {
                    Self { base, rise, per_capacity: 1.0 / capacity, shape: knee, form }
                } else {
                    constant(f64::INFINITY)
                }
            }
        }
    }

    /// A cost that does not depend on flow.
    pub fn fixed(cost: f64) -> Self {
        constant(cost)
    }

    /// A capacity that may be broken at a price, see the module. Without capacity the link is closed.
    pub fn soft_bound(base: f64, price: f64, rise: f64, capacity: f64) -> Self {
        if capacity > 0.0 {
            Self { base, rise, per_capacity: 1.0 / capacity, shape: price, form: Form::SoftBound }
        } else {
            constant(f64::INFINITY)
        }
    }

    /// Whether the cost is the same at every flow.
    pub fn is_constant(&self) -> bool {
        self.form == Form::Constant
    }

    /// Whether nothing may pass.
    pub fn is_closed(&self) -> bool {
        self.base == f64::INFINITY
    }

    /// At a flow.
    #[inline]
    pub fn at(&self, flow: f64) -> Price {
        let r = flow.max(0.0) * self.per_capacity;
        match self.form {
            Form::Constant => Price { cost: self.base, slope: 0.0 },
            Form::Linear => Price { cost: self.base + self.rise * r, slope: self.rise * self.per_capacity },
            Form::Quartic => {
                let cube = r * r * r;
                Price { cost: self.base + self.rise * (cube * r), slope: 4.0 * self.rise * self.per_capacity * cube }
            }
            Form::Power => self.power(r),
            Form::SoftBound => self.soft(r),
            Form::QueueOfUser => self.queue_of_user(r),
            Form::QueueOfSystem => self.queue_of_system(r),
        }
    }

    fn power(&self, r: f64) -> Price {
        if r <= 0.0 {
            let slope = if self.shape < 1.0 { f64::INFINITY } else { 0.0 };
            return Price { cost: self.base, slope };
        }
        let below = r.powf(self.shape - 1.0);
        Price { cost: self.base + self.rise * (below * r), slope: self.shape * self.rise * self.per_capacity * below }
    }

    fn soft(&self, r: f64) -> Price {
        let price = self.shape + self.rise * (r - 1.0);
        if price > 0.0 {
            Price { cost: self.base + price, slope: self.rise * self.per_capacity }
        } else {
            Price { cost: self.base, slope: 0.0 }
        }
    }

    fn queue_of_user(&self, r: f64) -> Price {
        let at = r.min(self.shape);
        let free = 1.0 / (1.0 - at);
        let slope = self.rise * free * free;
        Price { cost: self.base + self.rise * at * free + slope * (r - at), slope: slope * self.per_capacity }
    }

    fn queue_of_system(&self, r: f64) -> Price {
        let at = r.min(self.shape);
        let free = 1.0 / (1.0 - at);
        let (at_knee, slope) = (self.rise * at * free * (1.0 + free), self.rise * free * free);
        let steep = if r <= self.shape { 2.0 * slope * free } else { 2.0 * slope };
        Price { cost: self.base + at_knee + 2.0 * slope * (r - at), slope: steep * self.per_capacity }
    }

    /// What the link adds to the objective: the integral of the cost from zero to `flow`.
    pub fn integral(&self, flow: f64) -> f64 {
        let r = flow.max(0.0) * self.per_capacity;
        let grown = match self.form {
            Form::Constant => 0.0,
            Form::Linear => self.rise * r / 2.0,
            Form::Quartic => self.rise * (r * r) * (r * r) / 5.0,
            Form::Power => self.rise * r.powf(self.shape) / (self.shape + 1.0),
            Form::SoftBound if r > 0.0 => {
                let begins = (1.0 - self.shape / self.rise).clamp(0.0, r);
                (self.soft(begins).cost + self.soft(r).cost - 2.0 * self.base) * (r - begins) / (2.0 * r)
            }
            Form::QueueOfUser if r > 0.0 => {
                let (at, price) = (r.min(self.shape), self.queue_of_user(r.min(self.shape)));
                let slope = price.slope / self.per_capacity;
                (self.rise * (-at - (-at).ln_1p()) + (price.cost - self.base) * (r - at) + slope * (r - at) * (r - at) / 2.0) / r
            }
            // The marginal cost of all integrates to flow times the cost of a user.
            Form::QueueOfSystem => Self { form: Form::QueueOfUser, ..*self }.queue_of_user(r).cost - self.base,
            Form::QueueOfUser | Form::SoftBound => 0.0,
        };
        (self.base + grown) * flow
    }
}

fn bpr(base: f64, rise: f64, power: f64, capacity: f64, principle: Principle) -> Curve {
    if rise == 0.0 {
        return constant(base);
    }
    if power == 0.0 {
        return constant(base + rise);
    }
    if capacity == 0.0 {
        return constant(f64::INFINITY);
    }
    let rise = if principle == Principle::SystemOptimum { rise * (power + 1.0) } else { rise };
    let form = match power {
        1.0 => Form::Linear,
        4.0 => Form::Quartic,
        _ => Form::Power,
    };
    Curve { base, rise, per_capacity: 1.0 / capacity, shape: power, form }
}

fn constant(base: f64) -> Curve {
    Curve { base, rise: 0.0, per_capacity: 0.0, shape: 0.0, form: Form::Constant }
}

#[cfg(test)]
mod tests {
    use super::*;
    use keruen_results::equilibrium::FlowNode;

    fn curves() -> Vec<Curve> {
        let bpr = |power| Delay::Bpr { free: 2.0, b: 0.15, power, capacity: 7.0 };
        let queue = Delay::Queue { free: 2.0, weight: 0.3, capacity: 7.0, knee: 0.9 };
        let delays = [bpr(1.0), bpr(4.0), bpr(0.5), bpr(1.5), bpr(16.83), queue];
        let link = |delay| CongestedLink { from: FlowNode(0), to: FlowNode(1), delay, fixed: 0.25 };
        let both = [Principle::UserEquilibrium, Principle::SystemOptimum];
        delays.iter().flat_map(|&d| both.iter().map(move |&p| Curve::of(&link(d), p))).collect()
    }

    /// Soft bounds whose price begins below, at and above an empty link.
    fn soft_bounds() -> impl Iterator<Item = Curve> {
        [0.5, 3.0, 8.0].into_iter().map(|price| Curve::soft_bound(2.0, price, 3.0, 7.0))
    }

    #[test]
    fn slope_is_the_derivative_of_cost_and_cost_that_of_the_integral() {
        for curve in curves().into_iter().chain(soft_bounds()) {
            for flow in [0.5, 3.0, 6.2, 6.9, 11.0] {
                let h = 1e-5;
                let slope = (curve.at(flow + h).cost - curve.at(flow - h).cost) / (2.0 * h);
                let cost = (curve.integral(flow + h) - curve.integral(flow - h)) / (2.0 * h);
                let price = curve.at(flow);
                assert!((slope - price.slope).abs() <= 1e-6 * price.slope.max(1.0), "{curve:?} at {flow}: {slope} {price:?}");
                assert!((cost - price.cost).abs() <= 1e-6 * price.cost, "{curve:?} at {flow}: {cost} {price:?}");
            }
        }
    }

    #[test]
    fn the_marginal_cost_of_all_is_the_derivative_of_flow_times_cost() {
        for pair in curves().chunks(2) {
            for flow in [0.5, 3.0, 6.9, 11.0] {
                let user = pair[0].at(flow);
                let marginal = user.cost + flow * user.slope;
                assert!((pair[1].at(flow).cost - marginal).abs() <= 1e-12 * marginal);
            }
        }
    }
}
