# Differences that rest on draws or replications which all sides share.
together-sample = Akış göstergelerinin alt ve üst değerleri: { $parameters } varsayım ve benzetme göstergesinin { $draws } çekilişi, bütün taraflar için aynı; tohum { $seed }, yanıtsız { $failed }.
together-sign = Alt ve üst değer sıfırın aynı yanındaysa işaret kesindir; değilse bu işareti taşıyan çekilişlerin payı söylenir.
together-sure = kesin
together-share = çekilişlerin { $share }
together-simulated = Kuyruklar, hava ve gemilerle: { $first } – { $last }, bütün taraflar için aynı şansla { $replications } tekrar, tohum { $seed }
together-interval = +-, % 95 aralığının yarısıdır; fark tekrar tekrar alınır ve aralığı sıfırı içermiyorsa kesindir.
head-together-figure = gösterge
head-together-unit = birim
head-together-worth = çekilişler üzerinden yıllık yarar, USD
