//! Units as types, so that kilometres cannot be passed for hours. A value is made with the unit's name, `Km(12.0)`, and read
//! with [`Quantity::value`]. Arithmetic inside one unit is plain; between units it goes through named methods.

/// A number with a unit.
pub trait Quantity: Copy + PartialOrd + Default + std::fmt::Debug {
    /// The unit as printed.
    const UNIT: &'static str;
    /// Wraps a number that is already in this unit.
    fn of(value: f64) -> Self;
    /// The number in this unit.
    fn value(self) -> f64;
}

macro_rules! quantities {
    ($($(#[$doc:meta])* $name:ident = $unit:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
        pub struct $name(pub f64);
        impl Quantity for $name {
            const UNIT: &'static str = $unit;
            fn of(value: f64) -> Self { $name(value) }
            fn value(self) -> f64 { self.0 }
        }
        impl std::ops::Add for $name { type Output = $name; fn add(self, o: $name) -> $name { $name(self.0 + o.0) } }
        impl std::ops::Sub for $name { type Output = $name; fn sub(self, o: $name) -> $name { $name(self.0 - o.0) } }
        impl std::ops::Mul<f64> for $name { type Output = $name; fn mul(self, k: f64) -> $name { $name(self.0 * k) } }
        impl std::ops::AddAssign for $name { fn add_assign(&mut self, o: $name) { self.0 += o.0; } }
        impl std::iter::Sum for $name { fn sum<I: Iterator<Item = $name>>(it: I) -> $name { $name(it.fold(0.0, |a, q| a + q.0)) } }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}{}{}", self.0, if $unit.is_empty() { "" } else { " " }, $unit)
            }
        }
    )*};
}

quantities! {
    /// Degrees of longitude or latitude.
    Degrees = "deg";
    /// Kilometres.
    Km = "km";
    /// Metres.
    Metres = "m";
    /// Millimetres (track gauge).
    Millimetres = "mm";
    /// Kilometres an hour.
    KmPerHour = "km/h";
    /// Hours.
    Hours = "h";
    /// Days.
    Days = "d";
    /// Milliseconds.
    Millis = "ms";
    /// Microseconds a kilometre.
    MicrosPerKm = "us/km";
    /// Faults per 1000 km and year.
    FaultRate = "1/(1000 km yr)";
    /// Tonnes.
    Tonnes = "t";
    /// Tonnes of load for a centimetre of draught.
    TonnesPerCm = "t/cm";
    /// Twenty-foot equivalent units.
    Teu = "TEU";
    /// Tonnes a cubic metre.
    Density = "t/m3";
    /// US dollars.
    Usd = "USD";
    /// US dollars a tonne.
    UsdPerTonne = "USD/t";
    /// US dollars a tonne and day.
    UsdPerTonneDay = "USD/(t d)";
    /// Per cent.
    Percent = "%";
    /// A plain ratio or share.
    Ratio = "";
    /// A number whose unit stands in another field of its row.
    Amount = "";
    /// Kilograms of CO2 equivalent, well-to-wheel.
    KgCo2e = "kg CO2e";
}

impl Km {
    /// Time to cover the distance at a speed.
    pub fn at(self, speed: KmPerHour) -> Hours {
        Hours(self.0 / speed.0)
    }
}

impl Days {
    /// The same span in hours.
    pub fn hours(self) -> Hours {
        Hours(self.0 * 24.0)
    }
}

/// A sum of money: it knows its currency and the year of its price level.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Money {
    /// Number of currency units.
    pub amount: Amount,
    /// ISO 4217 code.
    pub currency: Currency,
    /// Year of the price level.
    pub price_year: i32,
}

/// ISO 4217 code, three capital letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Currency([u8; 3]);

impl Currency {
    /// US dollar, the currency in which sheets are added up.
    pub const USD: Currency = Currency(*b"USD");

    /// Reads a code; `None` unless it is three capital letters.
    pub fn parse(text: &str) -> Option<Currency> {
        let b: [u8; 3] = text.as_bytes().try_into().ok()?;
        b.iter().all(u8::is_ascii_uppercase).then_some(Currency(b))
    }

    /// The code.
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("???")
    }
}
